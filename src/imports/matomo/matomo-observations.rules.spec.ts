import { matomoObservations, monthsToAsk } from './matomo-observations.rules.js';

const scale = (code: string, decimals = 0) => ({
  code,
  decimals,
  symbol: null,
  isContext: false,
  adds: true,
});
const counts = { visits: 1_043, uniqueVisitors: 812 };

describe('the months of the connector', () => {
  it('are the one under way and the two before, across years', () => {
    expect(monthsToAsk('2021-01-15')).toEqual([
      { start: '2020-11-01', end: '2020-11-30', isCurrent: false },
      { start: '2020-12-01', end: '2020-12-31', isCurrent: false },
      { start: '2021-01-01', end: '2021-01-31', isCurrent: true },
    ]);
    expect(monthsToAsk('2020-03-31').map(({ end }) => end)).toEqual([
      '2020-01-31',
      '2020-02-29',
      '2020-03-31',
    ]);
  });
});

describe('what a month says', () => {
  const month = { start: '2020-12-01', end: '2020-12-31', isCurrent: false };

  it('is said of the indicators that exist, on the channel when it does', () => {
    const scales = new Map([['VISITES_SITE', scale('VISITES_SITE', 1)]]);
    const place = { campaign: 'OP', channels: [{ code: 'site_web' }], scales };
    expect(matomoObservations(month, counts, place)).toMatchObject([
      {
        indicator: 'VISITES_SITE',
        campaign: 'OP',
        channel: 'site_web',
        periodStart: '2020-12-01',
        periodEnd: '2020-12-31',
        quantity: { value: 10_430, qualifier: 'exact' },
        marking: 'final',
      },
    ]);
  });

  it('is provisional while the month goes on, and says nothing of what was not counted', () => {
    const codes = ['VISITES_SITE', 'VISITEURS_UNIQUES_SITE'];
    const scales = new Map(codes.map((code) => [code, scale(code)]));
    const place = { campaign: null, channels: [], scales };
    const said = matomoObservations(
      { ...month, isCurrent: true },
      { ...counts, uniqueVisitors: null },
      place,
    );
    expect(said).toMatchObject([{ indicator: 'VISITES_SITE', channel: null, marking: 'provisional' }]);
  });
});
