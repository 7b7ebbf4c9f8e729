import { fact, figuresInput, indicatorRule } from '../../test/support/facts.js';
import { figureOf } from './figure.rules.js';
import type { Figure } from './figures.types.js';
import { namedBySums, summedCodes } from './summed-indicators.rules.js';

describe('the indicators whose measurements may come added up', () => {
  it('are those that add up along every axis, and are no term of a rate or a mean', () => {
    const indicators = [
      indicatorRule(),
      indicatorRule({ code: 'ABONNES', nature: 'stock', aggregationTime: 'last' }),
      indicatorRule({ code: 'PAR_TERRITOIRE', aggregationTerritory: 'none' }),
      indicatorRule({ code: 'PAR_CANAL', aggregationChannel: 'none' }),
      indicatorRule({ code: 'RECOUVRANT', overlapping: true }),
      indicatorRule({ code: 'CLICS' }),
      indicatorRule({ code: 'VUES' }),
      indicatorRule({
        code: 'TAUX',
        nature: 'ratio',
        aggregationTime: 'none',
        numerator: 'CLICS',
        denominator: 'VUES',
      }),
      indicatorRule({ code: 'SPOTS' }),
      indicatorRule({ code: 'VIEILLI', carryMaxDays: 30 }),
    ];
    expect(summedCodes(indicators)).toEqual(['VISITEURS', 'SPOTS']);
    expect(summedCodes([])).toEqual([]);
  });
});

describe('issues that name sums', () => {
  const whole = indicatorRule();
  const part = indicatorRule({ code: 'PROJETS', subsetOf: 'VISITEURS' });
  // 60 and 50 make more than the 100 told of them all: an issue that names the three measurements.
  const told = (indicator: string, ids: [number, number, number]) =>
    [
      { value: 100, channel: null },
      { value: 60, channel: 'web' },
      { value: 50, channel: 'salon' },
    ].map(({ value, channel }, index) => fact(value, '2020-06', { indicator, channel, id: ids[index] ?? 0 }));
  const figure = (facts: ReturnType<typeof told>) =>
    figureOf(whole, null, figuresInput({ indicators: [whole, part], facts }));

  const named = (figures: Figure[]): string[] => namedBySums(figures, [whole, part]);

  it('are known by a number below 0, in a figure as in its parts, and tell what it is compared with', () => {
    const plain = figure(told('VISITEURS', [1, 2, 3]));
    expect(plain.issues).toMatchObject([{ kind: 'parts_differ', measurements: [1, 2, 3] }]);
    expect(named([plain])).toEqual([]);
    expect(named([plain, figure(told('VISITEURS', [1, 2, -3]))])).toEqual(['VISITEURS']);
    const within = figure([fact(500, '2020-06', { id: 9 }), ...told('PROJETS', [4, -5, 6])]);
    expect(within.issues).toEqual([]);
    expect(named([within])).toEqual(['PROJETS', 'VISITEURS']);
  });

  it('are none without an issue, whatever was added up', () =>
    expect(named([figure([fact(500, '2020-06', { id: -1 })])])).toEqual([]));
});
