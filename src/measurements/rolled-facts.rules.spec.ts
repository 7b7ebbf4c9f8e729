import { PARTS } from './measurement-part.rules.js';
import { planOfRolled, rolledFact, type RolledRow } from './rolled-facts.rules.js';

const YEAR = { start: '2020-01-01', end: '2020-12-31' };
const row = (rest: Partial<RolledRow> = {}): RolledRow => ({
  month: 202006,
  indicatorId: 7,
  indicator: 'VISITEURS',
  campaign: 'SALON',
  territory: null,
  channel: null,
  organisation: null,
  part: PARTS.day,
  marking: 'final',
  source: 'Compteur',
  measurements: 2,
  total: 70,
  firstDay: '2020-06-01',
  lastDay: '2020-06-15',
  recordedAt: '2020-12-17T08:00:00Z',
  ...rest,
});
const july = { month: 202007, firstDay: '2020-07-01', lastDay: '2020-07-31' };

describe('what roll-ups may stand for', () => {
  it('is everything, when all of a campaign is told alike', () => {
    const rows = [row(), row({ campaign: null, territory: 'CAHORS' }), row(july)];
    expect(planOfRolled(rows, YEAR)).toEqual({ added: rows, months: new Map(), indicatorIds: [7] });
  });

  it.each<[string, Partial<RolledRow>]>([
    ['days and months', { part: PARTS.month }],
    ['territories beside none', { territory: 'CAHORS' }],
    ['channels beside none', { channel: 'web' }],
    ['organisations beside none', { organisation: 'CCI' }],
    ['a sum beyond safe integers', { total: 2 ** 53 }],
  ])('is nothing of an indicator with %s in one campaign', (_, rest) => {
    const other = row({ indicator: 'SPOTS', indicatorId: 8 });
    expect(planOfRolled([row(), row({ ...july, ...rest }), other], YEAR)).toEqual({
      added: [other],
      months: new Map(),
      indicatorIds: [8],
    });
  });

  it('is not a month whose slice has two sources, nor one that goes beyond the days asked for', () => {
    const [first, second] = [row(), row({ source: 'Billetterie' })];
    const spots = { indicator: 'SPOTS', indicatorId: 8 };
    const own = row({ ...spots, ...july });
    const plan = planOfRolled([first, second, row({ ...july }), row(spots), own], {
      start: '2020-06-02',
      end: '2020-07-31',
    });
    expect(plan.added).toEqual([row(july), own]);
    expect(plan.months).toEqual(new Map([[202006, [7, 8]]]));
    expect(plan.indicatorIds).toEqual([7, 8]);
    const until = planOfRolled([row()], { start: '2020-01-01', end: '2020-06-14' });
    expect(until).toMatchObject({ added: [], months: new Map([[202006, [7]]]) });
  });
});

describe('a roll-up as a measurement', () => {
  it('is an exact sum, with a number below 0', () =>
    expect(rolledFact(row(), 0)).toMatchObject({
      id: -1,
      version: 0,
      periodStart: '2020-06-01',
      periodEnd: '2020-06-15',
      precision: 'range',
      quantity: { value: 70, valueMax: null, qualifier: 'exact' },
      status: 'validated',
      measurements: 2,
    }));

  it('has the precision of the one measurement that it holds, else that of its days', () => {
    const day = { measurements: 1, lastDay: '2020-06-01' };
    expect(rolledFact(row(day), 4)).toMatchObject({ id: -5, precision: 'day' });
    const june = { lastDay: '2020-06-30', part: PARTS.month };
    expect(rolledFact(row({ ...june, measurements: 1 }), 0).precision).toBe('month');
    expect(rolledFact(row({ lastDay: '2020-06-30', measurements: 30 }), 0).precision).toBe('month');
  });
});
