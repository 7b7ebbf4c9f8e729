import { nameAt, organisationDirectory } from './organisation-names.rules.js';
import type { OrganisationName } from './programme.types.js';

const name = (label: string, validFrom: string | null, validTo: string | null): OrganisationName => ({
  name: label,
  nameInSentence: label,
  validFrom,
  validTo,
});

const RENAMED = [name('Pôle Emploi', null, '2023-12-31'), name('France Travail', '2024-01-01', null)];
const ALONE = { mergedInto: null, mergedOn: null };

describe('the name of a body', () => {
  it.each([
    ['2020-12-16', 'Pôle Emploi'],
    ['2023-12-31', 'Pôle Emploi'],
    ['2024-01-01', 'France Travail'],
    ['2030-06-01', 'France Travail'],
  ])('on %s is %s', (day, expected) => {
    expect(nameAt(RENAMED, day)?.name).toBe(expected);
  });

  it('falls back on the nearest name when none is dated for the day', () => {
    const names = [
      name('Ancienne', '2019-01-01', '2019-12-31'),
      name('Nouvelle', '2021-01-01', '2021-12-31'),
    ];
    expect(nameAt(names, '2018-05-05')?.name).toBe('Ancienne');
    expect(nameAt(names, '2020-05-05')?.name).toBe('Ancienne');
    expect(nameAt(names, '2024-05-05')?.name).toBe('Nouvelle');
  });

  it('is looked up by code in a directory, which refuses a code it does not hold', () => {
    const directory = organisationDirectory([
      { id: 1, code: 'POLE-EMPLOI46', kind: 'organisme', role: null, note: null, names: RENAMED, ...ALONE },
    ]);
    expect(directory.nameAt('POLE-EMPLOI46', '2020-12-16').nameInSentence).toBe('Pôle Emploi');
    expect(() => directory.nameAt('CCI46', '2020-12-16')).toThrow(RangeError);
    const nameless = { id: 2, code: 'CCI46', kind: 'organisme', role: null, note: null, names: [], ...ALONE };
    expect(organisationDirectory([nameless]).nameAt('CCI46', '2020-12-16').name).toBe('CCI46');
  });
});
