import fc from 'fast-check';
import { checkedIndicator, months, said, surroundings } from '../../../test/support/said-figures.js';
import type { CheckedIndicator, SaidFigure } from './checks.types.js';
import { differenceWords, unusualDoubts } from './unusual.rules.js';

/** Plain spaces, to read messages by. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

function doubtsAbout(
  figure: SaidFigure,
  past: SaidFigure[],
  indicator: CheckedIndicator = checkedIndicator(),
) {
  return unusualDoubts(figure, indicator, surroundings([...past, figure], [indicator])).map(
    ({ code, message }) => [code, plain(message)] as const,
  );
}

const VIEWS = [9_400, 11_250, 10_100, 9_800];

describe('figures far from the usual', () => {
  it('explains how far, and what is usual', () => {
    expect(doubtsAbout(said(112_000, '2020-09'), months(2020, VIEWS))).toEqual([
      [
        'unusual',
        '112 000 est onze fois plus que d’habitude (9 400 à 11 250). Une faute de frappe ? Corrigez, ou confirmez avec une explication.',
      ],
    ]);
    expect(doubtsAbout(said(1_000, '2020-09'), months(2020, VIEWS))[0]?.[1]).toContain(
      '1 000 est neuf fois moins que d’habitude (9 400 à 11 250).',
    );
  });

  it('says nothing of what is usual, nor of what nobody can judge', () => {
    expect(doubtsAbout(said(12_000, '2020-09'), months(2020, VIEWS))).toEqual([]);
    expect(doubtsAbout(said(112_000, '2020-09'), months(2020, VIEWS.slice(0, 2)))).toEqual([]);
    expect(doubtsAbout(said(112_000, '2020-09'), [])).toEqual([]);
    expect(doubtsAbout(said(null, '2020-09'), months(2020, VIEWS))).toEqual([]);
  });

  it('of three values, only what is several times more surprises', () => {
    const past = months(2020, VIEWS.slice(0, 3));
    expect(doubtsAbout(said(25_000, '2020-09'), past)).toEqual([]);
    expect(doubtsAbout(said(40_000, '2020-09'), past)[0]?.[0]).toBe('unusual');
  });

  it('is not moved by one wild value among the past ones', () => {
    const past = months(2020, [...VIEWS, 1_000_000]);
    expect(doubtsAbout(said(95_000, '2020-09'), past)[0]?.[1]).toContain('(9 400 à 11 250)');
    expect(doubtsAbout(said(10_500, '2020-09'), past)).toEqual([]);
  });

  it('takes a series that never moves for what it is', () => {
    const past = months(2020, [200, 200, 200, 200, 200]);
    expect(doubtsAbout(said(210, '2020-09'), past)).toEqual([]);
    expect(doubtsAbout(said(2_100, '2020-09'), past)[0]?.[1]).toContain('(toujours 200)');
  });

  it('leaves to chance the ups and downs of small counts', () => {
    const past = months(2020, [2, 1, 0, 3, 2, 1]);
    expect(doubtsAbout(said(6, '2020-09'), past)).toEqual([]);
    expect(doubtsAbout(said(60, '2020-09'), past)[0]?.[0]).toBe('unusual');
  });

  it('knows what comes back at the same season', () => {
    const year = (peak: number): number[] => [100, 110, 90, 100, 120, 100, peak, peak, 130, 100, 90, 100];
    const past = [
      ...months(2018, year(5_000)),
      ...months(2019, year(5_200)),
      ...months(2020, year(0).slice(0, 6)),
    ];
    expect(doubtsAbout(said(5_100, '2020-07'), past)).toEqual([]);
    expect(doubtsAbout(said(5_100, '2020-12', { start: '2020-12-01' }), past)[0]?.[0]).toBe('unusual');
  });

  it('compares a month with months, since the last definition', () => {
    const past = months(2020, VIEWS);
    expect(doubtsAbout(said(112_000, '2020-ete'), past)).toEqual([]);
    const figure = said(112_000, '2020-09');
    const around = surroundings([...past, figure], undefined, {
      breaks: new Map([['VUES', ['2020-03-01']]]),
    });
    expect(unusualDoubts(figure, checkedIndicator(), around)).toEqual([]);
  });

  it('takes bounds for what they say', () => {
    const past = months(2020, VIEWS);
    expect(doubtsAbout(said(1_000, '2020-09', { qualifier: 'more_than' }), past)).toEqual([]);
    expect(doubtsAbout(said(112_000, '2020-09', { qualifier: 'up_to' }), past)).toEqual([]);
    const words = doubtsAbout(said(112_000, '2020-09', { qualifier: 'more_than' }), past)[0]?.[1];
    expect(words).toMatch(/^Plus de 112 000 est onze fois plus/);
  });

  it('forgets what was withdrawn or sent back', () => {
    const past = months(2020, VIEWS, { status: 'withdrawn' });
    expect(doubtsAbout(said(112_000, '2020-09'), past)).toEqual([]);
  });

  it('looks at what a running total grew by', () => {
    const total = checkedIndicator({ nature: 'cumulative' });
    const past = months(2020, [100, 130, 155, 190, 220, 250]);
    expect(doubtsAbout(said(285, '2020-07'), past, total)).toEqual([]);
    expect(doubtsAbout(said(1_250, '2020-07'), past, total)[0]?.[1]).toContain(
      '1 250 ajoute 1 000 au cumul d’avant, 33 fois plus que d’habitude (25 à 35).'.replace('33', '30'),
    );
    const yearly = checkedIndicator({ nature: 'cumulative', restartsOn: '07-01' });
    expect(doubtsAbout(said(1_250, '2020-07'), past, yearly)).toEqual([]);
  });
});

describe('zeros and units', () => {
  it('asks about a zero where there never was one', () => {
    const [code, message] = doubtsAbout(said(0, '2020-09'), months(2020, VIEWS))[0] ?? [];
    expect(code).toBe('zero_unusual');
    expect(message).toContain('Zéro, alors que ce chiffre ne l’a jamais été (9 400 à 11 250).');
    expect(doubtsAbout(said(0, '2020-09'), months(2020, [...VIEWS, 0]))).toEqual([]);
  });

  it('recognises thousands, percentages as shares, and cents', () => {
    const codes = (value: number, past: SaidFigure[], indicator?: CheckedIndicator): unknown =>
      doubtsAbout(said(value, '2020-09'), past, indicator)[0];
    expect(codes(9_900_000, months(2020, VIEWS))).toEqual([
      'wrong_unit',
      '9 900 000 est environ mille fois plus que d’habitude (9 400 à 11 250). A-t-il été multiplié par mille ? Écrivez-le dans son unité, ou confirmez avec une explication.',
    ]);
    expect(codes(10, months(2020, VIEWS))).toMatchObject([
      'wrong_unit',
      expect.stringContaining('en milliers'),
    ]);
    const { wording } = checkedIndicator();
    const percent = checkedIndicator({ wording: { ...wording, symbol: '%', decimals: 2 } });
    const rates = months(2020, [4_500, 4_300, 4_700, 4_600]);
    expect(codes(46, rates, percent)).toMatchObject([
      'wrong_unit',
      expect.stringContaining('une part de 1 au lieu d’un pourcentage'),
    ]);
    const euros = checkedIndicator({ wording: { ...wording, symbol: '€', decimals: 2 } });
    const costs = months(2020, [120_000, 130_000, 125_050, 118_000]);
    expect(codes(12_500_000, costs, euros)).toEqual([
      'wrong_unit',
      '125 000 € est environ cent fois plus que d’habitude (1 180 à 1 300 €). Est-il en centimes ? Écrivez-le en euros, ou confirmez avec une explication.',
    ]);
  });
});

describe('differenceWords', () => {
  it.each([
    [112_000, 10_000, 'onze fois plus'],
    [2_500, 100, '20 fois plus'],
    [345_000, 100, '3 000 fois plus'],
    [150, 100, 'bien plus'],
    [10, 100, 'dix fois moins'],
    [0, 100, 'bien moins'],
    [100, 0, 'bien plus'],
    [-50, 20, 'bien moins'],
  ])('%d beside %d is « %s »', (value, middle, words) => {
    expect(plain(differenceWords(value, middle))).toBe(words);
  });
});

describe('any series', () => {
  const value = fc.integer({ min: -1_000_000, max: 1_000_000_000 });
  const series = fc.array(value, { maxLength: 12 });

  it('never throws, never doubts twice, and reads well', () => {
    fc.assert(
      fc.property(series, value, fc.boolean(), (values, last, isTotal) => {
        const indicator = checkedIndicator(isTotal ? { nature: 'cumulative' } : {});
        const found = doubtsAbout(
          said(last, '2020-12', { start: '2020-12-01' }),
          months(2019, values),
          indicator,
        );
        expect(found.length).toBeLessThanOrEqual(1);
        for (const [, message] of found) expect(message).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
    );
  });

  it('finds nothing unusual in what most of the past says, whatever the rest', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 5 }), (usual, others) => {
        const most = Array.from({ length: 12 - others.length }, () => usual);
        expect(doubtsAbout(said(usual, '2020-03'), months(2019, [...others, ...most]))).toEqual([]);
        expect(doubtsAbout(said(usual, '2020-03'), months(2019, [...most, ...others]))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
