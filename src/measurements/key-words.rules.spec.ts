import { measurementKey } from '../../test/support/measurement-contents.js';
import { saidKey } from './key-words.rules.js';
import type { MeasurementVocabulary } from './measurement.types.js';

const words: MeasurementVocabulary = {
  indicators: new Map([['VUES', { id: 7, code: 'VUES', decimals: 0, subsetOfId: null, retiredOn: null }]]),
  campaigns: new Map([
    ['OP-1', { id: 1, code: 'OP-1' }],
    ['OP-2', { id: 2, code: 'OP-2' }],
  ]),
  territories: new Map([['GRAND-CAHORS', { id: 3, code: 'GRAND-CAHORS' }]]),
  channels: new Map(),
  organisations: new Map([['CCI46', { id: 4, code: 'CCI46' }]]),
};

describe('a key in words', () => {
  it('says the codes of what it names', () => {
    const key = measurementKey({
      indicatorId: 7,
      campaignId: 2,
      territoryId: 3,
      channel: 'salon',
      organisationId: 4,
    });
    expect(saidKey(key, words)).toEqual({
      indicator: 'VUES',
      campaign: 'OP-2',
      territory: 'GRAND-CAHORS',
      channel: 'salon',
      organisation: 'CCI46',
      periodStart: key.periodStart,
      periodEnd: key.periodEnd,
    });
  });

  it('says nothing of what it does not name, or of what is no more', () => {
    const said = saidKey(measurementKey({ indicatorId: 8, organisationId: 9 }), words);
    expect(said).toMatchObject({
      indicator: '',
      campaign: null,
      territory: null,
      channel: null,
      organisation: null,
    });
  });
});
