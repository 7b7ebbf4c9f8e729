import { fact, figuresInput, indicatorRule } from '../../test/support/facts.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { evidenceOf, narrowedTo, totalOf } from './evidence.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import { figureOf } from './figure.rules.js';

const visitors = indicatorRule();
const projects = indicatorRule({ code: 'PROJETS', shortName: 'Avec un projet', subsetOf: 'VISITEURS' });
const delivered = indicatorRule({ code: 'LIVRES', shortName: 'Livrés', chainAfter: 'VISITEURS' });
const cumulative = indicatorRule({ nature: 'cumulative', aggregationTime: 'last' });
const SALON = { code: 'SALON', name: 'Salon du travail', shortName: 'Salon' };

const issues = (
  indicator: IndicatorRule,
  facts: MeasurementFact[],
  rest: Partial<FiguresInput> = {},
): string[] =>
  figureOf(indicator, null, figuresInput({ indicators: [visitors, indicator], facts, ...rest })).issues.map(
    ({ kind, text, measurements }) =>
      `${kind} ${text.replace(/[\u00a0\u202f]/g, ' ')} ${measurements.length}`,
  );
const of = (indicator: IndicatorRule, value: number, period: string, rest: object = {}) =>
  fact(value, period, { indicator: indicator.code, ...rest });
const EXCEEDS = 'le sous-ensemble ne peut pas être plus grand.';

describe('a part that passes its whole', () => {
  it('is told as a whole, then wherever it does', () => {
    const slice = { campaign: 'SALON', territory: 'A', channel: 'web' };
    const facts = [of(visitors, 120, '2020-07', slice), of(projects, 150, '2020-07', slice)];
    const labels = {
      territory: new Map([['A', 'Cahors']]),
      channel: new Map<string, string>(),
      organisation: new Map<string, string>(),
    };
    expect(issues(projects, facts, { campaigns: [SALON], labels })).toEqual([
      `exceeds_parent 150 dépasse le total de 120 : ${EXCEEDS} 2`,
      `exceeds_parent Salon : 150 dépasse le total de 120 : ${EXCEEDS} 2`,
      `exceeds_parent juillet 2020 : 150 dépasse le total de 120 : ${EXCEEDS} 2`,
    ]);
    expect(issues(projects, facts).slice(1, 2)).toEqual([
      `exceeds_parent SALON : 150 dépasse le total de 120 : ${EXCEEDS} 2`,
    ]);
  });

  it('is told by territory and by channel where the whole hides it', () => {
    const facts = [
      of(visitors, 10, '2020', { territory: 'A' }),
      of(visitors, 90, '2020', { territory: 'B' }),
      of(projects, 20, '2020', { territory: 'A' }),
      of(projects, 5, '2020', { territory: 'C' }),
    ];
    expect(issues(projects, facts)).toEqual([`exceeds_parent A : 20 dépasse le total de 10 : ${EXCEEDS} 2`]);
  });

  it('is compared with it over the months that both tell', () => {
    const parents = ['01', '02', '03'].map((month) => of(visitors, 100, `2020-${month}`));
    const months = ['01', '02', '03', '04', '05', '06'];
    const children = months.map((month) => of(projects, 80, `2020-${month}`));
    expect(issues(projects, [...parents, ...children])).toEqual([]);
    // Told as one period, nothing says how much of it fell in the first three months.
    const half = { periodStart: '2020-01-01', periodEnd: '2020-06-30' };
    expect(issues(projects, [...parents, of(projects, 480, '2020', half)])).toEqual([]);
    const more = of(projects, 230, '2020-02', { version: 2 });
    expect(issues(projects, [...parents, ...children.toSpliced(1, 1, more)])).toEqual([
      `exceeds_parent du 1er janvier au 31 mars 2020 : 390 dépasse le total de 300 : ${EXCEEDS} 6`,
      `exceeds_parent février 2020 : 230 dépasse le total de 100 : ${EXCEEDS} 2`,
    ]);
  });

  it('is compared with it in the campaigns and territories that both tell', () => {
    const salon = of(visitors, 100, '2020', { campaign: 'SALON' });
    const one = of(projects, 80, '2020', { campaign: 'SALON' });
    expect(issues(projects, [salon, one, of(projects, 60, '2020', { campaign: 'SPOTS' })])).toEqual([]);
    expect(issues(projects, [salon, of(projects, 140, '2020')])).toHaveLength(1);
    const [a, b] = [{ territory: 'A' }, { territory: 'B' }];
    const part = [of(projects, 80, '2020', a), of(projects, 60, '2020', b)];
    expect(issues(projects, [of(visitors, 100, '2020', a), ...part])).toEqual([]);
    expect(issues(projects, [of(visitors, 100, '2020'), ...part])).toHaveLength(1);
  });

  it('is a state compared with one of the same month', () => {
    const last = { nature: 'stock', aggregationTime: 'last' } as const;
    const [all, active] = [indicatorRule(last), indicatorRule({ ...projects, ...last })];
    const told = (facts: MeasurementFact[]): string[] => issues(active, facts, { indicators: [all, active] });
    const march = of(all, 120, '2020-03');
    expect(told([march, of(active, 130, '2020-06')])).toEqual([]);
    expect(told([of(all, 100, '2020-06'), march, of(active, 110, '2020-03')])).toEqual([]);
    expect(told([march, of(active, 90, '2020-01'), of(active, 130, '2020-03')])).toHaveLength(2);
  });

  it('is no rate: nothing forbids that of a part to be the higher', () => {
    const rate = indicatorRule({ nature: 'unique', aggregationTime: 'none' });
    const part = indicatorRule({ ...projects, nature: 'unique', aggregationTime: 'none' });
    const facts = [of(rate, 100, '2020-03'), of(part, 130, '2020-06')];
    expect(issues(part, facts, { indicators: [rate, part] })).toHaveLength(1);
  });

  it('is no part of what is partial, does not add up or is not known', () => {
    const child = of(projects, 150, '2020-07');
    expect(issues(projects, [child])).toEqual([]);
    expect(issues(projects, [child, of(visitors, 120, '2020-07'), fact(null, '2020-08')])).toEqual([
      `exceeds_parent juillet 2020 : 150 dépasse le total de 120 : ${EXCEEDS} 2`,
    ]);
    const rough = of(visitors, 148, '2020-07', {
      quantity: { value: 148, valueMax: null, qualifier: 'about' },
    });
    expect(issues(projects, [child, rough])).toEqual([]);
  });

  it('is a step of a chain that counts more than the one before', () => {
    const facts = [of(visitors, 100, '2020'), of(delivered, 130, '2020')];
    expect(issues(delivered, facts)).toEqual([
      'exceeds_chain « Livrés » (130) dépasse « Visiteurs » (100) : une étape ne peut pas compter plus que la précédente. 2',
    ]);
  });
});

describe('what was told twice', () => {
  it('names periods that overlap, the first ones when they are many', () => {
    const weeks = Array.from({ length: 8 }, (_, index) =>
      fact(10, '2020', {
        periodStart: `2020-01-0${index + 1}`,
        periodEnd: `2020-01-1${index + 1}`,
        precision: 'range',
      }),
    );
    const [only = ''] = issues(visitors, weeks);
    expect(only).toContain('« du 3 au 13 janvier 2020 » et 5 autres se chevauchent');
    expect(only).toContain('Le total compte au moins « du 1er au 11 janvier 2020 ».');
  });

  it('says when the total is whole all the same, or is none', () => {
    const first = fact(130, '2020-01', { periodEnd: '2020-02-15', precision: 'range' });
    const second = fact(100, '2020-02');
    const rest = fact(60, '2020-02', { periodStart: '2020-02-16', precision: 'range' });
    expect(issues(visitors, [first, second, rest])[0]).toContain(
      'chaque jour une fois, par « du 1er janvier',
    );
    const signed = indicatorRule({ wording: { ...visitors.wording, signed: true } });
    expect(issues(signed, [first, second])[0]).toMatch(/ne s’additionnent pas\. 2$/);
    const inside = fact(300, '2020-02', { periodEnd: '2020-02-10', precision: 'range' });
    expect(issues(visitors, [first, second, inside])[0]).toContain(
      '« du 1er janvier au 15 février 2020 », « du 1er au 10 février 2020 » et « février 2020 »',
    );
  });

  it('says which of the days and the month stands', () => {
    const days = Array.from({ length: 29 }, (_, day) =>
      fact(1, `2020-02-${String(day + 1).padStart(2, '0')}`),
    );
    expect(issues(visitors, [fact(30, '2020-02'), ...days])).toEqual([
      'parts_differ La valeur donnée pour « février 2020 » est 30, et ses périodes plus courtes font 29 : la plus longue est retenue. 30',
    ]);
  });

  it('says which parts do not make their total', () => {
    const parts = [fact(20, '2020', { channel: 'web' }), fact(20, '2020', { channel: 'salon' })];
    expect(issues(visitors, [fact(30, '2020'), ...parts])).toEqual([
      'parts_differ Le total déclaré pour « 2020 » est 30, et ses parties par canal font 40 : le total déclaré est retenu. 3',
    ]);
  });
});

describe('a running total', () => {
  it('does not go down unless it starts again', () => {
    const facts = [fact(120, '2020-02-29'), fact(95, '2020-03-31')];
    expect(issues(cumulative, facts)).toEqual([
      'not_increasing 95 le 31 mars 2020, après 120 le 29 février 2020 : un cumul ne diminue pas. 2',
    ]);
    expect(issues({ ...cumulative, restartsOn: '03-01' }, facts)).toEqual([]);
    expect(issues(cumulative, [fact(120, '2020-02-29'), fact(0, '2020-03-31')])).toEqual([]);
    expect(issues({ ...cumulative, nature: 'stock' }, facts)).toEqual([]);
  });
});

describe('a value that is too old', () => {
  const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last', carryMaxDays: 1 });

  it('no longer stands, and is named', () => {
    expect(issues(stock, [fact(320, '2020-12-29')])).toEqual([
      'too_old La dernière valeur connue date du 29 décembre 2020 : au-delà de 1 jour, elle n’est plus reportée. 1',
    ]);
    expect(issues(stock, [fact(320, '2020-12-30')])).toEqual([]);
    expect(issues(stock, [fact(320, '2020-06-30'), fact(400, '2020-12-31')])).toEqual([]);
    // While the year runs, a value is as old as it is today.
    expect(issues(stock, [fact(320, '2020-12-01')], { today: '2020-12-02' })).toEqual([]);
  });

  it('is the latest of several', () => {
    const facts = [fact(1, '2020-03-31', { territory: 'A' }), fact(1, '2020-06-30', { territory: 'B' })];
    expect(issues({ ...stock, carryMaxDays: 100 }, facts)).toEqual([
      'too_old La dernière valeur connue date du 30 juin 2020 : au-delà de 100 jours, elle n’est plus reportée. 2',
    ]);
  });
});

describe('the evidence of a rate', () => {
  it('is narrowed with its terms', () => {
    const rate = indicatorRule({
      code: 'TAUX',
      nature: 'ratio',
      factor: 100,
      numerator: 'PROJETS',
      denominator: 'VISITEURS',
    });
    const facts = [
      of(visitors, 10, '2020-07', { channel: 'web' }),
      of(visitors, 90, '2020-07', { channel: 'salon' }),
      of(projects, 5, '2020-07', { channel: 'web' }),
      of(projects, 9, '2020-07', { channel: 'salon' }),
    ];
    const input = figuresInput({ indicators: [visitors, projects, rate], facts });
    const evidence = evidenceOf(rate, null, input);
    expect(totalOf(evidence).amount).toMatchObject({ value: 14 });
    expect(totalOf(narrowedTo(evidence, 'channel', 'web')).amount).toMatchObject({
      value: 50,
    });
    expect(figureOf(rate, null, input).breakdown.map(({ key, text }) => `${key} ${text}`)).toEqual([
      'salon 10',
      'web 50',
    ]);
    // Without one of its terms, it is what was given.
    expect(totalOf(evidenceOf(rate, null, figuresInput({ indicators: [rate], facts }))).empty).toBe(
      'no_measurement',
    );
  });

  it('weights a mean by its denominator, and nothing else', () => {
    const mark = indicatorRule({
      code: 'NOTE',
      nature: 'mean',
      aggregationTime: 'mean',
      denominator: 'VISITEURS',
    });
    const facts = [
      of(mark, 4, '2020-01'),
      of(mark, 8, '2020-02'),
      of(visitors, 1, '2020-01'),
      of(visitors, 3, '2020-02'),
    ];
    const evidence = evidenceOf(mark, null, figuresInput({ indicators: [visitors, mark], facts }));
    expect(totalOf(evidence).amount).toMatchObject({ value: 7 });
    expect(evidenceOf(mark, 'SALON', figuresInput({ indicators: [mark], facts })).facts).toEqual([]);
  });
});
