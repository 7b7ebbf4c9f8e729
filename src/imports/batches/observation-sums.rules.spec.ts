import fc from 'fast-check';
import type { Observation } from '../interpretation.types.js';
import type { KnownItem } from './batch.types.js';
import { atOnce } from '../../kernel/long-work.rules.js';
import * as sums from './observation-sums.rules.js';

const { sumOf } = sums;
const summedRows = (rows: Observation[]) => atOnce(sums.summedRows(rows));
const itemSums = (told: Observation[], known: KnownItem[]) => atOnce(sums.itemSums(told, known));

const exact = (value: number) => ({ value, valueMax: null, qualifier: 'exact' as const });

const observation = (item: string | null, value: number | null, month = 4): Observation => ({
  line: 2,
  item,
  indicator: 'VUES',
  campaign: null,
  territory: null,
  channel: 'facebook',
  organisation: null,
  periodStart: `2020-0${month}-01`,
  periodEnd: `2020-0${month}-28`,
  quantity: value === null ? null : exact(value),
  absence: value === null ? 'not_communicated' : null,
  note: null,
});

const knownOf = ({ line: _, note: __, item, ...rest }: Observation): KnownItem => ({
  ...rest,
  item: item ?? '',
});
const values = (sums: (Observation | null)[]) =>
  sums.map((one) => [one?.periodStart.slice(0, 7), one?.quantity?.value ?? one?.absence]);

describe('rows that add up', () => {
  it('are one for each place, in the order of the file', () => {
    const rows = [observation(null, 5), observation(null, 7, 5), observation(null, -2)];
    expect(values(summedRows(rows))).toEqual([
      ['2020-04', 3],
      ['2020-05', 7],
    ]);
  });

  it('are at least what is known when one of them is not, and absent when none is', () => {
    expect(sumOf([observation(null, 5), observation(null, null)])?.quantity).toEqual({
      ...exact(5),
      qualifier: 'at_least',
    });
    expect(sumOf([observation(null, null)])).toEqual({ quantity: null, absence: 'not_communicated' });
  });

  it('are nothing when no number holds their sum', () => {
    expect(summedRows([observation(null, Number.MAX_SAFE_INTEGER), observation(null, 1)])).toEqual([null]);
  });
});

describe('items', () => {
  it('take the place of what was known of them; the others stay', () => {
    const known = [observation('1', 100), observation('2', 200)].map(knownOf);
    const { sums, changed } = itemSums([observation('2', 250), observation('3', 30)], known);
    expect(values(sums)).toEqual([['2020-04', 380]]);
    expect(changed.map(({ item }) => item)).toEqual(['2', '3']);
  });

  it('leave the place that they were told of, even when nothing is left there', () => {
    const { sums } = itemSums([observation('1', 100, 5)], [knownOf(observation('1', 100))]);
    expect(values(sums)).toEqual([
      ['2020-05', 100],
      ['2020-04', 0],
    ]);
  });

  it('come to the same in whatever files and order they are told, and change nothing the second time', () => {
    const posts = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }),
        value: fc.integer({ min: -50, max: 5_000 }),
        month: fc.integer({ min: 4, max: 6 }),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(posts, fc.nat(30), (list, cut) => {
        const all = list.map(({ id, value, month }) => observation(String(id), value, month));
        const at = Math.min(cut, all.length);
        const known = all.slice(0, at).map(knownOf);
        const whole = new Map(values(itemSums(all, []).sums).map(([month, value]) => [month, value]));
        for (const [month, value] of values(itemSums(all.slice(at).toReversed(), known).sums))
          expect(value).toBe(whole.get(month));
        expect(itemSums(all, all.map(knownOf)).changed).toEqual([]);
      }),
    );
  });
});
