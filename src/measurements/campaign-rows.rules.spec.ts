import { campaignMonth, campaignShare } from './campaign-rows.rules.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';
import { AXES } from './scope.rules.js';

const terms = (...codes: string[]): Map<string, Term> =>
  new Map(codes.map((code, index) => [code, { id: index + 1, code }]));
const vocabulary: MeasurementVocabulary = {
  indicators: new Map([['VUES', { id: 1, code: 'VUES', decimals: 0, subsetOfId: null, retiredOn: null }]]),
  campaigns: terms('SALON', 'SPOTS'),
  territories: terms('CAHORS', 'FIGEAC'),
  channels: terms('web'),
  organisations: terms('CCI46'),
};

describe('the sums of campaigns, with codes', () => {
  it('name the indicator and the campaign of a month, and read a sum that came as text', () => {
    const row = {
      month: 202006,
      indicatorId: 1,
      campaignId: 2,
      shape: 0,
      part: 1 as const,
      marking: 'final' as const,
      source: null,
      measurements: 3,
      total: '9000000000',
      firstDay: '2020-06-01',
      lastDay: '2020-06-30',
      recordedAt: '2020-12-17T08:00:00Z',
    };
    expect(campaignMonth(row, vocabulary)).toEqual({
      ...row,
      total: 9_000_000_000,
      indicator: 'VUES',
      campaign: 'SPOTS',
    });
    expect(campaignMonth({ ...row, campaignId: 0 }, vocabulary).campaign).toBeNull();
  });

  it.each<[number, string, string, string]>([
    [AXES.territory, '2', 'territory', 'FIGEAC'],
    [AXES.organisation, '1', 'organisation', 'CCI46'],
    [AXES.channel, 'web', 'channel', 'web'],
  ])('name the member of axis %d', (axis, member, along, code) => {
    const row = { indicatorId: 1, campaignId: 0, axis, member, marking: 'final' as const, total: 4 };
    expect(campaignShare(row, vocabulary)).toEqual({ ...row, axis: along, member: code });
  });
});
