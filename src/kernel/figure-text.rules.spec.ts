import { absenceAbbreviation, absenceText, figureText, labelFor } from './figure-text.rules.js';
import type { Qualifier, Quantity, Wording } from './figure.types.js';

const quantity = (
  value: number,
  qualifier: Qualifier = 'exact',
  valueMax: number | null = null,
): Quantity => ({
  value,
  valueMax,
  qualifier,
});
const wording = (labelOne: string, labelOther: string, more: Partial<Wording> = {}): Wording => ({
  labelOne,
  labelOther,
  elision: false,
  decimals: 0,
  symbol: null,
  signed: false,
  ...more,
});
const visitors = wording('visiteur accueilli sur le stand', 'visiteurs accueillis sur le stand');
const views = wording('vue sur les réseaux sociaux', 'vues sur les réseaux sociaux');
const ambassadors = wording('ambassadeur', 'ambassadeurs', { elision: true });
const mobility = wording('avec un projet de mobilité', 'avec un projet de mobilité');
const rural = wording('des Français', 'des Français', { symbol: '%' });

describe('figureText', () => {
  it.each([
    [quantity(450), visitors, '450 visiteurs accueillis sur le stand'],
    [quantity(1), visitors, '1 visiteur accueilli sur le stand'],
    [quantity(0), visitors, '0 visiteur accueilli sur le stand'],
    [quantity(150), mobility, '150 avec un projet de mobilité'],
    [quantity(13_000, 'more_than'), views, 'plus de 13\u202f000 vues sur les réseaux sociaux'],
    [quantity(250), wording('spot partagé', 'spots partagés'), '250 spots partagés'],
    [quantity(130_000), wording('set de table', 'sets de table'), '130\u202f000 sets de table'],
    [quantity(400, 'nearly'), ambassadors, 'près de 400 ambassadeurs'],
    [quantity(45), rural, '45\u00a0% des Français'],
    [
      quantity(6),
      wording('de population', 'de population', { symbol: '%', signed: true }),
      '+6\u00a0% de population',
    ],
    [quantity(1_300_000), views, '1,3\u00a0million de vues sur les réseaux sociaux'],
    [quantity(2_000_000), ambassadors, '2\u00a0millions d’ambassadeurs'],
    [quantity(2_000_000, 'more_than'), mobility, 'plus de 2\u00a0millions avec un projet de mobilité'],
    [quantity(1_234_567), views, '1\u202f234\u202f567 vues sur les réseaux sociaux'],
    [quantity(15), wording('jour', 'jours', { decimals: 1 }), '1,5 jour'],
    [quantity(1, 'between', 3), ambassadors, 'entre 1 et 3 ambassadeurs'],
    [quantity(1_250_000), wording('', '', { symbol: '€', decimals: 2 }), '12\u202f500\u00a0€'],
  ])('%j %j', (given, words, text) => {
    expect(figureText(given, words)).toBe(text);
  });

  it('gives the label alone to tiles', () => {
    expect(labelFor(quantity(1), visitors)).toBe('visiteur accueilli sur le stand');
    expect(labelFor(quantity(2), visitors)).toBe('visiteurs accueillis sur le stand');
  });
});

describe('absences', () => {
  it('says why there is no value', () => {
    expect(absenceText('not_communicated')).toBe('non communiqué');
    expect(absenceText('not_available', '')).toBe('non disponible');
    expect(absenceText('not_applicable', '  ')).toBe('sans objet');
    expect(absenceText('suppressed', null)).toBe('masqué');
    expect(absenceText('not_communicated', ' CCI, 4 déc. ')).toBe('non communiqué (CCI, 4 déc.)');
  });

  it('abbreviates for tables', () => {
    expect(absenceAbbreviation('not_communicated')).toBe('n.\u00a0c.');
    expect(absenceAbbreviation('not_available')).toBe('n.\u00a0d.');
    expect(absenceAbbreviation('not_applicable')).toBe('s.\u00a0o.');
    expect(absenceAbbreviation('suppressed')).toBe('s.');
  });
});
