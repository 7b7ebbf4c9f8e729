import fc from 'fast-check';
import { buildOperation, knownPeriod } from '../../../test/support/domain-builders.js';
import { indicatorRule } from '../../../test/support/facts.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { CollectionLine } from './collection-line.types.js';
import { parseEntryPeriod, periodBefore, type EntryPeriod } from './entry-period.rules.js';
import type { ExpectedInput } from './expected-figure.types.js';
import { expectedFigures } from './expected-figures.rules.js';
import { expectedByMonth, monthsOf } from './expected-months.rules.js';
import { parseRowKey, rowKey } from './row-key.rules.js';

const period = (name: string): EntryPeriod => {
  const found = parseEntryPeriod(name, []);
  if (found === null) throw new Error(`no such period: ${name}`);
  return found;
};

const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  ...indicatorRule({ code }),
  id: 1,
  slug: rowKey({ indicator: code, campaign: null, territory: null, channel: null, organisation: null }),
  position: 1,
  labelOne: '',
  labelOther: '',
  elision: false,
  symbol: null,
  decimals: 0,
  signed: false,
  method: null,
  producer: null,
  owner: null,
  frequency: null,
  dueDays: null,
  version: 1,
  retiredOn: null,
  updatedAt: '2020-12-17T08:00:00Z',
  ...more,
});

const VISITS = indicator('VISITES');
const MEMBERS = indicator('AMBASSADEURS', { nature: 'stock' });
const SPOTS = indicator('SPOTS');

let last = 0;
function given(code: string, days: string, more: Partial<MeasurementRecord> = {}): MeasurementRecord {
  const { start, end } = knownPeriod(days);
  last += 1;
  return {
    id: last,
    version: 1,
    indicator: code,
    decimals: 0,
    campaign: null,
    territory: null,
    channel: null,
    organisation: null,
    periodStart: String(start),
    periodEnd: String(end),
    value: 12,
    valueMax: null,
    qualifier: 'exact',
    absence: null,
    status: 'validated',
    marking: 'final',
    precision: 'month',
    source: null,
    note: null,
    internalNote: null,
    recordedAt: '2020-12-17T08:00:00Z',
    recordedBy: 'person:1',
    reason: null,
    ...more,
  };
}

const input = (more: Partial<ExpectedInput> = {}): ExpectedInput => ({
  period: period('2020-09'),
  recentFrom: '2020-06-01',
  yearBefore: { start: '2019-09-01', end: '2019-09-30' },
  lines: [],
  entered: [],
  indicators: [VISITS, MEMBERS, SPOTS],
  campaigns: [],
  organisations: null,
  usualDueDays: 15,
  asked: [],
  ...more,
});
const told = (more: Partial<ExpectedInput>): string[] =>
  expectedFigures(input(more)).map(({ key, origin }) => `${key} ${origin}`);

describe('the figures of a period', () => {
  it('are those that were given in the periods before, or a year before', () => {
    expect(told({ entered: [given('VISITES', '2020-07')] })).toEqual(['visites habit']);
    expect(told({ entered: [given('VISITES', '2019-09')] })).toEqual(['visites habit']);
    expect(told({ entered: [given('VISITES', '2020-02')] })).toEqual([]);
    expect(told({ entered: [given('VISITES', '2020-08', { status: 'withdrawn' })] })).toEqual([]);
  });

  it('are not those of an operation that goes on, long after its last one', () => {
    const campaigns = [buildOperation('OP', { period: knownPeriod('2020') })];
    const awaited = (days: string): string[] =>
      told({ entered: [given('VISITES', days, { campaign: 'OP' })], campaigns });
    expect(awaited('2020-04')).toEqual([]);
    expect(awaited('2020-06')).toEqual(['visites~op habit']);
    expect(awaited('2019-09')).toEqual(['visites~op habit']);
  });

  it('ask nothing of an operation that is over or held up', () => {
    const entered = [given('VISITES', '2020-08', { campaign: 'OP' })];
    const campaigns = (more: Parameters<typeof buildOperation>[1]) => [buildOperation('OP', more)];
    expect(told({ entered, campaigns: campaigns({ period: knownPeriod('2020-ete') }) })).toEqual([
      'visites~op habit',
    ]);
    expect(told({ entered, campaigns: campaigns({ period: knownPeriod('2020-08') }) })).toEqual([]);
    const held = campaigns({ period: knownPeriod('2020-ete'), status: 'in_question' });
    expect(told({ entered, campaigns: held })).toEqual([]);
  });

  it('stand as the last day of the period for a state, unless it is given for whole periods', () => {
    const [row] = expectedFigures(input({ entered: [given('AMBASSADEURS', '2020-08-31')] }));
    expect(row).toMatchObject({ days: { start: '2020-09-30', end: '2020-09-30' }, current: null });
    const [whole] = expectedFigures(input({ entered: [given('AMBASSADEURS', '2020-08')] }));
    expect(whole?.days).toEqual({ start: '2020-09-01', end: '2020-09-30' });
  });

  it('take what was given for a few days of the period, and add up what details it', () => {
    const salon = given('VISITES', '2020-09-16');
    const [alone] = expectedFigures(input({ entered: [salon] }));
    expect(alone).toMatchObject({
      origin: 'entered',
      isExpected: false,
      current: { id: salon.id },
      details: [],
    });
    const [detailed] = expectedFigures(input({ entered: [salon, given('VISITES', '2020-09-17')] }));
    expect(detailed).toMatchObject({ current: null, days: { start: '2020-09-01', end: '2020-09-30' } });
    expect(detailed?.details).toHaveLength(2);
  });

  it('tell what a season covers, and not what a year does', () => {
    const [row] = expectedFigures(input({ entered: [given('SPOTS', '2020-ete')] }));
    expect(row).toMatchObject({
      origin: 'covered',
      isExpected: false,
      current: null,
      covering: { value: 12 },
    });
    expect(told({ entered: [given('SPOTS', '2020')] })).toEqual([]);
  });

  it('come from the plan while its line runs, with its own due day', () => {
    const line: CollectionLine = {
      id: 1,
      indicator: 'VISITES',
      campaign: null,
      territory: null,
      channel: null,
      organisation: 'CCI46',
      frequency: 'month',
      startsOn: '2020-01-01',
      endsOn: '2020-12-31',
      dueDays: 10,
      ownerId: 3,
    };
    const [row] = expectedFigures(input({ lines: [line] }));
    expect(row).toMatchObject({
      key: 'visites~~~~cci46',
      origin: 'planned',
      due: '2020-10-10',
      line: { ownerId: 3 },
    });
    expect(told({ lines: [{ ...line, endsOn: '2020-08-31' }] })).toEqual([]);
    expect(told({ lines: [{ ...line, frequency: 'quarter' }] })).toEqual([]);
    expect(told({ lines: [line], organisations: ['LOT-TOURISME'] })).toEqual([]);
  });

  it('come from how often an indicator is due, while nothing was ever given of it', () => {
    const monthly = [indicator('VISITES', { frequency: 'month' })];
    expect(told({ indicators: monthly })).toEqual(['visites frequency']);
    expect(
      told({ indicators: [indicator('VISITES', { frequency: 'month', retiredOn: '2020-08-31' })] }),
    ).toEqual([]);
    expect(told({ indicators: monthly, organisations: ['CCI46'] })).toEqual([]);
  });

  it('hold each slice once, whatever says that it is awaited', () => {
    const months = fc.constantFrom(
      '2019-09',
      '2020-07',
      '2020-08',
      '2020-09',
      '2020-ete',
      '2020-09-16',
      '2020-09-30',
    );
    const records = fc.array(
      fc.record({
        code: fc.constantFrom('VISITES', 'AMBASSADEURS', 'SPOTS'),
        days: months,
        who: fc.constantFrom(null, 'CCI46'),
      }),
    );
    fc.assert(
      fc.property(records, (some) => {
        const entered = some.map(({ code, days, who }) => given(code, days, { organisation: who }));
        const rows = expectedFigures(input({ entered }));
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const row of rows) {
          expect(row.days.start >= '2020-09-01' && row.days.end <= '2020-09-30').toBe(true);
          expect(rowKey(parseRowKey(row.key) ?? row)).toBe(row.key);
        }
      }),
    );
  });
});

describe('the figures of a year by months', () => {
  const months = (name: string, exercices: Parameters<typeof monthsOf>[1] = []): EntryPeriod[] =>
    monthsOf(parseEntryPeriod(name, exercices) ?? period(name), exercices);
  const inputOf = (
    month: EntryPeriod,
  ): Omit<ExpectedInput, 'entered' | 'asked'> & { enteredFrom: string } => {
    const yearBefore = period(`${Number(month.name.slice(0, 4)) - 1}${month.name.slice(4)}`);
    let recent = month;
    for (let count = 0; count < 3; count += 1) recent = periodBefore(recent, []);
    return {
      ...input(),
      period: month,
      recentFrom: recent.start,
      yearBefore,
      enteredFrom: yearBefore.start,
    };
  };
  const told2020 = (entered: readonly MeasurementRecord[], asked: ExpectedInput['asked'] = []): string[] =>
    expectedByMonth(months('2020').map(inputOf), entered, asked).map(
      ({ key, months: figures }) =>
        `${key} ${figures.map(({ isExpected }) => (isExpected ? 'x' : '.')).join('')}`,
    );

  it('stand in the months whose last day the exercice holds', () => {
    expect(months('2020').map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2020-${String(index + 1).padStart(2, '0')}`),
    );
    const school = { year: 2021, startDate: '2020-09-15', endDate: '2021-09-14' };
    const names = months('2021', [school]).map(({ name }) => name);
    expect([names[0], names.at(-1), names.length]).toEqual(['2020-09', '2021-08', 12]);
  });

  it('are what one of the months awaits, with a cell in each of them', () => {
    expect(told2020([given('VISITES', '2020-07')])).toEqual(['visites .......xxx..']);
    expect(told2020([given('VISITES', '2019-09')])).toEqual(['visites ........x...']);
    expect(told2020([given('SPOTS', '2020-12')])).toEqual(['spots ............']);
  });

  it('leave single days and seasons to their own grids, unless they are asked for', () => {
    const entered = [given('VISITES', '2020-09-16'), given('SPOTS', '2020-ete')];
    expect(told2020(entered)).toEqual([]);
    const none = { campaign: null, territory: null, channel: null, organisation: null };
    expect(told2020(entered, [{ indicator: 'SPOTS', ...none }])).toEqual(['spots ............']);
  });

  it('say of each cell what the grid of its month says', () => {
    const days = fc.constantFrom(
      '2019-03',
      '2019-11',
      '2020-02',
      '2020-05',
      '2020-05-31',
      '2020-06-12',
      '2020-ete',
    );
    const records = fc.array(fc.record({ code: fc.constantFrom('VISITES', 'AMBASSADEURS', 'SPOTS'), days }));
    fc.assert(
      fc.property(records, (some) => {
        const entered = some.map((one) => given(one.code, one.days));
        const rows = expectedByMonth(months('2020').map(inputOf), entered, []);
        for (const [index, month] of months('2020').entries()) {
          const alone = inputOf(month);
          const own = entered.filter(({ periodEnd }) => periodEnd >= alone.enteredFrom);
          for (const figure of expectedFigures({ ...alone, entered: own, asked: [] })) {
            const here = rows.find(({ key }) => key === figure.key)?.months[index];
            if (figure.isExpected) expect(here).toEqual(figure);
            else if (here !== undefined) expect(here.current).toEqual(figure.current);
          }
        }
      }),
    );
  });
});

describe('keys of rows', () => {
  it('come back as the slugs that they name', () => {
    expect(parseRowKey('visites~op-2020-spots~~facebook')).toEqual({
      indicator: 'visites',
      campaign: 'op-2020-spots',
      territory: null,
      channel: 'facebook',
      organisation: null,
    });
  });

  it.each(['', '~op', 'Visites', 'a~b~c~d~e~f', '../x', 'a b'])('%p is none', (key) => {
    expect(parseRowKey(key)).toBeNull();
  });
});
