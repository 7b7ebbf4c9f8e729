import { htmlMistakes, textOf } from '../../../test/support/html-lint.js';
import { NEUTRAL_FRAME, rememberFrame, renderErrorPage } from './error-page.js';

const page = (status: number, title: string, message: string | null = null): string =>
  renderErrorPage({ status, title, message, requestId: 'f3b0c442' });

describe('The page of an error', () => {
  it.each([
    [400, 'La demande est mal formée.'],
    [404, 'Cette page n’existe pas ou n’existe plus.'],
    [405, 'Cette adresse n’accepte pas cette action.'],
    [418, ''],
    [429, 'Trop de demandes : réessayez dans un instant.'],
    [500, 'Une erreur inattendue est survenue.'],
    [503, 'Le service est momentanément indisponible.'],
    [599, ''],
  ])('%i: well formed, with what happened, a way back and the number to quote', (status, title) => {
    const html = page(status, title);
    expect(htmlMistakes(html)).toEqual([]);
    expect(html).not.toMatch(/\b(?:null|undefined|NaN)\b/);
    expect(textOf(html)).toContain(`Erreur ${status}`);
    expect(textOf(html)).toContain('Numéro de la demande : f3b0c442');
    expect(html).toContain('href="/"');
  });

  it('signs with a neutral name until the programme is known, then with the last one shown', () => {
    rememberFrame(NEUTRAL_FRAME);
    expect(textOf(page(404, 'Perdu.'))).toContain('Copil');
    expect(textOf(page(404, 'Perdu.'))).toContain('Recharger l’accueil');
    rememberFrame({
      programmeName: 'Oh my Lot\u202f!',
      subtitle: 'Comité de pilotage',
      navigation: [{ section: 'dashboard', label: 'Tableau de bord', href: '/' }],
      searchHref: null,
      publicLink: null,
      source: 'Communiqué',
      footerLinks: [],
    });
    expect(page(404, 'Perdu.')).toContain('<title>Perdu · Oh my Lot\u202f!</title>');
    expect(textOf(page(404, 'Perdu.'))).toContain('Revenir au tableau de bord');
  });

  it('takes what to do from the refusal itself when it says it', () => {
    const text = textOf(page(404, 'Aucun programme n’est installé. Chargez un jeu de données.'));
    expect(text).toContain('Aucun programme n’est installé Chargez un jeu de données.');
    expect(text).not.toContain('lien suivi');
  });

  it('gives what was typed and what to type, escaped', () => {
    const html = page(400, 'La demande contient des éléments à corriger.', 'Année <x> : écrivez 2020.');
    expect(html).toContain('Année &lt;x&gt;');
    expect(html).not.toContain('<x>');
  });
});
