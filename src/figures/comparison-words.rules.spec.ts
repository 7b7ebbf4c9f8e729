import { amountOf, buildFigure } from '../../test/support/figure-builder.js';
import { comparisonWords } from './comparison-words.rules.js';
import type { ChangeView } from './figure-comparison.types.js';
import type { Figure } from './figures.types.js';

const previous = {
  year: 2019,
  label: '2019',
  at: '2019-12-31',
  amount: amountOf(320),
  text: '320',
  window: null,
};
const change = (value: number, text: string): ChangeView => ({
  kind: 'difference',
  amount: amountOf(value),
  text,
});
const words = (
  rest: Partial<Figure>,
  direction: 'up' | 'down' | 'neutral' = 'up',
  symbol: string | null = null,
) => comparisonWords({ ...buildFigure({ code: 'A', value: 400, direction, symbol }), previous, ...rest });

describe('the words of a comparison', () => {
  it('say what it was and how it changed', () => {
    expect(words({ change: change(80, '+80') })).toEqual({
      way: 'up',
      worth: 'better',
      text: '320 en 2019 (+80)',
    });
    expect(words({ change: change(-80, '−80') })).toMatchObject({ way: 'down', worth: 'worse' });
    expect(words({ change: change(0, 'stable') })).toMatchObject({ way: 'stable', worth: 'neutral' });
    expect(words({ change: change(80, '+80') }, 'neutral')).toMatchObject({ way: 'up', worth: 'neutral' });
    expect(words({ change: change(80, '+80\u00a0€') }, 'down', '€')).toMatchObject({ worth: 'neutral' });
  });

  it('say when less is better', () => {
    expect(words({ change: change(-80, '−80') }, 'down')).toMatchObject({
      worth: 'better',
      text: '320 en 2019 (−80, en mieux)',
    });
    expect(words({ change: change(80, '+80') }, 'down')?.text).toBe('320 en 2019 (+80, en moins bien)');
  });

  it('say the window while the year runs', () => {
    const running = { ...previous, window: 'à date comparable' };
    expect(words({ previous: running, change: change(80, '+80') })?.text).toBe(
      '320 en 2019 à date comparable (+80)',
    );
  });

  it('say why there is no change, and nothing without a previous value', () => {
    const broken: ChangeView = {
      kind: 'not_comparable',
      reason: 'definition_changed',
      text: 'Comparaison impossible\u00a0: définition modifiée en 2019.',
    };
    expect(words({ change: broken })).toEqual({
      way: null,
      worth: 'neutral',
      text: '320 en 2019. Comparaison impossible\u00a0: définition modifiée en 2019.',
    });
    const empty: ChangeView = {
      kind: 'not_comparable',
      reason: 'no_value',
      text: 'Pas encore de chiffre en 2020.',
    };
    expect([words({ change: empty })?.text, words({ change: null })?.text]).toEqual([
      '320 en 2019',
      '320 en 2019',
    ]);
    expect(words({ previous: null, change: empty })).toBeNull();
  });
});
