import fc from 'fast-check';
import { indicatorRule, targetRule } from '../../test/support/facts.js';
import { toAmount } from '../kernel/figure.rules.js';
import type { Amount, Qualifier } from '../kernel/figure.types.js';
import { attainmentOf, type Attainment } from './assessment.rules.js';
import type { IndicatorRule, TargetRule } from './figure-input.types.js';
import { paceOf } from './pace.rules.js';
import { planOf } from './target-plan.rules.js';

const period = { start: '2020-01-01', end: '2020-12-31' };
const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last' });
const down = { ...stock, direction: 'down' as const };
const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier });

interface Case {
  indicator?: IndicatorRule;
  before?: number | null;
  day?: string;
  isOver?: boolean;
}

function stands(value: Amount | null, target: TargetRule, given: Case = {}): Attainment {
  const { indicator = indicatorRule(), before = null, isOver = false, day = '2020-06-30' } = given;
  const baselines =
    before === null
      ? []
      : [{ indicator: 'VISITEURS', campaign: null, periodEnd: '2019-12-31', amount: amount(before) }];
  const plan = planOf(indicator, null, [], { period, targets: [target], baselines });
  const total = { amount: value, empty: value === null ? ('no_measurement' as const) : null };
  return attainmentOf(total, plan, indicator.wording, { day: isOver ? period.end : day, isOver });
}

const summer = { path: 'window', window: { start: '2020-06-01', end: '2020-09-30' } } as const;

describe('where a figure stands while its exercice runs', () => {
  // 366 over 366 days: 182 are expected on 30 June, a point is 3.66.
  it.each([
    [182, 'on_track', 'Dans les temps : 49,7 % de la cible de 366 (attendu à date : 182)'],
    [164, 'on_track', 'Dans les temps : 44,8 %'],
    [163, 'watch', 'À surveiller : 44,5 %'],
    [128, 'watch', 'À surveiller : 35 %'],
    [127, 'late', 'En retard : 34,7 %'],
    [366, 'reached', 'Cible 366 atteinte (100 %)'],
    [432, 'reached', 'Cible 366 atteinte (118 %)'],
  ])('%i of 366 is %s', (value, assessment, words) => {
    const figure = stands(amount(value), targetRule(366));
    expect(figure.assessment).toBe(assessment);
    expect(figure.assessmentText.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('does not call a summer campaign late in May, nor on time in October', () => {
    expect(stands(amount(0), targetRule(1_000, summer), { day: '2020-05-15' }).assessment).toBe(
      'not_started',
    );
    expect(stands(amount(3), targetRule(1_000, summer), { day: '2020-05-15' }).assessment).toBe('on_track');
    expect(stands(amount(700), targetRule(1_000, summer), { day: '2020-10-15' }).assessment).toBe('late');
  });

  it('decides from an interval when all of it says the same', () => {
    const target = targetRule(14_000);
    expect(stands(amount(13_000, 'more_than'), target)).toMatchObject({ assessment: 'on_track' });
    const late = stands(amount(13_000, 'more_than'), target, { day: '2020-12-30' });
    expect(late).toMatchObject({
      assessment: 'undetermined',
      assessmentText:
        'Indéterminé\u00a0: au moins 92\u00a0% de la cible de 14\u202f000 (attendu à date\u00a0: 13\u202f962)',
    });
    expect(stands(amount(1_000, 'up_to'), target).assessment).toBe('late');
  });

  it('has no version of a target made of several', () => {
    const halves = [
      targetRule(100, { periodEnd: '2020-06-30', version: 2 }),
      targetRule(200, { periodStart: '2020-07-01', version: 3 }),
    ];
    const target = (targets: TargetRule[]) => {
      const plan = planOf(indicatorRule(), null, [], { period, targets, baselines: [] });
      const moment = { day: '2020-06-30', isOver: false };
      return attainmentOf({ amount: amount(100), empty: null }, plan, indicatorRule().wording, moment).target;
    };
    expect(target(halves)).toMatchObject({
      text: '300',
      version: null,
      note: 'somme des cibles semestrielles',
    });
    expect(target([targetRule(300, { version: 4 })])).toMatchObject({ text: '300', version: 4, note: null });
  });

  it('takes a ceiling as something not to pass, whatever the months to go', () => {
    const cost = indicatorRule({ direction: 'down' });
    expect(stands(amount(90), targetRule(100), { indicator: cost })).toMatchObject({
      assessment: 'on_track',
      assessmentText: 'Plafond de 100 respecté à ce jour',
      expectedToDate: null,
    });
    expect(stands(amount(90), targetRule(100), { indicator: cost, isOver: true })).toMatchObject({
      assessment: 'reached',
      assessmentText: 'Plafond de 100 respecté',
    });
    expect(stands(amount(104), targetRule(100), { indicator: cost }).assessment).toBe('watch');
    expect(stands(amount(106), targetRule(100), { indicator: cost }).assessment).toBe('late');
    expect(stands(amount(100, 'about'), targetRule(100), { indicator: cost })).toMatchObject({
      assessment: 'undetermined',
      assessmentText: 'Indéterminé\u00a0: plafond de 100',
    });
  });

  it('follows a fall from its baseline', () => {
    const falling = (value: number) =>
      stands(amount(value), targetRule(634), { indicator: down, before: 1_000 });
    // 818 are expected on 30 June, a point is 6.34.
    expect(falling(849).assessment).toBe('on_track');
    expect(falling(850).assessment).toBe('watch');
    expect(falling(914)).toMatchObject({ assessment: 'late', progress: { text: '23,5\u00a0%' } });
    expect(falling(914).assessmentText).toContain(
      'En retard\u00a0: 23,5\u00a0% du chemin vers la cible de 634',
    );
    expect(falling(600)).toMatchObject({ assessment: 'reached', assessmentText: 'Cible 634 atteinte' });
  });
});

describe('where a figure stands once its exercice is over', () => {
  it('decides nothing from an interval on both sides of the target', () => {
    expect(stands(amount(13_000, 'more_than'), targetRule(14_000), { isOver: true })).toMatchObject({
      assessment: 'undetermined',
      assessmentText: 'Indéterminé\u00a0: au moins 92\u00a0% de la cible de 14\u202f000',
    });
  });

  it('says « d’environ » of a target that is only known so', () => {
    const text = (value: number) =>
      stands(amount(value), targetRule(450, { qualifier: 'about' }), { isOver: true }).assessmentText;
    expect(text(900)).toBe('Cible d’environ 450 atteinte (environ 200\u00a0%)');
    expect(text(90)).toBe('environ 20\u00a0% de la cible d’environ 450');
  });

  it('decides nothing from an interval on both sides of a limit between two words', () => {
    expect(stands(amount(400, 'nearly'), targetRule(420), { isOver: true }).assessment).toBe('undetermined');
    expect(stands(amount(400, 'nearly'), targetRule(444), { isOver: true }).assessment).toBe('watch');
    expect(stands(amount(285, 'between', 299), targetRule(300), { isOver: true }).assessment).toBe(
      'on_track',
    );
  });

  it('is calm without value or without target', () => {
    expect(stands(null, targetRule(300), { isOver: true })).toMatchObject({
      assessment: 'not_started',
      assessmentText: 'Cible\u00a0: 300',
      attainment: null,
    });
    const plan = planOf(indicatorRule(), null, [], { period, targets: [targetRule(3)], baselines: [] });
    const absent = attainmentOf({ amount: null, empty: 'absent' }, plan, indicatorRule().wording, {
      day: period.end,
      isOver: true,
    });
    expect(absent.assessment).toBe('undetermined');
    expect(
      attainmentOf({ amount: amount(3), empty: null }, null, indicatorRule().wording, {
        day: period.end,
        isOver: true,
      }),
    ).toMatchObject({ assessment: 'no_target', target: null, expectedToDate: null });
  });

  it('judges a fall by its last value, and says why nothing is known of one', () => {
    const over = (value: Amount) =>
      stands(value, targetRule(800), { indicator: down, before: 1_000, isOver: true });
    expect(over(amount(800)).assessmentText).toBe('Cible 800 atteinte');
    expect(over(amount(900))).toMatchObject({
      assessment: 'watch',
      assessmentText: '50\u00a0% du chemin vers la cible de 800',
    });
    expect(over(amount(900, 'up_to'))).toMatchObject({ assessment: 'undetermined' });
    expect(
      stands(amount(5), targetRule(3, { qualifier: 'less_than' }), { isOver: true }).assessmentText,
    ).toBe('Plafond de 3 dépassé');
  });

  it('takes points of the way where the target is nothing', () => {
    const zero = (value: number) =>
      stands(amount(value), targetRule(0), { indicator: down, before: 100, isOver: true });
    expect([0, 5, 15, 16].map((value) => zero(value).assessment)).toEqual([
      'reached',
      'on_track',
      'watch',
      'late',
    ]);
  });
});

const ORDER = ['late', 'watch', 'on_track', 'reached'];
const whole = fc.integer({ min: 0, max: 2_000 });
const dayOf = fc.integer({ min: 1, max: 12 }).map((month) => `2020-${String(month).padStart(2, '0')}-28`);

describe('assessments', () => {
  it('never get worse when the value gets better', () => {
    fc.assert(
      fc.property(
        whole,
        whole,
        fc.integer({ min: 1, max: 2_000 }),
        dayOf,
        fc.boolean(),
        (one, other, aim, day, isOver) => {
          const [less, more] = one < other ? [one, other] : [other, one];
          const rank = (value: number): number => {
            const { assessment } = stands(amount(value), targetRule(aim), { day, isOver });
            return assessment === 'not_started' ? ORDER.indexOf('on_track') : ORDER.indexOf(assessment);
          };
          expect(rank(more)).toBeGreaterThanOrEqual(rank(less));
        },
      ),
    );
  });

  it('are decided from an interval only when every exact value inside it gets the same, or better than on time', () => {
    const qualifiers = fc.constantFrom<Qualifier>(
      'nearly',
      'about',
      'more_than',
      'at_least',
      'less_than',
      'up_to',
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        qualifiers,
        fc.integer({ min: 1, max: 2_000 }),
        fc.nat(100),
        dayOf,
        fc.boolean(),
        (value, qualifier, aim, share, day, isOver) => {
          const known = amount(value, qualifier);
          const { assessment } = stands(known, targetRule(aim), { day, isOver });
          const { lower, lowerOpen, upper, upperOpen } = known.interval;
          const [from, to] = [(lower ?? 0) + Number(lowerOpen), (upper ?? 10_000) - Number(upperOpen)];
          fc.pre(from <= to && assessment !== 'undetermined');
          const inside = from + Math.floor(((to - from) * share) / 100);
          const exact = stands(amount(inside), targetRule(aim), { day, isOver }).assessment;
          const words =
            assessment === 'on_track' && !isOver ? ['on_track', 'reached', 'not_started'] : [assessment];
          expect(words).toContain(exact);
        },
      ),
    );
  });
});

describe('the pace of a figure', () => {
  it('is counted in points of the way up to nothing', () => {
    const loss = (value: number) => toAmount({ value, valueMax: null, qualifier: 'exact' }, { signed: true });
    const paces = [-5, -6, -15, -16].map((value) =>
      paceOf(loss(value), amount(0), { amount: amount(0), origin: -100, falling: false }),
    );
    expect(paces).toEqual(['on_track', 'watch', 'watch', 'late']);
  });

  const plan = { amount: amount(100), origin: 0, falling: false };

  it('is undetermined between open sides', () => {
    expect(paceOf(amount(10, 'more_than'), amount(50), plan)).toBe('undetermined');
    expect(paceOf(amount(60, 'more_than'), amount(50, 'more_than'), plan)).toBe('on_track');
    expect(paceOf(amount(34, 'less_than'), amount(50), plan)).toBe('late');
    expect(paceOf(amount(0), amount(0), { ...plan, amount: amount(0), origin: null })).toBe('on_track');
    const below = toAmount({ value: -100, valueMax: null, qualifier: 'exact' }, { signed: true });
    expect(paceOf(below, below, { ...plan, amount: below })).toBe('on_track');
    expect(paceOf(amount(45, 'less_than'), amount(60), plan)).toBe('late');
    // What may be negative has no lowest value.
    const anyBelow = (value: number) =>
      toAmount({ value, valueMax: null, qualifier: 'less_than' }, { signed: true });
    expect([34, 46, 90].map((value) => paceOf(anyBelow(value), amount(50), plan))).toEqual([
      'late',
      'undetermined',
      'undetermined',
    ]);
    expect(
      paceOf(amount(50, 'up_to'), amount(30, 'less_than'), { ...plan, origin: -10, falling: true }),
    ).toBe('undetermined');
  });
});
