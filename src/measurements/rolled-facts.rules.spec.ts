import { PARTS } from './measurement-part.rules.js';
import { planOfRolled, rolledFact, type RolledRow } from './rolled-facts.rules.js';

const YEAR = { start: '2020-01-01', end: '2020-12-31' };
const row = (rest: Partial<RolledRow> = {}): RolledRow => ({
  month: 202006,
  indicatorId: 7,
  campaignId: 3,
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

describe('the roll-ups that may stand for their measurements', () => {
  it('are all of those that tell one slice and month once, within the days asked for', () => {
    const rows = [row(), row({ campaign: null, campaignId: 0, territory: 'CAHORS' }), row(july)];
    expect(planOfRolled(rows, YEAR)).toEqual({ added: rows, oneByOne: [] });
  });

  it('are not those of a month whose slice has two sources, nor one that goes beyond the days', () => {
    const spots = { indicator: 'SPOTS', indicatorId: 8 };
    const own = row({ ...spots, ...july });
    const plan = planOfRolled([row(), row({ source: 'Billetterie' }), row(july), row(spots), own], {
      start: '2020-06-02',
      end: '2020-07-31',
    });
    expect(plan.added).toEqual([row(july), own]);
    expect(plan.oneByOne).toMatchObject([
      { month: 202006, scope: { indicatorId: 7, campaignId: 3 } },
      { month: 202006, scope: { indicatorId: 8, campaignId: 3 } },
    ]);
    const until = planOfRolled([row()], { start: '2020-01-01', end: '2020-06-14' });
    expect(until).toMatchObject({ added: [], oneByOne: [{ month: 202006 }] });
  });

  it('are none of a sum beyond safe integers', () =>
    expect(planOfRolled([row({ total: 2 ** 53 })], YEAR)).toMatchObject({ added: [], oneByOne: [{}] }));
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
      summed: { measurements: 2, sources: ['Compteur'], ends: ['2020-06-01', '2020-06-15'], parts: null },
    }));

  it('has the precision of the one measurement that it holds, else that of its days', () => {
    const day = { measurements: 1, lastDay: '2020-06-01' };
    expect(rolledFact(row(day), 4)).toMatchObject({ id: -5, precision: 'day' });
    const june = { lastDay: '2020-06-30', part: PARTS.month };
    expect(rolledFact(row({ ...june, measurements: 1 }), 0).precision).toBe('month');
    expect(rolledFact(row({ lastDay: '2020-06-30', measurements: 30 }), 0).precision).toBe('month');
  });
});
