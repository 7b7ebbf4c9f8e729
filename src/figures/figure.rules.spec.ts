import { fact, indicatorRule, targetRule } from '../../test/support/facts.js';
import { toAmount } from '../kernel/figure.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import type { FiguresInput, IndicatorRule, TargetRule } from './figure-input.types.js';
import { figureOf } from './figure.rules.js';

const visitors = indicatorRule({
  code: 'VISITEURS_STAND',
  name: 'Visiteurs accueillis sur le stand',
  wording: {
    ...indicatorRule().wording,
    labelOne: 'visiteur accueilli sur le stand',
    labelOther: 'visiteurs accueillis sur le stand',
  },
  sentenceOther: 'visiteurs ont été accueillis sur le stand',
});
const projects = indicatorRule({
  code: 'PROJETS',
  subsetOf: 'VISITEURS_STAND',
  wording: {
    ...indicatorRule().wording,
    labelOne: 'avec un projet de mobilité',
    labelOther: 'avec un projet de mobilité',
  },
});
const SALON = { code: 'OP-2020-SALON', name: 'Salon du travail', shortName: 'Salon' };

function input(rest: Partial<FiguresInput>): FiguresInput {
  return {
    year: 2020,
    period: { start: '2020-01-01', end: '2020-12-31' },
    at: '2020-12-31',
    today: '2021-03-01',
    exerciceIsOver: true,
    indicators: [visitors, projects],
    campaigns: [SALON],
    facts: [],
    targets: [],
    baselines: [],
    opinions: [],
    labels: { territory: new Map([['A', 'Cahors']]), channel: new Map(), organisation: new Map() },
    ...rest,
  };
}

const of = (code: string, value: number | null, rest = {}) =>
  fact(value, '2020-01', { indicator: code, campaign: SALON.code, ...rest });

const target = (value: number, rest: Partial<TargetRule> = {}): TargetRule =>
  targetRule(value, { indicator: 'VISITEURS_STAND', ...rest });

describe('a figure', () => {
  const whole = input({ facts: [of('VISITEURS_STAND', 450), of('PROJETS', 150)] });

  it('says the sentence of the press release, with its « dont »', () => {
    const figure = figureOf(visitors, null, whole);
    expect(figure.sentence).toBe(
      '450 visiteurs ont été accueillis sur le stand, dont 150 avec un projet de mobilité',
    );
    expect(figure.text).toBe('450 visiteurs accueillis sur le stand');
    expect(figure.subsets[0]?.shareOfParent?.text).toBe('33,3\u00a0%');
    expect(figure.amount?.value).toBe(450);
    expect(figure.campaigns).toEqual([{ ...SALON, slug: 'op-2020-salon' }]);
    expect(figure.period?.text).toBe('janvier\u00a02020');
  });

  it('knows of which whole it is a part', () => {
    expect(figureOf(projects, null, whole)).toMatchObject({
      subsetOf: 'VISITEURS_STAND',
      shareOfParent: { rate: { value: 33.3, lower: 33, upper: 34 } },
    });
  });

  it('gives no share of a whole counted elsewhere too, on other days, or not completely', () => {
    const parts = (facts: FiguresInput['facts']) => figureOf(visitors, null, input({ facts })).subsets[0];
    const base = [of('VISITEURS_STAND', 450), of('PROJETS', 150)];
    const fair = of('VISITEURS_STAND', 300, { campaign: 'FOIRE' });
    expect(parts(base)?.shareOfParent).not.toBeNull();
    expect(parts([...base, fair])?.shareOfParent).toBeNull();
    expect(parts([...base, fair])?.text).toBe('150 avec un projet de mobilité');
    const later = fact(50, '2020-02', { indicator: 'VISITEURS_STAND', campaign: SALON.code });
    expect(parts([...base, later])?.shareOfParent).toBeNull();
    const missing = [later, fact(null, '2020-02', { indicator: 'PROJETS', campaign: SALON.code })];
    expect(parts([...base, ...missing])?.shareOfParent).toBeNull();
    expect(parts([of('VISITEURS_STAND', 120), of('PROJETS', 150)])?.shareOfParent).toBeNull();
    expect(parts([of('VISITEURS_STAND', 0), of('PROJETS', 0)])?.shareOfParent).toBeNull();
  });

  it('gives its sources once, in order, and its newest date', () => {
    const figure = figureOf(
      visitors,
      null,
      input({
        facts: [
          of('VISITEURS_STAND', 1, { source: 'Écran' }),
          of('VISITEURS_STAND', 2, {
            source: 'Compteur',
            periodEnd: '2020-01-30',
            recordedAt: '2021-02-01T00:00:00Z',
          }),
          of('VISITEURS_STAND', 3, { source: 'Écran', periodStart: '2020-01-31', channel: 'x' }),
        ],
      }),
    );
    expect(figure.provenance.sources).toEqual(['Écran']);
    expect(figure.provenance.lastUpdate).toBe('2020-12-17T08:00:00Z');
  });

  it('shows the breakdown of a declared total without adding it', () => {
    const figure = figureOf(
      visitors,
      null,
      input({ facts: [of('VISITEURS_STAND', 450), of('VISITEURS_STAND', 61, { territory: 'A' })] }),
    );
    expect(figure.amount?.value).toBe(450);
    expect(figure.breakdown).toMatchObject([
      { dimension: 'territory', key: 'A', label: 'Cahors', text: '61' },
      { dimension: 'territory', key: '', label: 'Non ventilé', text: '389' },
    ]);
  });

  it.each<[string, Partial<FiguresInput>, IndicatorRule, string]>([
    ['nothing was said', {}, visitors, 'Visiteurs accueillis sur le stand\u00a0: aucun chiffre pour 2020'],
    [
      'it was not communicated',
      { facts: [of('VISITEURS_STAND', null, { note: 'CCI' })] },
      visitors,
      'Visiteurs accueillis sur le stand\u00a0: non communiqué (CCI)',
    ],
    [
      'it cannot be added up',
      { facts: [of('V', 1), fact(2, '2020-02', { indicator: 'V' })] },
      indicatorRule({ code: 'V', name: 'Couverture', aggregationTime: 'none' }),
      'Couverture\u00a0: non cumulable, au moins 2',
    ],
  ])('says so when %s', (_, rest, indicator, text) => {
    const figure = figureOf(indicator, null, input(rest));
    expect(figure).toMatchObject({ amount: null, numberText: null, text, sentence: text });
  });

  it('orders slices of one name by their codes', () => {
    const facts = ['B', 'C', 'A'].map((territory) => of('VISITEURS_STAND', 1, { territory }));
    const labels = {
      ...input({}).labels,
      territory: new Map(['A', 'B', 'C'].map((code) => [code, 'Cahors'])),
    };
    const { breakdown } = figureOf(visitors, null, input({ facts, labels }));
    expect(breakdown.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
  });

  it('is asked for one campaign alone', () => {
    const facts = [of('VISITEURS_STAND', 450), fact(8, '2020-03', { indicator: 'VISITEURS_STAND' })];
    expect(figureOf(visitors, null, input({ facts })).amount?.value).toBe(458);
    expect(figureOf(visitors, SALON, input({ facts })).amount?.value).toBe(450);
  });
});

describe('a figure against its target', () => {
  const against = (value: number, aim: number, rest: Partial<FiguresInput> = {}, qualifier = 'exact') =>
    figureOf(
      visitors,
      null,
      input({ facts: [of('VISITEURS_STAND', value, { qualifier })], targets: [target(aim)], ...rest }),
    );

  it('is complete without one', () => {
    expect(figureOf(visitors, null, input({ facts: [of('VISITEURS_STAND', 450)] }))).toMatchObject({
      target: null,
      attainment: null,
      assessment: 'no_target',
      assessmentText: 'Pas de cible définie',
    });
  });

  it.each([
    [450, 400, 'reached', 'Cible 400 atteinte (112,5\u00a0%)'],
    [250, 300, 'late', '83,3\u00a0% de la cible de 300'],
    [270, 300, 'watch', '90\u00a0% de la cible de 300'],
    [290, 300, 'on_track', '96,7\u00a0% de la cible de 300'],
  ])('%i of %i is %s', (value, aim, assessment, text) => {
    expect(against(value, aim)).toMatchObject({ assessment, assessmentText: text });
  });

  it('decides nothing from an open interval', () => {
    expect(against(13_000, 14_000, {}, 'more_than')).toMatchObject({ assessment: 'undetermined' });
    expect(against(13_000, 12_000, {}, 'more_than').assessmentText).toBe(
      'Cible 12\u202f000 atteinte (au moins 108\u00a0%)',
    );
  });

  it.each<[number, Quantity, string, string]>([
    [480, { value: 450, valueMax: null, qualifier: 'about' }, 'reached', 'Cible d’environ 450 atteinte'],
    [90, { value: 100, valueMax: null, qualifier: 'at_least' }, 'watch', 'de la cible d’au moins 100'],
    [90, { value: 100, valueMax: null, qualifier: 'up_to' }, 'reached', 'Plafond de 100 respecté'],
    [110, { value: 100, valueMax: null, qualifier: 'up_to' }, 'late', 'Plafond de 100 dépassé'],
  ])('words a qualified target: %i against %o', (value, aim, assessment, text) => {
    const figure = against(value, 1, { targets: [target(1, { amount: toAmount(aim, {}) })] });
    expect(figure.assessment).toEqual(assessment);
    expect(figure.assessmentText).toContain(text);
  });

  it('asks of a year that runs what was expected to date, no more', () => {
    const running = { exerciceIsOver: false, today: '2020-04-30' };
    expect(against(100, 300, running)).toMatchObject({
      assessment: 'on_track',
      assessmentText: 'Dans les temps\u00a0: 33,3\u00a0% de la cible de 300 (attendu à date\u00a0: 99)',
      expectedToDate: { amount: { value: 99 }, path: 'linear' },
    });
    expect(against(70, 300, running).assessment).toBe('watch');
    expect(against(20, 300, running).assessmentText).toContain('En retard\u00a0: 6,7\u00a0% de la cible');
  });

  it('has not started while nothing was measured', () => {
    expect(figureOf(visitors, null, input({ targets: [target(10)] })).assessment).toBe('not_started');
  });

  it('keeps a campaign’s target for that campaign', () => {
    const targets = [target(100, { campaign: SALON.code })];
    const facts = [of('VISITEURS_STAND', 90)];
    expect(figureOf(visitors, null, input({ facts, targets })).target).toBeNull();
    expect(figureOf(visitors, SALON, input({ facts, targets })).target?.text).toBe('100');
  });

  it('compares a half-year’s target with that half-year only', () => {
    const half = target(100, { periodEnd: '2020-06-30' });
    const winter = of('VISITEURS_STAND', 90);
    const autumn = fact(70, '2020-10', { indicator: 'VISITEURS_STAND' });
    const facing = (targets: TargetRule[], facts = [winter, autumn]) =>
      figureOf(visitors, null, input({ facts, targets })).target?.text ?? null;
    expect(facing([half], [winter])).toBe('100');
    expect(facing([half])).toBeNull();
    expect(facing([half, target(300)])).toBe('300');
    expect(facing([target(40, { periodStart: '2020-12-01' }), target(300)], [])).toBe('300');
  });

  it('keeps the target of a stock last counted in an earlier year', () => {
    const stock = indicatorRule({ code: 'AMB', nature: 'stock', aggregationTime: 'last' });
    const facts = [fact(320, '2019-12-20', { indicator: 'AMB' })];
    const figure = figureOf(stock, null, input({ facts, targets: [target(400, { indicator: 'AMB' })] }));
    expect(figure).toMatchObject({ assessment: 'late', period: { text: '20\u00a0décembre\u00a02019' } });
  });

  it('takes a target as a ceiling where less is better', () => {
    const cost = indicatorRule({ code: 'COUT', direction: 'down' });
    const spent = (value: number) =>
      figureOf(
        cost,
        null,
        input({
          facts: [fact(value, '2020', { indicator: 'COUT' })],
          targets: [target(12, { indicator: 'COUT' })],
        }),
      );
    expect(spent(20)).toMatchObject({ assessment: 'late', assessmentText: 'Plafond de 12 dépassé' });
    expect(spent(11)).toMatchObject({ assessment: 'reached', assessmentText: 'Plafond de 12 respecté' });
  });

  it('judges no context by a target', () => {
    const context = indicatorRule({ code: 'CTX', nature: 'context', aggregationTime: 'none' });
    const facts = [fact(45, '2020', { indicator: 'CTX' })];
    const figure = figureOf(context, null, input({ facts, targets: [target(50, { indicator: 'CTX' })] }));
    expect(figure).toMatchObject({ target: null, assessment: 'no_target', numberText: '45' });
  });
});
