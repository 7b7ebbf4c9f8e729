import { amountOf, buildFigure, toldEvent } from '../../test/support/figure-builder.js';
import type { MonthlyTarget } from './figure-standing.types.js';
import type { Figure, SeriesPoint } from './figures.types.js';
import { monthlyLine } from './monthly-line.rules.js';
import { yearlyLine } from './yearly-line.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const point = (period: string, value: number | null): SeriesPoint => ({
  period,
  amount: value === null ? null : amountOf(value),
  absence: null,
  text: value === null ? '' : String(value),
  marking: 'final',
});
const target = (period: string, own: number, expected: number): MonthlyTarget => ({
  period,
  expected: amountOf(expected),
  expectedText: String(expected),
  own: amountOf(own),
  ownText: String(own),
});
const visits = buildFigure({
  code: 'VISITES',
  shortName: 'Visites',
  name: 'Visites du site',
  value: 30,
  target: 100,
});
const points = [point('2020-01', 10), point('2020-02', 20)];
const line = (figure: Figure, companions: Parameters<typeof monthlyLine>[2]) => {
  const chart = monthlyLine(figure, points, companions);
  if (chart === null) throw new Error('two months are known');
  return chart;
};

describe('a monthly line beside a target', () => {
  it('has what each month should bring where months add up, never the year’s target on a monthly axis', () => {
    const chart = line(visits, { targets: [target('2020-01', 8, 8), target('2020-02', 9, 17)] });
    expect(
      chart.series.map(({ label, style, points: own }) => [label, style, own.map((one) => one?.value)]),
    ).toEqual([
      ['2020', 'main', [10, 20]],
      ['Attendu', 'expected', [8, 9]],
    ]);
    expect(chart.table.rows).toEqual([
      ['Janvier', '10', '8'],
      ['Février', '20', '9'],
    ]);
    expect(plain(chart.sentence)).toContain('Cible de l’année : 100.');
  });

  it('draws no way between milestones where months add up: nothing is expected of a month alone', () => {
    const stepped: Figure = {
      ...visits,
      expectedToDate: { amount: amountOf(17), text: '17', path: 'stepped' },
    };
    const chart = line(stepped, { targets: [target('2020-01', 0, 0), target('2020-02', 17, 17)] });
    const milestones = [target('2020-01', 0, 0), target('2020-02', 17, 17), target('2020-03', 0, 17)];
    expect(line(stepped, { targets: milestones }).series.map(({ style }) => style)).toEqual(['main']);
    expect(plain(chart.sentence)).toContain('Cible de l’année : 100.');
  });

  it('has the way and the level of a state, and the level alone when the way is flat', () => {
    const rising = line(visits, { targets: [target('2020-01', 50, 50), target('2020-02', 100, 100)] });
    expect(rising.series.map(({ style }) => style)).toEqual(['main', 'expected', 'target']);
    const flat = line(visits, { targets: [target('2020-01', 100, 100), target('2020-02', 100, 100)] });
    expect(flat.series.map(({ style }) => style)).toEqual(['main', 'target']);
    expect(flat.series[1]?.points.map((one) => one?.value)).toEqual([100, 100]);
  });

  it('leaves a gap where a month has no target, and draws none without target', () => {
    const gap = line(visits, { targets: [target('2020-01', 8, 8), target('2020-03', 9, 17)] });
    expect(gap.series[1]?.points).toEqual([expect.objectContaining({ value: 8 }), null]);
    expect(gap.table.rows[1]).toEqual(['Février', '20', '']);
    const untargeted = buildFigure({ code: 'VISITES', value: 30 });
    expect(line(untargeted, { targets: [target('2020-01', 8, 8)] }).series).toHaveLength(1);
  });
});

describe('a monthly line beside another exercice', () => {
  it('draws its months under its name, and says from where to where they went', () => {
    const previous = {
      label: '2019',
      points: [point('2019-01', 4), point('2019-02', null), point('2019-03', 7)],
    };
    const chart = line(visits, { previous });
    expect(chart.series.map(({ label, style }) => [label, style])).toEqual([
      ['2020', 'main'],
      ['2019', 'previous'],
    ]);
    expect(chart.series[1]?.points).toEqual([expect.objectContaining({ value: 4 }), null]);
    expect(plain(chart.sentence)).toContain('En 2019 : de 4 en janvier à 7 en mars.');
    expect(chart.table.columns.map(({ label }) => label)).toEqual(['Mois', 'Visites', '2019']);
  });

  it('is alone when the other one was not measured by month', () => {
    const chart = line(visits, { previous: { label: '2019', points: [] } });
    expect(chart.series.map(({ label }) => label)).toEqual(['Visites']);
    expect(chart.events).toBeUndefined();
  });
});

it('says events on the line, in the sentence and in the table', () => {
  const chart = line(visits, { events: [toldEvent({ label: 'Panne', start: '2020-02-03' })] });
  expect(chart.events?.map(({ mark, label }) => [mark, plain(label)])).toEqual([['A', '3 février : panne']]);
  expect(plain(chart.sentence)).toContain('Repère : A, 3 février : panne.');
  expect(chart.table.rows).toEqual([
    ['Janvier', '10', ''],
    ['Février', '20', 'Panne'],
  ]);
});

describe('a line by exercice', () => {
  const year = (label: string, value: number | null, goal?: number) => ({
    year: Number(label),
    label,
    figure: buildFigure({
      code: 'AMB',
      shortName: 'Ambassadeurs',
      value,
      ...(goal === undefined ? {} : { target: goal }),
    }),
  });

  it('goes from the first value to the last, with the targets there were', () => {
    const chart = yearlyLine([year('2019', 320), year('2020', null), year('2021', 500, 450)]);
    expect(chart?.title).toBe('Ambassadeurs : 320 en 2019, 500 en 2021');
    expect(
      chart?.series.map(({ style, points: own }) => [style, own.map((one) => one?.value ?? null)]),
    ).toEqual([
      ['main', [320, null, 500]],
      ['target', [null, null, 450]],
    ]);
    expect(chart?.table.rows[1]).toEqual(['2020', 'non mesuré', '']);
    expect(yearlyLine([year('2019', 3), year('2020', 5)])?.series).toHaveLength(1);
  });

  it('counts rates in percent', () => {
    const rate = (label: string, value: number) => ({
      year: Number(label),
      label,
      figure: buildFigure({ code: 'R', symbol: '%', value }),
    });
    expect(yearlyLine([rate('2019', 30), rate('2020', 45)])?.unit).toBe('percent');
    expect(yearlyLine([year('2019', 320), year('2020', 400)])?.unit).toBe('count');
  });

  it('needs two known values', () => {
    expect(yearlyLine([year('2019', 320), year('2020', null)])).toBeNull();
    expect(yearlyLine([])).toBeNull();
  });
});
