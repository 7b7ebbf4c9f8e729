import type { ScopeLimits } from '../accounts/account.types.js';
import { errorCode } from '../kernel/error-code.js';
import type { FigureAnswer } from './figure-answer.rules.js';
import { refuseBeyond, refuseIndicatorBeyond, withinLimits } from './figure-limits.rules.js';

const NONE: ScopeLimits = { indicators: null, campaigns: null, organisations: null };
const refusalOf = (limits: Partial<ScopeLimits>, campaign?: string): string | null => {
  try {
    refuseBeyond({ ...NONE, ...limits }, { campaign });
    return null;
  } catch (error) {
    return errorCode(error);
  }
};
const share = { value: 33, lower: 33, upper: 33, text: '33 %' };
const figure = (indicator: string, rest: Partial<FigureAnswer> = {}): FigureAnswer => ({
  indicator,
  year: 2020,
  at: '2020-12-31',
  value: 1,
  qualifier: 'exact',
  lower: 1,
  upper: 1,
  text: indicator,
  status: 'validated',
  marking: 'final',
  assessment: 'no_target',
  assessmentText: 'Pas de cible définie',
  provenance: { measurements: 1, sources: [], lastUpdate: null },
  ...rest,
});

describe('what a limited token reads of figures', () => {
  it.each<[Partial<ScopeLimits>, string | undefined, string | null]>([
    [{}, undefined, null],
    [{ organisations: ['A'] }, undefined, 'out_of_scope'],
    [{ organisations: ['A'] }, 'OP-1', 'out_of_scope'],
    [{ organisations: [] }, undefined, 'out_of_scope'],
    [{ campaigns: ['OP-1'] }, undefined, 'out_of_scope'],
    [{ campaigns: ['OP-1'] }, 'op-1', null],
    [{ campaigns: ['OP-1'] }, 'OP-2', 'not_found'],
    [{ indicators: ['A'] }, undefined, null],
  ])('answers %p asking for %p: %p', (limits, campaign, expected) => {
    expect(refusalOf(limits, campaign)).toBe(expected);
  });

  it('keeps the figures of its indicators, and no word of the others', () => {
    const parts = [figure('PROJETS', { shareOfParent: share }), figure('AUTRES')];
    const all = [figure('VISITEURS', { parts }), figure('VUES'), figure('PROJETS', { shareOfParent: share })];
    expect(withinLimits(all, NONE)).toEqual(all);
    expect(withinLimits(all, { ...NONE, indicators: ['visiteurs'] })).toEqual([figure('VISITEURS')]);
    expect(withinLimits(all, { ...NONE, indicators: ['PROJETS'] })).toEqual([figure('PROJETS')]);
    const both = withinLimits(all, { ...NONE, indicators: ['VISITEURS', 'PROJETS'] });
    expect(both[0]?.parts?.map(({ indicator }) => indicator)).toEqual(['PROJETS']);
  });
});

describe('an indicator beyond the limits of a token', () => {
  it('does not exist for it', () => {
    const limits = { ...NONE, indicators: ['VUES_RESEAUX'] };
    expect(() => refuseIndicatorBeyond(limits, 'VISITEURS_STAND')).toThrow(
      /pas de ceux que ce jeton peut lire/,
    );
    expect(() => refuseIndicatorBeyond(limits, 'vues-reseaux')).not.toThrow();
    expect(() => refuseIndicatorBeyond(NONE, 'VISITEURS_STAND')).not.toThrow();
  });
});
