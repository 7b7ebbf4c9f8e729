import fc from 'fast-check';
import { buildFigure, type FigureSketch } from '../../test/support/figure-builder.js';
import { toAmount } from '../kernel/figure.rules.js';
import { QUALIFIERS, type Amount, type Qualifier } from '../kernel/figure.types.js';
import { costAnswer } from './cost-answer.rules.js';
import { COST_FOOTNOTE, costsOf, footnoteOf, quotient, withCosts, withProgrammeCosts } from './cost.rules.js';
import type { CostPerResult } from './figure-cost.types.js';
import type { Figure } from './figures.types.js';

const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier });
const figure = (sketch: FigureSketch, qualified?: Amount, rest: Partial<Figure> = {}): Figure => ({
  ...buildFigure(sketch),
  ...(qualified === undefined ? {} : { amount: qualified }),
  ...rest,
});
const euros = (
  costKind: 'committed' | 'spent',
  given: Amount | null,
  rest: Partial<Figure> = {},
): Figure => ({
  ...figure({ code: costKind, value: given?.value ?? null, symbol: '€', decimals: 2, costKind }),
  amount: given,
  ...rest,
});
const visitors = (given: Amount, rest: Partial<Figure> = {}): Figure =>
  figure(
    { code: 'VISITEURS', value: given.value, label: ['visiteur accueilli', 'visiteurs accueillis'] },
    given,
    rest,
  );

const plain = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');
const costOf = (spent: Figure, result: Figure): CostPerResult | null =>
  withCosts([spent, result])[1]?.costPerResult ?? null;
const words = (spent: Amount, result: Amount): string | undefined =>
  plain(costOf(euros('spent', spent), visitors(result))?.text);

describe('what one result of a campaign cost', () => {
  it.each<[Amount, Amount, string]>([
    [amount(1_200_000), amount(450), '26,67 €'],
    [amount(1_200_000), amount(400), '30 €'],
    [amount(1_200_000), amount(450, 'more_than'), 'au plus 27 €'],
    [amount(1_200_000), amount(1_000, 'at_least'), 'au plus 12 €'],
    [amount(1_200_000), amount(400, 'nearly'), 'environ 30 €'],
    [amount(1_200_000), amount(50, 'up_to'), 'au moins 240 €'],
    [amount(1_200_000, 'more_than'), amount(450), 'au moins 26 €'],
    [amount(1_200_000, 'up_to'), amount(450), 'au plus 27 €'],
    [amount(60_000_050), amount(3), '200 000 €'],
    [amount(1_500_000), amount(130_000), '0,12 €'],
    [amount(1_500_000), amount(130_000, 'about'), 'environ 0,12 €'],
    [amount(10_000), amount(130_000), 'au plus 0,01 €'],
    [amount(0), amount(450, 'more_than'), '0 €'],
    // No number holds the whole euro above.
    [amount(Number.MAX_SAFE_INTEGER, 'up_to'), amount(1), 'au plus 90 071 992 547 409,91 €'],
  ])('case %#', (spent, result, expected) => {
    expect(words(spent, result)).toBe(`${expected} par visiteur accueilli`);
  });

  it('is « sans objet » without a result, and unknown of a part or between two minimums', () => {
    expect(costOf(euros('spent', amount(1_200)), visitors(amount(0)))).toMatchObject({
      reason: 'zero_result',
      text: 'sans objet',
    });
    const partial = { partial: { given: 3, expected: 4, text: '' } };
    const reasons = [
      costOf(euros('spent', amount(1_200)), visitors(amount(4), partial)),
      costOf(euros('spent', amount(1_200), partial), visitors(amount(4))),
      costOf(euros('spent', amount(1_200, 'more_than')), visitors(amount(4, 'more_than'))),
    ].map((cost) => cost?.kind === 'not_computable' && cost.reason);
    expect(reasons).toEqual(['partial', 'partial', 'undetermined']);
  });

  it('is asked of key results only, and only where something was spent', () => {
    const spent = euros('spent', amount(1_200_000));
    const none = (sketch: FigureSketch, rest: Partial<Figure> = {}): CostPerResult | null =>
      costOf(spent, figure({ value: 5, ...sketch }, undefined, rest));
    expect([
      none({ code: 'A', keyFigure: false }),
      none({ code: 'A', nature: 'stock' }),
      none({ code: 'A', value: null }),
      none({ code: 'A', symbol: '€' }),
      none({ code: 'A' }, { subsetOf: 'B' }),
      costOf(euros('committed', amount(1_200)), visitors(amount(5))),
      costOf(euros('spent', null), visitors(amount(5))),
    ]).toEqual(Array(7).fill(null));
  });

  it('is answered with its footnote, which is mandatory', () => {
    const answered = (spent: Figure, result: Figure): unknown =>
      costAnswer(costOf(spent, result) as CostPerResult, COST_FOOTNOTE);
    expect(answered(euros('spent', amount(1_200_000)), visitors(amount(450)))).toEqual({
      value: 26.67,
      lower: 26.66,
      upper: 26.67,
      text: '26,67\u00a0€ par visiteur accueilli',
      footnote: COST_FOOTNOTE,
    });
    expect(answered(euros('spent', amount(5)), visitors(amount(0)))).toEqual({
      reason: 'zero_result',
      text: 'sans objet',
      footnote: 'Coût complet hors temps agent.',
    });
  });

  it('is not computed of what is below zero, nor beyond exact numbers', () => {
    expect(quotient(amount(5), amount(-5), 0)).toBeNull();
    expect(quotient(amount(-5), amount(5), 0)).toBeNull();
    expect(quotient(amount(9e15), amount(1), 2)).toBeNull();
    const open = toAmount({ value: 5, valueMax: null, qualifier: 'up_to' }, { signed: true });
    expect(quotient(amount(100), open, 0)).toMatchObject({ value: 20, qualifier: 'at_least' });
    expect(quotient(open, amount(2), 0)).toMatchObject({
      value: 3,
      qualifier: 'up_to',
      interval: { lower: 0 },
    });
  });

  it('holds every cost that the amounts leave possible', () => {
    const amounts = fc
      .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(1_000), fc.constantFrom(...QUALIFIERS))
      .map(([value, more, qualifier]) =>
        amount(value, qualifier, qualifier === 'between' ? value + more : null),
      );
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 2 }), (spent, result, decimals) => {
        const cost = quotient(spent, result, decimals);
        if (cost === null) return;
        const { lower, upper } = cost.interval;
        const inside = ({ interval }: Amount): number[] => [interval.lower ?? 0, interval.upper ?? 9e9];
        for (const money of inside(spent)) {
          for (const units of inside(result).filter((one) => one > 0)) {
            const exact = (money * 10 ** decimals) / units;
            expect((lower ?? 0) - 1e-6).toBeLessThanOrEqual(exact);
            expect(exact).toBeLessThanOrEqual((upper ?? Infinity) + 1e-6);
          }
        }
        expect(Number.isSafeInteger(cost.value) && !Object.is(cost.value, -0)).toBe(true);
      }),
    );
  });
});

describe('the costs of a scope', () => {
  it('are what was promised and what was paid, never added up', () => {
    const costs = costsOf([
      euros('committed', amount(1_200_000)),
      euros('spent', amount(948_000)),
      visitors(amount(5)),
    ]);
    expect(plain(JSON.stringify([costs?.committed?.text, costs?.spent?.text, costs?.share?.text]))).toBe(
      '["12 000 €","9 480 €","79 %"]',
    );
  });

  it('add up several of the same kind, and have no share of what is partial or missing', () => {
    const [first, second] = [euros('spent', amount(100)), euros('spent', amount(200))];
    expect(costsOf([first, second])).toMatchObject({
      spent: { amount: { value: 300 }, isPartial: false },
      share: null,
    });
    const partial = euros('spent', amount(100), { partial: { given: 1, expected: 2, text: '' } });
    expect(costsOf([euros('committed', amount(300)), partial])).toMatchObject({
      spent: { isPartial: true },
      share: null,
    });
    expect(costsOf([euros('committed', amount(300)), euros('spent', null)])).toMatchObject({
      spent: null,
      share: null,
    });
    const committedPartly = euros('committed', amount(100), { partial: { given: 1, expected: 2, text: '' } });
    expect(costsOf([committedPartly, first])?.share).toBeNull();
    const whole = figure({ code: 'E', value: 3, symbol: '€', decimals: 0, costKind: 'spent' });
    expect(costsOf([first, whole])).toBeNull();
    expect(costsOf([euros('committed', amount(300)), whole])?.share).toBeNull();
    expect(costsOf([visitors(amount(5))])).toBeNull();
  });
});

describe('what one result cost the whole programme', () => {
  const [salon, spots] = ['SALON', 'SPOTS'].map((code) => ({
    code,
    slug: code,
    name: code,
    shortName: code,
  }));
  const both = [salon, spots].flatMap((one) => one ?? []);
  const spent = euros('spent', amount(1_200_000), { campaigns: both });
  const whole = visitors(amount(450), { campaigns: both, campaign: null });
  const own = (paid: boolean): Figure[] => [
    visitors(amount(200)),
    ...(paid ? [euros('spent', amount(5))] : []),
  ];
  const costs = (money: Figure, byCampaign: [string, Figure[]][]): (string | undefined)[] =>
    withProgrammeCosts([money, whole], new Map(byCampaign)).flatMap(({ costPerResult: cost }) =>
      cost === null ? [] : [plain(cost.text)],
    );

  it('is told when the spending of every operation with a result is known, or was given for all', () => {
    const all: [string, Figure[]][] = [
      ['SALON', own(true)],
      ['SPOTS', own(true)],
      ['BANALE', [euros('committed', amount(5))]],
    ];
    expect(costs(spent, all)).toEqual(['26,67 € par visiteur accueilli']);
    expect(footnoteOf(whole).replace(/\s/g, ' ')).toBe(
      'Coût complet hors temps agent ; toutes les dépenses de l’année, rapportées à ce seul résultat.',
    );
    expect(footnoteOf({ campaign: salon ?? null })).toBe(COST_FOOTNOTE);
    expect(costs({ ...spent, campaigns: [] }, [['AUTRE', own(false)]])).toHaveLength(1);
  });

  it('is not told of a part of the spending, nor without any', () => {
    expect(costs(spent, [['AUTRE', own(false)]])).toEqual([]);
    const partial = { partial: { given: 1, expected: 2, text: '' } };
    expect(costs({ ...spent, ...partial }, [])).toEqual([]);
    expect(costs(euros('spent', null), [])).toEqual([]);
  });
});
