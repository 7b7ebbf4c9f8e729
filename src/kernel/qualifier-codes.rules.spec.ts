import { ABSENCES, QUALIFIERS } from './figure.types.js';
import {
  ABSENCE_FRENCH_CODES,
  absenceFromFrench,
  absenceToFrench,
  QUALIFIER_FRENCH_CODES,
  qualifierFromFrench,
  qualifierToFrench,
  STATUS_FRENCH_CODES,
  statusFromFrench,
  statusToFrench,
} from './qualifier-codes.rules.js';

describe('codes of the standard file', () => {
  it('are those of the contract', () => {
    expect(QUALIFIER_FRENCH_CODES).toEqual(
      'exact plus_de au_moins pres_de environ moins_de jusqu_a entre'.split(' '),
    );
    expect(STATUS_FRENCH_CODES).toEqual('brouillon soumis a_corriger valide retire'.split(' '));
    expect(ABSENCE_FRENCH_CODES).toEqual(['nc', 'nd', 'so', 's']);
  });

  it('go both ways', () => {
    for (const qualifier of QUALIFIERS)
      expect(qualifierFromFrench(qualifierToFrench(qualifier))).toBe(qualifier);
    for (const absence of ABSENCES) expect(absenceFromFrench(absenceToFrench(absence))).toBe(absence);
    for (const status of ['draft', 'submitted', 'returned', 'validated', 'withdrawn'] as const) {
      expect(statusFromFrench(statusToFrench(status))).toBe(status);
    }
  });

  it('are read in any case and never guessed', () => {
    expect(qualifierFromFrench(' PLUS_DE ')).toBe('more_than');
    expect(qualifierFromFrench('more_than')).toBeNull();
    expect(qualifierFromFrench('')).toBeNull();
    expect(statusFromFrench('constructor')).toBeNull();
    expect(absenceFromFrench('NC')).toBe('not_communicated');
  });
});
