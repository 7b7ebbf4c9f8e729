import { amountOf, buildFigure } from '../../test/support/figure-builder.js';
import { comparisonChoice, comparisonState } from './comparison.presenter.js';

const figure = buildFigure({ code: 'AMBASSADEURS', value: 400 });
const previous = {
  year: 2019,
  label: '2019',
  at: '2019-12-31',
  amount: amountOf(320),
  text: '320',
  window: null,
};
const changed = (value: number, text: string) =>
  comparisonState({ ...figure, previous, change: { kind: 'difference', amount: amountOf(value), text } });

const labels = new Map([[2018, '2017-2018']]);
const choice = (measured: number[], comparedWith: number | null) =>
  comparisonChoice({ year: 2020, measured, labels }, comparedWith);

describe('a comparison on the dashboard', () => {
  it('has a shape that repeats its sign, and a tone that says what it is worth', () => {
    expect(changed(80, '+80')).toEqual({ word: '320 en 2019 (+80)', shape: 'up', tone: 'good' });
    expect(changed(-80, '−80')).toMatchObject({ shape: 'down', tone: 'watch' });
    expect(changed(0, 'stable')).toMatchObject({ shape: 'level', tone: 'calm' });
    expect(comparisonState({ ...figure, previous, change: null })).toMatchObject({
      shape: 'ring',
      tone: 'calm',
    });
    expect(comparisonState(figure)).toBeNull();
  });

  it('is chosen among the other exercices that have figures, or left out', () => {
    expect(choice([2020], null)).toBeNull();
    expect(choice([2018, 2019, 2020], 2019)).toEqual({
      action: '/tableau-de-bord/2020',
      options: [
        { value: '2019', label: '2019', selected: true },
        { value: '2018', label: '2017-2018', selected: false },
        { value: 'aucune', label: 'Aucune année', selected: false },
      ],
    });
    expect(choice([2019, 2020], null)?.options.at(-1)?.selected).toBe(true);
  });
});
