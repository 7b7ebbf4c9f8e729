import fc from 'fast-check';
import { measurementLine, standardFile, targetLine } from '../../src/exports/standard-file.rules.js';
import { readStandardFile } from '../../src/imports/standard/standard-file.reader.js';
import { rowContext } from '../../src/imports/standard/indicator-scales.rules.js';
import { readRow, type RowReading } from '../../src/imports/standard/standard-row.rules.js';
import type { Indicator } from '../../src/indicators/indicator.types.js';
import { toAmount } from '../../src/kernel/figure.rules.js';
import { planBatch } from '../../src/measurements/measurement-batch.rules.js';
import { PARTS } from '../../src/measurements/measurement-part.rules.js';
import { subsetRelations } from '../../src/measurements/measurement-subset.rules.js';
import { checkMeasurement } from '../../src/measurements/measurement.rules.js';
import type { IndicatorTerm, MeasurementContent, Term } from '../../src/measurements/measurement.types.js';
import type { Target } from '../../src/targets/target.types.js';
import { readQuantity } from '../../src/targets/target-quantity.rules.js';
import { kept, quantity, said, SEED } from './random-figures.js';

type Scaled = Pick<Indicator, 'code' | 'slug' | 'decimals' | 'symbol' | 'nature' | 'aggregationTime'>;

/** Of every number of decimals, with and without a symbol, one of context. */
const INDICATORS: Scaled[] = [
  { code: 'VISITEURS', decimals: 0, symbol: null, nature: 'flow' },
  { code: 'HEURES', decimals: 1, symbol: 'h', nature: 'flow' },
  { code: 'COUT', decimals: 2, symbol: '€', nature: 'flow' },
  { code: 'MESURE-3', decimals: 3, symbol: null, nature: 'mean' },
  { code: 'TAUX', decimals: 4, symbol: '%', nature: 'ratio' },
  { code: 'CTX', decimals: 1, symbol: '%', nature: 'context' },
].map((one) => ({ ...one, slug: one.code.toLowerCase(), aggregationTime: 'sum' }) as Scaled);

const term = (id: number, code: string): Term => ({ id, code });
const terms = <T extends Term>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.code, one]));
const CAMPAIGNS = terms([term(1, 'OP-2020-SALON'), term(2, 'OP_2')]);
const TERRITORIES = terms([term(1, 'GRAND-CAHORS')]);
const CHANNELS = terms([term(1, 'facebook')]);
const ORGANISATIONS = terms([term(1, 'CCI46')]);
const indicatorTerms = INDICATORS.map(({ code, decimals }, index): IndicatorTerm => ({
  id: index + 1,
  code,
  decimals,
  subsetOfId: null,
  retiredOn: null,
}));
const VOCABULARY = {
  indicators: terms(indicatorTerms),
  campaigns: CAMPAIGNS,
  territories: TERRITORIES,
  channels: CHANNELS,
  organisations: ORGANISATIONS,
};

const dimension = (known: ReadonlyMap<string, Term>): fc.Arbitrary<string | null> =>
  fc.constantFrom(null, ...known.keys());

/** One measurement with its key; the day tells them apart. */
const measurement = fc.record({
  indicator: fc.constantFrom(...INDICATORS),
  campaign: dimension(CAMPAIGNS),
  territory: dimension(TERRITORIES),
  channel: dimension(CHANNELS),
  organisation: dimension(ORGANISATIONS),
  content: said,
});
type Given = typeof measurement extends fc.Arbitrary<infer T> ? T : never;

const PROGRAMME = 'OML';
const context = rowContext(PROGRAMME, INDICATORS);

async function readings(file: string): Promise<RowReading[]> {
  const found: RowReading[] = [];
  async function* chunks(): AsyncGenerator<string> {
    yield file;
  }
  for await (const events of readStandardFile(chunks())) {
    for (const event of events) {
      if (event.kind !== 'row') throw new Error(JSON.stringify(event));
      found.push(readRow(event.row, event.line, context));
    }
  }
  return found;
}

const dayOf = (index: number): string =>
  `2020-${index % 2 === 0 ? '01' : '12'}-${String((index % 28) + 1).padStart(2, '0')}`;

function lineOf({ indicator, content, ...key }: Given, day: string) {
  const { value, valueMax, qualifier, absence, status, source, note } = content;
  const amount = value === null || qualifier === null ? null : { value, valueMax, qualifier };
  const days = { periodStart: day, periodEnd: day };
  return measurementLine(
    { indicator: indicator.code, ...key, ...days, quantity: amount, absence, status, source, note },
    indicator,
  );
}

describe('the standard file, read again', () => {
  it('asks for no change of 1 000 random data sets, whatever was said and whatever it cannot carry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(measurement, { minLength: 1, maxLength: 12 }), async (given) => {
        const file = standardFile(
          PROGRAMME,
          given.map((one, index) => lineOf(one, dayOf(index))),
        );
        const items = (await readings(file)).map((reading, index) => {
          if (reading.kind !== 'measurement') throw new Error(JSON.stringify(reading));
          const checking = checkMeasurement(reading.input, VOCABULARY);
          if (!checking.ok) throw new Error(JSON.stringify(checking.issues));
          return { line: index + 1, checked: checking.checked };
        });
        expect(items).toHaveLength(given.length);
        const stored = new Map(
          items.map(({ checked }, index) => {
            const content: MeasurementContent = (given[index] as Given).content;
            return [checked.naturalKey, { id: index + 1, version: 1, standing: 1, part: PARTS.day, content }];
          }),
        );
        expect(stored.size).toBe(given.length);
        const plan = planBatch(items, stored, {
          defaultStatus: 'validated',
          relations: subsetRelations(indicatorTerms),
          sealed: [],
          subsets: 'refuse',
        });
        expect(plan).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: given.length,
          rejected: [],
          planned: [],
        });
      }),
      { numRuns: 1_000, seed: SEED },
    );
  }, 60_000);

  it('gives targets and baselines back as they were decided', async () => {
    const target = fc.record({
      kind: fc.constantFrom('target' as const, 'baseline' as const),
      indicator: fc.constantFrom(...INDICATORS),
      campaign: dimension(CAMPAIGNS),
      quantity: quantity.filter(({ value, valueMax }) => Math.abs(valueMax ?? value) < 1e12),
      decidedBy: kept,
      note: kept,
    });
    await fc.assert(
      fc.asyncProperty(target, async ({ indicator, quantity: aimed, ...rest }) => {
        const days = { periodStart: '2020-01-01', periodEnd: '2020-12-31' };
        const said = { ...rest, ...days, indicator: indicator.code, amount: toAmount(aimed) };
        const [reading] = await readings(standardFile(PROGRAMME, [targetLine(said as Target, indicator)]));
        if (reading?.kind !== 'target') throw new Error(JSON.stringify(reading));
        expect(reading.definition).toMatchObject({ ...rest, ...days, indicator: indicator.code });
        const read = readQuantity(reading.definition, { decimals: indicator.decimals, signed: true });
        expect(read).toEqual({ ok: true, quantity: aimed, steps: null });
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
