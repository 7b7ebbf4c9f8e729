import { fact, figuresInput, indicatorRule } from '../../test/support/facts.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { explain } from './explained.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import { asideText, checksOf, computationText } from './provenance-words.rules.js';
import { pageOf, tracedFacts } from './provenance.rules.js';
import type { Explained } from './provenance.types.js';

const STOCK = { nature: 'stock', aggregationTime: 'last', carriesLastValue: true } as const;

function explained(
  facts: MeasurementFact[],
  rule: Partial<IndicatorRule> = {},
  rest: Partial<FiguresInput> & { withdrawn?: MeasurementFact[] } = {},
): Explained {
  const indicator = indicatorRule(rule);
  const { withdrawn = [], indicators = [], ...more } = rest;
  const input = figuresInput({ facts, indicators: [indicator, ...indicators], ...more });
  return explain(indicator, null, input, withdrawn);
}

const asides = (told: Explained): (string | null)[] => tracedFacts(told).map(({ aside }) => aside);
const computed = (...parameters: Parameters<typeof explained>): string =>
  computationText(explained(...parameters)).replaceAll('\u00a0', ' ');
const checked = (told: Explained): [string, boolean][] =>
  checksOf(told, tracedFacts(told)).map(({ check, passed }) => [check, passed]);

describe('what a figure was made from', () => {
  it('counts what adds up, in the order of time', () => {
    const told = tracedFacts(
      explained([fact(2, '2020-02'), fact(1, '2020-01'), fact(3, '2020-02', { campaign: 'A' })]),
    );
    expect(told.map(({ fact: { quantity }, aside }) => [quantity?.value, aside])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  it('says what stands in place of what does not count', () => {
    expect(asides(explained([fact(100, '2020'), fact(40, '2020-01')]))).toEqual([null, 'longer_period']);
    expect(asides(explained([fact(100, '2020-01'), fact(40, '2020-01', { channel: 'web' })]))).toEqual([
      null,
      'details_total',
    ]);
    const crossing = [
      fact(10, '2020-01'),
      fact(30, '2020-01', { periodStart: '2020-01-15', periodEnd: '2020-02-14' }),
    ];
    expect(asides(explained(crossing))).toEqual([null, 'overlapping']);
    const twice = [fact(10, '2020-01', { territory: 'A' }), fact(10, '2020-01', { channel: 'web' })];
    expect(asides(explained(twice))).toEqual([null, 'told_otherwise']);
    const withdrawn = [fact(5, '2020-01'), fact(5, '2020-01', { indicator: 'AUTRE' })];
    expect(asides(explained([fact(1, '2020-03')], {}, { withdrawn }))).toEqual([null, 'withdrawn']);
  });

  it('knows a state from the one that replaced it, and from that of the programme', () => {
    expect(asides(explained([fact(320, '2020-01'), fact(400, '2020-12')], STOCK))).toEqual([
      null,
      'newer_value',
    ]);
    expect(asides(explained([fact(400, '2020-12'), fact(90, '2020-12', { campaign: 'A' })], STOCK))).toEqual([
      null,
      'details_total',
    ]);
  });

  it('keeps to one campaign, and to the terms of a rate', () => {
    const indicator = indicatorRule();
    const facts = [fact(1, '2020-01', { campaign: 'A' }), fact(2, '2020-01', { campaign: 'B' })];
    const withdrawn = [fact(3, '2020-02', { campaign: 'A' }), fact(4, '2020-02', { campaign: 'B' })];
    const campaign = { code: 'A', name: 'A', shortName: 'A' };
    const told = explain(indicator, campaign, figuresInput({ indicators: [indicator], facts }), withdrawn);
    expect(tracedFacts(told).map(({ fact: one }) => one.quantity?.value)).toEqual([1, 3]);
  });

  it('goes by pages that follow each other, whatever is added before', () => {
    const traced = tracedFacts(explained([fact(1, '2020-01'), fact(2, '2020-02'), fact(3, '2020-03')]));
    const first = pageOf(traced, null, 2);
    expect(first.page).toHaveLength(2);
    const second = pageOf(traced, first.next, 2);
    expect(second.page).toEqual(traced.slice(2));
    expect(second.next).toBeNull();
    expect(pageOf(traced, '9', 2)).toEqual({ page: [], next: null });
    expect(pageOf([], null, 2)).toEqual({ page: [], next: null });
  });
});

describe('the words of a provenance', () => {
  it('say how a figure was computed', () => {
    expect(computed([])).toBe('Aucun relevé validé pour 2020.');
    expect(computed([fact(null, '2020-01')])).toBe('Aucune valeur : un relevé le dit.');
    expect(computed([fact(null, '2020-01'), fact(null, '2020-02')])).toBe(
      'Aucune valeur : 2 relevés mensuels le disent.',
    );
    expect(computed([fact(450, '2020-01')])).toBe(
      'Une seule valeur, telle qu’elle a été donnée : janvier 2020.',
    );
    expect(computed([fact(1, '2020-01'), fact(2, '2020-02')])).toBe('Somme de 2 relevés mensuels.');
    expect(computed([fact(1, '2020-01'), fact(2, '2020-02-03')])).toBe('Somme de 2 relevés.');
    expect(computed([fact(1, '2020-01'), fact(2, '2020-02')], { nature: 'unique' })).toBe(
      '2 relevés mensuels qui ne s’additionnent pas.',
    );
    expect(computed([fact(1, '2020-01'), fact(2, '2020-02')], { aggregationTime: 'max' })).toBe(
      'Le plus élevé de 2 relevés mensuels.',
    );
    expect(computed([fact(320, '2020-12-16'), fact(1, '2020-01')], STOCK)).toBe(
      'Dernière valeur connue, au 16 décembre 2020.',
    );
    const territories = [
      fact(3, '2020-03-01', { territory: 'A' }),
      fact(4, '2020-02-01', { territory: 'B' }),
    ];
    const campaigns = [fact(3, '2020-02-01', { campaign: 'A' }), fact(4, '2020-03-01', { campaign: 'B' })];
    for (const told of [territories, campaigns]) {
      expect(computed(told, STOCK)).toBe(
        'Somme des dernières valeurs connues de 2 parts, la plus récente au 1er mars 2020.',
      );
    }
  });

  it('give the terms of a rate and the weights of a mean', () => {
    const terms = [
      indicatorRule({ code: 'A', shortName: 'Ouverts' }),
      indicatorRule({ code: 'B', shortName: 'Envoyés' }),
    ];
    const rate = { code: 'R', nature: 'ratio', numerator: 'A', denominator: 'B', factor: 100 } as const;
    const facts = [fact(450, '2020-01', { indicator: 'A' }), fact(12_000, '2020-01', { indicator: 'B' })];
    expect(computed(facts, rate, { indicators: terms })).toBe(
      '450 / 12\u202f000 : « Ouverts » sur « Envoyés ».',
    );
    expect(asides(explained(facts, rate, { indicators: terms }))).toEqual([null, null]);
    expect(computed(facts.slice(0, 1), rate, { indicators: terms })).toBe(
      '450 / – : « Ouverts » sur « Envoyés ».',
    );
    const mean = { code: 'M', nature: 'mean', denominator: 'B' } as const;
    const marks = [
      fact(4, '2020-01', { indicator: 'M' }),
      fact(2, '2020-02', { indicator: 'M' }),
      fact(10, '2020-01', { indicator: 'B' }),
      fact(10, '2020-02', { indicator: 'B' }),
    ];
    expect(computed(marks, mean, { indicators: terms })).toBe(
      'Moyenne de 2 relevés mensuels, chacun selon son poids.',
    );
  });

  it('say why a measurement is aside', () => {
    const taken = { day: '2021-01-03', reason: 'comptée deux fois' };
    expect(asideText('newer_value', taken)).toBe('remplacée par une valeur plus récente');
    expect(asideText('withdrawn', taken)).toBe(
      'retirée le 3\u00a0janvier\u00a02021\u00a0: comptée deux fois',
    );
    expect(asideText('withdrawn', { ...taken, reason: null })).toBe('retirée le 3\u00a0janvier\u00a02021');
  });

  it('tell the checks that apply, and what they found', () => {
    const parent = indicatorRule({ code: 'TOUT' });
    const subset = { code: 'PART', subsetOf: 'TOUT' };
    const part = fact(5, '2020-01', { indicator: 'PART' });
    expect(checked(explained([part], subset, { indicators: [parent] }))).toEqual([['exceeds_parent', true]]);
    const less = fact(4, '2020-01', { indicator: 'TOUT' });
    const [found] = checksOf(explained([part, less], subset, { indicators: [parent] }), []);
    expect(found).toMatchObject({
      check: 'exceeds_parent',
      passed: false,
      text: expect.stringMatching(/dépasse/),
    });
    expect(checked(explained([fact(100, '2020'), fact(100, '2020-01')]))).toEqual([['parts_differ', true]]);
    expect(checked(explained([fact(1, '2020-01'), fact(1, '2020-02')]))).toEqual([
      ['overlapping_periods', true],
    ]);
    expect(checked(explained([fact(1, '2020-01')], { ...STOCK, carryMaxDays: 900 }))).toEqual([
      ['too_old', true],
    ]);
    expect(checked(explained([fact(1, '2020-01')], { nature: 'cumulative', chainAfter: 'TOUT' }))).toEqual([
      ['exceeds_chain', true],
      ['not_increasing', true],
    ]);
  });
});
