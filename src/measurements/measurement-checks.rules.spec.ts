import { inputCheck } from './measurement-checks.rules.js';
import type { MeasurementInput, MeasurementVocabulary } from './measurement.types.js';

const words: MeasurementVocabulary = {
  indicators: new Map([['VUES', { id: 7, code: 'VUES', decimals: 0, subsetOfId: null, retiredOn: null }]]),
  campaigns: new Map([
    ['OP-1', { id: 1, code: 'OP-1' }],
    ['op-1', { id: 1, code: 'OP-1' }],
  ]),
  territories: new Map(),
  channels: new Map(),
  organisations: new Map(),
};
const input: MeasurementInput = {
  indicator: 'VUES',
  periodStart: '2020-01-01',
  periodEnd: '2020-01-31',
  value: 12,
};

describe('the check of an input', () => {
  it('gives what may be recorded, with its line', () => {
    expect(inputCheck(words)(input, 3)).toMatchObject({ line: 3, checked: { key: { indicatorId: 7 } } });
  });

  it('tells everything that is wrong with it', () => {
    const wrong = inputCheck(words)({ ...input, campaign: 'OP-9', periodEnd: '2020-01-32' }, 4);
    expect(wrong).toEqual([
      expect.objectContaining({ line: 4, path: 'campaign', code: 'unknown_campaign' }),
      expect.objectContaining({ line: 4, path: 'periodEnd', code: 'not_a_date' }),
    ]);
  });

  it('holds it to what its author may write', () => {
    const limits = { indicators: null, campaigns: ['OP-1'], organisations: null };
    const check = inputCheck(words, limits);
    expect(check({ ...input, campaign: 'op-1' }, 5)).toMatchObject({ checked: { key: { campaignId: 1 } } });
    expect(check(input, 6)).toEqual([
      expect.objectContaining({ line: 6, path: 'campaign', code: 'out_of_scope' }),
    ]);
  });
});
