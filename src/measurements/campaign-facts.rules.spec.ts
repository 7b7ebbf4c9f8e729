import fc from 'fast-check';
import { campaignFact, planOfCampaigns, type CampaignMonthRow } from './campaign-facts.rules.js';
import type { CampaignShareRow } from './campaign-facts.rules.js';
import { PARTS } from './measurement-part.rules.js';

const YEAR = { start: '2020-01-01', end: '2020-12-31' };
const june: CampaignMonthRow = {
  month: 202006,
  indicatorId: 7,
  campaignId: 3,
  indicator: 'VISITEURS',
  campaign: 'SALON',
  shape: 1,
  part: PARTS.day,
  marking: 'final',
  source: 'Compteur',
  measurements: 4,
  total: 70,
  firstDay: '2020-06-02',
  lastDay: '2020-06-15',
  recordedAt: '2020-12-17T08:00:00Z',
};
const july: CampaignMonthRow = {
  ...june,
  month: 202007,
  firstDay: '2020-07-01',
  lastDay: '2020-07-31',
  total: 5,
};
const share = (member: string, total: number, rest: Partial<CampaignShareRow> = {}): CampaignShareRow => ({
  indicatorId: 7,
  campaignId: 3,
  axis: 'territory',
  member,
  marking: 'final',
  total,
  ...rest,
});

describe('the sums that may stand for the measurements of a campaign', () => {
  const plan = (rows: CampaignMonthRow[], period = YEAR, mayBeSummed = true) =>
    planOfCampaigns(rows, period, () => mayBeSummed);

  it('are those of a year that tells the same dimensions, and days or months, throughout', () => {
    const other = { ...june, campaignId: 0, campaign: null, shape: 2, part: PARTS.month };
    expect(plan([june, other, july])).toEqual({
      summed: new Map([
        ['7|3', [june, july]],
        ['7|0', [other]],
      ]),
      cut: [],
      mixed: [],
    });
  });

  it.each<[string, Partial<CampaignMonthRow>]>([
    ['other dimensions', { shape: 3 }],
    ['months beside days', { part: PARTS.month }],
    ['more than safe integers add up', { total: Number.MAX_SAFE_INTEGER }],
  ])('are none where a month tells %s', (_, rest) =>
    expect(plan([june, { ...july, ...rest }])).toMatchObject({ mixed: [{ campaignId: 3 }], cut: [] }),
  );

  it.each<[string, typeof YEAR, CampaignMonthRow[]]>([
    ['the days asked for end before the last one', { ...YEAR, end: '2020-07-30' }, [june, july]],
    ['they begin after the first one', { ...YEAR, start: '2020-06-03' }, [june, july]],
    [
      'the rest of the civil year is of another exercice',
      { start: '2020-07-01', end: '2021-06-30' },
      [june, july],
    ],
    ['they are of two civil years', { start: '2020-01-01', end: '2021-06-30' }, [june, july]],
  ])('are those of some days where %s', (_, period, rows) =>
    expect(plan(rows, period)).toMatchObject({ summed: new Map(), cut: [{ campaignId: 3 }], mixed: [] }),
  );

  it('are none of a campaign of which something stands apart, nor of one without a day within those asked for', () => {
    const nothing = { summed: new Map(), cut: [], mixed: [] };
    expect(plan([june], YEAR, false)).toEqual(nothing);
    expect(plan([june], { start: '2020-06-16', end: '2020-06-30' })).toEqual(nothing);
  });
});

describe('the year of a campaign as one measurement', () => {
  let last = 0;
  const nextId = (): number => (last -= 1);

  it('is an exact sum that knows its parts by month and by member', () => {
    const provisional = {
      ...july,
      marking: 'provisional' as const,
      source: null,
      recordedAt: '2020-12-18T08:00:00Z',
    };
    const rows = [share('CAHORS', 30), share('CAHORS', 5, { marking: 'provisional' }), share('FIGEAC', 40)];
    const fact = campaignFact([june, provisional], rows, nextId);
    expect(fact).toMatchObject({
      campaign: 'SALON',
      territory: null,
      periodStart: '2020-06-02',
      periodEnd: '2020-07-31',
      precision: 'range',
      quantity: { value: 75, valueMax: null, qualifier: 'exact' },
      marking: 'provisional',
      recordedAt: '2020-12-18T08:00:00Z',
      summed: { measurements: 8, sources: ['Compteur'], ends: ['2020-06-02', '2020-07-31'] },
    });
    const { parts } = fact.summed ?? {};
    expect(parts?.members).toEqual({ territory: ['CAHORS', 'FIGEAC'], channel: [], organisation: [] });
    expect(parts?.along('territory')).toMatchObject([
      { territory: 'CAHORS', quantity: { value: 35 }, marking: 'provisional' },
      { territory: 'FIGEAC', quantity: { value: 40 }, marking: 'final' },
    ]);
    expect(parts?.along('channel')).toEqual([]);
    expect(parts?.along('month')).toMatchObject([
      { periodStart: '2020-06-02', periodEnd: '2020-06-15', quantity: { value: 70 }, territory: null },
      { periodStart: '2020-07-01', periodEnd: '2020-07-31', quantity: { value: 5 } },
    ]);
    expect(parts?.along('month')).toBe(parts?.along('month'));
  });

  it('ends for the first time on the last day of its first month, when months were told', () => {
    const whole = { part: PARTS.month, measurements: 1 };
    const months = [
      { ...june, ...whole, firstDay: '2020-06-01', lastDay: '2020-06-30' },
      { ...july, ...whole },
    ];
    expect(campaignFact(months, [], nextId).summed?.ends).toEqual(['2020-06-30', '2020-07-31']);
    expect(campaignFact(months.slice(0, 1), [], nextId).precision).toBe('month');
    expect(campaignFact([{ ...june, measurements: 1, lastDay: '2020-06-02' }], [], nextId).precision).toBe(
      'day',
    );
  });

  it('spans its months in whatever order they come', () =>
    expect(campaignFact([july, june], [], nextId)).toMatchObject({
      periodStart: '2020-06-02',
      periodEnd: '2020-07-31',
    }));

  it('gives every fact a number of its own, below 0', () => {
    const totals = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(totals, totals, (months, members) => {
        const fact = campaignFact(
          months.map((total, index) => ({ ...june, month: 202001 + index, total })),
          members.map((total, index) => share(`T${index}`, total)),
          nextId,
        );
        const facts = [
          fact,
          ...(['territory', 'month'] as const).flatMap((cut) => fact.summed?.parts?.along(cut) ?? []),
        ];
        expect(facts).toHaveLength(1 + months.length + members.length);
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
        expect(facts.every(({ id }) => id < 0)).toBe(true);
        expect(fact.quantity?.value).toBe(months.reduce((sum, total) => sum + total, 0));
      }),
    );
  });
});
