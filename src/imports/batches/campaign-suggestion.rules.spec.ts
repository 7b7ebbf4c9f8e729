import fc from 'fast-check';
import { atOnce } from '../../kernel/long-work.rules.js';
import type { Observation } from '../interpretation.types.js';
import { attached, looseFigures } from './campaign-suggestion.rules.js';

const day = fc.integer({ min: 10, max: 28 }).map((number) => `2020-04-${number}`);
const observations = fc.array(
  fc.record({
    line: fc.nat(100),
    indicator: fc.constantFrom('VUES', 'CLICS'),
    campaign: fc.constantFrom(null, 'OP'),
    periodStart: day,
    periodEnd: day,
  }) as unknown as fc.Arbitrary<Observation>,
);

describe('what a file says of no operation', () => {
  it('spans its first to its last day, and names each of its indicators', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const loose = all.filter(({ campaign }) => campaign === null);
        const found = atOnce(looseFigures(all));
        if (loose.length === 0) expect(found).toBeNull();
        else
          expect(found).toEqual({
            period: {
              start: loose.map(({ periodStart }) => periodStart).toSorted()[0],
              end: loose
                .map(({ periodEnd }) => periodEnd)
                .toSorted()
                .at(-1),
            },
            codes: [...new Set(loose.map(({ indicator }) => indicator))],
          });
      }),
    );
  });

  it('takes the operation of its indicator; what has one keeps it', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const given = atOnce(attached(all, (indicator) => (indicator === 'VUES' ? 'AUTRE' : null)));
        expect(given).toEqual(
          all.map((one) => ({
            ...one,
            campaign: one.campaign ?? (one.indicator === 'VUES' ? 'AUTRE' : null),
          })),
        );
      }),
    );
  });
});
