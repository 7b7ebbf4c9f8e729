import { programme } from '../../test/support/domain-builders.js';
import { parisDay } from './paris-day.js';
import { programmeFrame } from './programme-frame.presenter.js';

describe('programmeFrame', () => {
  it('signs with the name as printers space it, and leads to the public site', () => {
    const frame = programmeFrame(programme);
    expect(frame.programmeName).toBe('Oh my Lot\u202f!');
    expect(frame.publicLink).toEqual({ label: 'choisirlelot.fr', href: 'https://www.choisirlelot.fr' });
    expect(frame.footerLinks[0]).toEqual({ label: 'Données à télécharger', href: '/donnees' });
    expect(frame.footerLinks[1]).toEqual({
      label: 'Accessibilité\u00a0: non conforme',
      href: '/accessibilite',
    });
  });

  it('drops what is no web address, without taking another link for the public one', () => {
    const links = [
      { label: 'Cassé', url: 'http://', audience: 'public' as const },
      { label: 'Bon', url: 'https://bon.fr', audience: 'partners' as const },
    ];
    const frame = programmeFrame({ ...programme, links });
    expect(frame.publicLink).toBeNull();
    expect(frame.footerLinks.map(({ label }) => label)).not.toContain('Cassé');
  });
});

describe('parisDay', () => {
  it('is the day of Paris, in winter and in summer', () => {
    expect(parisDay('2020-12-16T22:59:00Z')).toBe('2020-12-16');
    expect(parisDay('2020-12-16T23:00:00Z')).toBe('2020-12-17');
    expect(parisDay('2020-07-14T22:00:00Z')).toBe('2020-07-15');
  });
});
