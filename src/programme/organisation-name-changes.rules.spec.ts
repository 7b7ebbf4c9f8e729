import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules.js';
import { addName, correctName, type NamesChange } from './organisation-name-changes.rules.js';
import { nameAt } from './organisation-names.rules.js';
import type { OrganisationName } from './programme.types.js';

const named = (name: string, validFrom: string | null, validTo: string | null): OrganisationName => ({
  name,
  nameInSentence: name,
  validFrom,
  validTo,
});
const added = (name: string, from: string) => ({ name, nameInSentence: name, from });
const days = fc.integer({ min: 0, max: 4_000 }).map((after) => addDays('2015-01-01', after));

/** Names given one after the other, each where the last change left them. */
const grown = (list: readonly { name: string; from: string }[]): OrganisationName[] =>
  list.reduce<OrganisationName[]>(
    (names, { name, from }) => {
      const change = addName(names, added(name, from));
      return change.ok ? change.names : names;
    },
    [named('Premier', null, null)],
  );

describe('a new name', () => {
  it('ends the one before on the day before', () => {
    expect(addName([named('Pôle Emploi', null, null)], added('France Travail', '2024-01-01'))).toEqual({
      ok: true,
      names: [named('Pôle Emploi', null, '2023-12-31'), named('France Travail', '2024-01-01', null)],
    });
  });

  it('cannot begin before or with one that is dated', () => {
    const names = [named('A', null, '2023-12-31'), named('B', '2024-01-01', null)];
    for (const from of ['2024-01-01', '2020-05-05']) {
      expect(addName(names, added('C', from))).toMatchObject({
        ok: false,
        issue: {
          path: 'from',
          code: 'name_overlap',
          message: expect.stringContaining('1er\u00a0janvier\u00a02024'),
        },
      });
    }
  });

  it('leaves exactly one name on every day, whatever is added', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), from: days })), days, (list, day) => {
        const names = grown(list);
        const borne = names.filter(
          ({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || day <= validTo),
        );
        expect(borne).toHaveLength(1);
        expect(nameAt(names, day)).toEqual(borne[0]);
      }),
    );
  });
});

describe('a corrected name', () => {
  const names = [named('A', null, '2023-12-31'), named('B', '2024-01-01', null)];

  it('takes another wording and other days', () => {
    expect(correctName(names, 0, named('A bis', '2019-01-01', '2020-12-31'))).toEqual({
      ok: true,
      names: [named('A bis', '2019-01-01', '2020-12-31'), named('B', '2024-01-01', null)],
    });
  });

  it.each<[string, OrganisationName, string, string]>([
    ['a day of another one', named('A', null, '2024-01-01'), 'validFrom', 'name_overlap'],
    ['no end', named('A', null, null), 'validFrom', 'name_overlap'],
    ['an end before its beginning', named('A', '2020-01-02', '2020-01-01'), 'validTo', 'period_reversed'],
  ])('is refused with %s', (_, corrected, path, code) => {
    expect(correctName(names, 0, corrected)).toMatchObject({ ok: false, issue: { path, code } });
  });

  it('never overlaps another one, whatever its days', () => {
    const maybe = fc.option(days);
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), from: days })), maybe, maybe, (list, from, to) => {
        const known = grown(list);
        const change: NamesChange = correctName(known, known.length - 1, named('Autre', from, to));
        if (!change.ok) return;
        expect(change.names).toHaveLength(known.length);
        for (const [index, { validFrom }] of change.names.entries()) {
          const before = change.names[index - 1];
          if (before === undefined) continue;
          expect((before.validTo ?? '9999') < (validFrom ?? '')).toBe(true);
        }
      }),
    );
  });
});
