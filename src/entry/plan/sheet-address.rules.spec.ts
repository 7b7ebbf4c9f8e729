import { sheetAddress } from './sheet-address.rules.js';

const SPOTS = {
  indicator: 'SPOTS_PARTAGES',
  campaign: 'OP-2020-SPOTS',
  territory: null,
  channel: null,
  organisation: null,
};
const at = (periodStart: string, periodEnd: string): string | null =>
  sheetAddress({ ...SPOTS, periodStart, periodEnd }, [{ year: 2020, startDate: null, endDate: null }]);

describe('where the sheet of a figure is', () => {
  it.each([
    ['2020-09-16', '2020-09-16', '2020-09-16'],
    ['2020-09-01', '2020-09-30', '2020-09'],
    ['2020-07-01', '2020-09-30', '2020-T3'],
    ['2020-01-01', '2020-12-31', '2020'],
  ])('from %s to %s is in %s', (start, end, period) => {
    expect(at(start, end)).toBe(`/saisie/${period}/spots-partages~op-2020-spots`);
  });

  it('is nowhere for a season', () => {
    expect(at('2020-06-01', '2020-09-30')).toBeNull();
  });
});
