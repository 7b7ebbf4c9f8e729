import fc from 'fast-check';
import { proposedIndicator } from './proposed-indicator.rules.js';

describe('an indicator proposed from the header of its column', () => {
  it.each([
    ['Visiteurs', 'Visiteurs', 'visiteur', 'visiteurs'],
    ['VISITEURS', 'Visiteurs', 'visiteur', 'visiteurs'],
    ['Nombre de visiteurs uniques', 'Visiteurs uniques', 'visiteur unique', 'visiteurs uniques'],
    ['Nb d’entrées au point info', 'Entrées au point info', 'entrée au point info', 'entrées au point info'],
    ['Total des repas', 'Repas', 'repas', 'repas'],
    ['Kits remis (unités)', 'Kits remis', 'kit remis', 'kits remis'],
    ['nb_panneaux', 'Panneaux', 'panneau', 'panneaux'],
    ['Vélo', 'Vélo', 'vélo', 'vélos'],
    ['Journal', 'Journal', 'journal', 'journaux'],
    ['Bus', 'Bus', 'bus', 'bus'],
    ['QR codes', 'QR codes', 'QR code', 'QR codes'],
    ['Abonnés', 'Abonnés', 'abonné', 'abonnés'],
    ['(%)', '(%)', '(%)', '(%)'],
  ])('of « %s »', (header, name, one, other) => {
    expect(proposedIndicator(header)).toMatchObject({ name, one, other });
  });

  it.each([
    ['Visiteurs', 'flow'],
    ['Abonnés Facebook', 'stock'],
    ['Visiteurs uniques', 'unique'],
  ])('says how the values of « %s » come together', (header, nature) => {
    expect(proposedIndicator(header).nature).toBe(nature);
  });

  it('fits in its fields and says something, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        const header = text.trim() === '' ? 'x' : text.trim();
        const { name, one, other } = proposedIndicator(header);
        for (const [said, most] of [
          [name, 200],
          [one, 60],
          [other, 60],
        ] as const) {
          expect(said.isWellFormed()).toBe(true);
          expect(said.length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
