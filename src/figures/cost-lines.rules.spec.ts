import { amountOf, buildFigure } from '../../test/support/figure-builder.js';
import { costTable } from './cost-lines.rules.js';
import { withCosts } from './cost.rules.js';
import type { Figure } from './figures.types.js';

const money = (costKind: 'committed' | 'spent', value: number, rest: Partial<Figure> = {}): Figure => ({
  ...buildFigure({ code: costKind, value, symbol: '€', decimals: 2, costKind }),
  ...rest,
});
const visitors = buildFigure({
  code: 'V',
  value: 450,
  label: ['visiteur accueilli', 'visiteurs accueillis'],
});
const operations = [
  { code: 'SALON', shortName: 'Salon' },
  { code: 'ETE', shortName: 'Été' },
];
const plain = (value: unknown): string => JSON.stringify(value).replace(/[\u00a0\u202f]/g, ' ');

describe('what operations cost', () => {
  it('is a line for each whose money is known, then the whole', () => {
    const salon = withCosts([money('committed', 1_500_000), money('spent', 1_200_000), visitors]);
    const table = costTable(operations, new Map([['SALON', salon]]), [
      money('spent', 1_200_000, { partial: { given: 1, expected: 2, text: '' } }),
    ]);
    expect(plain(table)).toBe(
      plain({
        lines: [
          {
            name: 'Salon',
            committed: '15 000 €',
            spent: '12 000 €',
            share: '80 %',
            perResult: ['26,67 € par visiteur accueilli'],
          },
        ],
        total: { name: 'Ensemble', committed: '', spent: '12 000 € (partiel)', share: '', perResult: [] },
        hasCommitments: true,
        hasResults: true,
      }),
    );
  });

  it('is nothing where no cost is known, and has no total of its own without one', () => {
    expect(costTable(operations, new Map(), [visitors])).toBeNull();
    const none = withCosts([
      money('spent', 100),
      {
        ...visitors,
        amount: amountOf(0),
      },
    ]);
    expect(costTable(operations, new Map([['ETE', none]]), [visitors])).toMatchObject({
      lines: [{ name: 'Été', perResult: [] }],
      total: null,
      hasCommitments: false,
      hasResults: false,
    });
  });
});
