import fc from 'fast-check';
import { ABSENCES, MARKINGS, type Qualifier } from '../../src/kernel/figure.types.js';
import type { GivenMeasurement, Members, Scenario } from '../scenarios/scenario.js';

/** The same years in every run: a failure is found again. */
const SEED = 46;
const FIRST_YEAR = 2100;

/** One indicator of each nature, and their relations; `REMISE` is signed and has decimals. */
const INDICATORS: Scenario['indicators'] = [
  { code: 'PASSAGES', nature: 'attendance' },
  { code: 'PROJETS', nature: 'attendance', subsetOf: 'PASSAGES' },
  { code: 'VUES', nature: 'flow', elision: false },
  { code: 'OUVERTES', nature: 'flow' },
  {
    code: 'TAUX',
    nature: 'ratio',
    numerator: 'OUVERTES',
    denominator: 'VUES',
    factor: 100,
    symbol: '%',
    decimals: 1,
  },
  { code: 'AMBASSADEURS', nature: 'stock', elision: true, carriesLastValue: true, carryMaxDays: 400 },
  { code: 'FAMILLES', nature: 'cumulative', restartsOn: '01-01' },
  { code: 'ABONNES', nature: 'unique', aggregationTime: 'max', elision: true },
  { code: 'EXPORTS', nature: 'snapshot', elision: true },
  { code: 'NOTE', nature: 'mean', denominator: 'PASSAGES', decimals: 2 },
  { code: 'CONTEXTE', nature: 'context', symbol: '%', signed: true, decimals: 1 },
  { code: 'REMISE', nature: 'flow', symbol: '€', decimals: 2, signed: true },
];
const DECIMALS = new Map(INDICATORS.map(({ code, decimals }) => [code, Number(decimals ?? 0)]));
export const decimalsOf = (code: string): number => DECIMALS.get(code) ?? 0;

type Random = (year: number) => GivenMeasurement[];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 2_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10_000, max: 3_000_000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((thousands) => thousands * 1_000_000) },
);
const qualifier = fc.constantFrom<Qualifier>(
  'exact',
  'exact',
  'exact',
  'more_than',
  'at_least',
  'nearly',
  'about',
  'up_to',
  'between',
);

/** What is said of one period: a value with its qualifier, or why there is none. */
const said = (decimals: number): fc.Arbitrary<Members> =>
  fc
    .record({ amount: value, kind: qualifier, marking: fc.constantFrom(...MARKINGS), hidden: fc.nat(9) })
    .chain(({ amount, kind, marking, hidden }) => {
      if (hidden === 0) return fc.constantFrom(...ABSENCES).map((absence): Members => ({ absence, marking }));
      const written = (number: number): string =>
        decimals === 0
          ? String(number)
          : `${Math.floor(number / 10 ** decimals)}.${String(number % 10 ** decimals).padStart(decimals, '0')}`;
      const plain: Members = { value: written(amount), qualifier: amount === 0 ? 'exact' : kind, marking };
      return fc.constant(
        plain['qualifier'] === 'between' ? { ...plain, valueMax: written(amount + 7) } : plain,
      );
    });

const PERIODS = ['01', '02', '03', '04', '05', '09', '12', '06-15', '07-01', '11-30', 'ete', ''];

/** Measurements of one indicator in a year: months, days, a season, the whole; slices and operations; each key once. */
function measured(code: string): fc.Arbitrary<Random> {
  const one = fc.record({
    period: fc.constantFrom(...PERIODS),
    channel: fc.constantFrom(null, null, null, 'web', 'facebook'),
    territory: fc.constantFrom(null, null, null, null, 'CAHORS', 'FIGEAC'),
    campaign: fc.constantFrom(null, null, 'ALPHA', 'BETA'),
    words: said(decimalsOf(code)),
    source: fc.constantFrom(null, 'Compteur', 'Relevé du 3 mars', '=1+1', 'Été ; « export »'),
  });
  return fc
    .uniqueArray(one, {
      maxLength: 6,
      selector: ({ period, channel, territory, campaign }) =>
        [period, channel, territory, campaign].join('|'),
    })
    .map(
      (told): Random =>
        (year) =>
          told.map(({ period, words, ...rest }) => ({
            indicator: code,
            period: period === '' ? String(year) : `${year}-${period}`,
            ...rest,
            ...words,
          })),
    );
}

/** A « dont » never given above its whole: the service refuses it. */
const partOf = (whole: readonly GivenMeasurement[]): GivenMeasurement[] =>
  whole.flatMap((one, place) =>
    one['qualifier'] === 'exact' && place % 2 === 0
      ? [{ ...one, indicator: 'PROJETS', value: String(Math.floor(Number(one['value']) / 3)) }]
      : [],
  );

/** So many exercices after each other, each a random data set with targets: N−1 of the next one. */
export function randomYears(count: number): { scenario: Scenario; years: number[] } {
  const years = Array.from({ length: count }, (_, index) => FIRST_YEAR + index);
  const given = INDICATORS.filter(({ code }) => code !== 'PROJETS' && code !== 'TAUX').map(
    ({ code }) => code,
  );
  const year = fc.record({
    measured: fc.tuple(...given.map(measured)),
    targets: fc.subarray(given.filter((code) => code !== 'CONTEXTE' && code !== 'NOTE')),
    aims: fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 12, maxLength: 12 }),
  });
  const drawn = fc.sample(year, { numRuns: count, seed: SEED });
  const measurements = drawn.flatMap(({ measured: all }, index) => {
    const told = all.flatMap((one) => one(FIRST_YEAR + index));
    return [...told, ...partOf(told.filter(({ indicator }) => indicator === 'PASSAGES'))];
  });
  return {
    years,
    scenario: {
      name: 'random',
      title: 'Des années au hasard',
      now: `${FIRST_YEAR + count + 1}-06-01T09:00:00Z`,
      exercices: years.map((one) => ({ year: one, state: 'closed' })),
      indicators: INDICATORS,
      campaigns: ['ALPHA', 'BETA'].map((code) => ({ code, year: FIRST_YEAR })),
      targets: drawn.flatMap(({ targets, aims }, index) =>
        targets.map((indicator, place) => ({
          indicator,
          period: String(FIRST_YEAR + index),
          value: aims[place],
        })),
      ),
      measurements,
      expected: [],
    },
  };
}
