import { fact, figuresInput, indicatorRule, targetRule } from '../../test/support/facts.js';
import { PARTS } from '../measurements/measurement-part.rules.js';
import { campaignFact } from '../measurements/campaign-facts.rules.js';
import { basisOf, sameScope } from './figure-basis.rules.js';
import { figureOf } from './figure.rules.js';

/** The days of June that a sum adds up. */
const rolled = (firstDay: string, lastDay: string, measurements = 2) =>
  campaignFact(
    [
      {
        month: 202006,
        indicatorId: 1,
        campaignId: 0,
        indicator: 'VISITEURS',
        campaign: null,
        shape: 0,
        part: PARTS.day,
        marking: 'final',
        source: 'Compteur',
        measurements,
        total: 70,
        firstDay,
        lastDay,
        recordedAt: '2020-12-17T08:00:00Z',
      },
    ],
    [],
    () => -1,
  );

describe('the days on which what a figure counts ends', () => {
  it('are the first and the last of those with a value', () => {
    const facts = [fact(3, '2020-06'), fact(4, '2020-02-03'), fact(null, '2020-11'), fact(5, '2020-04')];
    expect(basisOf(facts).ends).toEqual(['2020-02-03', '2020-06-30']);
    expect(basisOf([fact(null, '2020-11')]).ends).toEqual([]);
    expect(basisOf([]).ends).toEqual([]);
  });

  it('begin with the first day of a sum', () => {
    expect(basisOf([rolled('2020-06-01', '2020-06-15')]).ends).toEqual(['2020-06-01', '2020-06-15']);
    expect(basisOf([rolled('2020-06-15', '2020-06-15', 1)]).ends).toEqual(['2020-06-15', '2020-06-15']);
  });

  it('keep from it a target that begins between two days added up', () => {
    const indicator = indicatorRule();
    const targets = [targetRule(400, { periodStart: '2020-06-10' })];
    const standing = (facts: ReturnType<typeof fact>[]) =>
      figureOf(indicator, null, figuresInput({ indicators: [indicator], facts, targets }));
    const days = [fact(30, '2020-06-01'), fact(40, '2020-06-15')];
    for (const facts of [days, [rolled('2020-06-01', '2020-06-15')]]) {
      expect(standing(facts)).toMatchObject({
        amount: { value: 70 },
        target: null,
        assessment: 'no_target',
        assessmentText: 'Pas de cible définie',
      });
    }
    expect(standing([rolled('2020-06-11', '2020-06-15')]).target?.amount.value).toBe(400);
  });
});

describe('where a figure comes from', () => {
  it('is each source once, and the last instant', () => {
    const [at, later] = ['2020-12-17T08:00:00Z', '2021-01-05T08:00:00Z'];
    const sources = ['Étude', 'Compteur', null, 'Compteur'];
    const facts = sources.map((source, index) =>
      fact(3, '2020-06', { source, recordedAt: index === 1 ? later : at }),
    );
    expect(basisOf(facts).provenance).toEqual({
      measurements: 4,
      sources: ['Compteur', 'Étude'],
      lastUpdate: later,
    });
    expect(basisOf([]).provenance).toEqual({ measurements: 0, sources: [], lastUpdate: null });
  });
});

describe('the period of a figure', () => {
  it('is that of what it counts, at its own precision when all of it is alike', () => {
    const text = (...facts: ReturnType<typeof fact>[]) => basisOf(facts).period?.text;
    expect(text(fact(3, '2020-06'), fact(4, '2020-06', { channel: 'web' }))).toBe('juin\u00a02020');
    expect(text(fact(3, '2020-01'), fact(4, '2020-12'))).toBe('2020');
    expect(text()).toBeUndefined();
  });
});

describe('two figures of one scope', () => {
  it('count the same days of the same campaigns', () => {
    const basis = (campaign: string | null, period = '2020-06') => basisOf([fact(3, period, { campaign })]);
    const both = basisOf([fact(3, '2020-06', { campaign: 'SALON' }), fact(3, '2020-06')]);
    expect(sameScope(basis('SALON'), basis('SALON'))).toBe(true);
    expect(sameScope(basis('SALON'), basis(null))).toBe(false);
    expect(sameScope(basis('SALON'), both)).toBe(false);
    expect(sameScope(basis(null), basis(null, '2020-07'))).toBe(false);
    expect(sameScope(basisOf([]), basis(null))).toBe(false);
    expect(sameScope(basisOf([]), basisOf([]))).toBe(true);
  });
});
