import type { ScopeLimits } from '../accounts/account.types.js';
import { narrowed, scopeIds, scopeIssue, type ScopedKey } from './measurement-scope.rules.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';

const terms = (...codes: string[]): Map<string, Term> =>
  new Map(codes.map((code, index) => [code, { id: index + 1, code }]));
/** Two codes of one slug: only the row's own identifier tells them apart. */
const words: MeasurementVocabulary = {
  indicators: new Map([['VUES', { id: 1, code: 'VUES', decimals: 0, subsetOfId: null, retiredOn: null }]]),
  campaigns: terms('OP-1', 'OP-2'),
  territories: terms(),
  channels: terms(),
  organisations: terms('CD-46', 'CD_46'),
};
const limits = (some: Partial<ScopeLimits>): ScopeLimits => ({
  indicators: null,
  campaigns: null,
  organisations: null,
  ...some,
});
const key = (some: Partial<ScopedKey> = {}): ScopedKey => ({
  indicatorId: 1,
  campaignId: 1,
  organisationId: 1,
  ...some,
});
const pathOf = (some: Partial<ScopeLimits>, row: ScopedKey): string | null => {
  const limit = limits(some);
  return scopeIssue(row, scopeIds(words, limit), limit)?.path ?? null;
};

describe('the scope of a row', () => {
  it('has no limit for whoever has none', () => {
    expect(scopeIds(words, null)).toEqual({ indicatorIds: null, campaignIds: null, organisationIds: null });
    expect(pathOf({}, key({ campaignId: null, organisationId: null }))).toBeNull();
  });

  it('is decided by the row, not by the spelling of a code', () => {
    expect(pathOf({ organisations: ['CD_46'] }, key({ organisationId: 2 }))).toBeNull();
    expect(pathOf({ organisations: ['CD_46'] }, key({ organisationId: 1 }))).toBe('organisation');
  });

  it('names the first member that is out of it', () => {
    expect(pathOf({ indicators: ['AUTRE'] }, key())).toBe('indicator');
    expect(pathOf({ campaigns: ['OP-2'] }, key())).toBe('campaign');
    expect(pathOf({ campaigns: ['OP-2'] }, key({ campaignId: null }))).toBe('campaign');
    expect(pathOf({ organisations: ['CD-46'] }, key({ organisationId: null }))).toBe('organisation');
    expect(pathOf({ organisations: [] }, key())).toBe('organisation');
  });

  it('says what to write', () => {
    const two = limits({ organisations: ['CD-46', 'CD_46'] });
    expect(scopeIssue(key({ organisationId: null }), scopeIds(words, two), two)).toMatchObject({
      code: 'out_of_scope',
      message: expect.stringContaining('CD-46 ou CD_46'),
    });
    const nothing = limits({ organisations: [] });
    expect(scopeIssue(key(), scopeIds(words, nothing), nothing)?.message).toContain('rien');
  });

  it('narrows what is asked for to what is allowed', () => {
    expect(narrowed(null, null)).toBeNull();
    expect(narrowed([1], null)).toEqual([1]);
    expect(narrowed(null, 2)).toEqual([2]);
    expect(narrowed([1, 2], 2)).toEqual([2]);
    expect(narrowed([1], 2)).toEqual([]);
  });
});
