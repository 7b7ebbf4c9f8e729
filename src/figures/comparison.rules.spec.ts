import { buildFigure, type FigureSketch } from '../../test/support/figure-builder.js';
import {
  breaksOfTerms,
  comparedFigure,
  dayOfFigure,
  dayReached,
  type ComparisonTerms,
} from './comparison.rules.js';
import type { Figure } from './figures.types.js';

const y2019 = { start: '2019-01-01', end: '2019-12-31' };
const y2020 = { start: '2020-01-01', end: '2020-12-31' };
const terms = (rest: Partial<ComparisonTerms> = {}): ComparisonTerms => ({
  current: { year: 2020, label: '2020', period: y2020, at: '2020-12-31' },
  previous: { year: 2019, label: '2019', period: y2019, at: '2019-12-31' },
  breaks: [],
  ...rest,
});

const sketch = (rest: Partial<FigureSketch> = {}): FigureSketch => ({ code: 'SPOTS', value: 450, ...rest });
const figure = (rest: Partial<FigureSketch> = {}, more: Partial<Figure> = {}): Figure => ({
  ...buildFigure(sketch(rest)),
  ...more,
});
const compare = (current: Figure, previous: Figure | undefined, how = terms()): Figure =>
  comparedFigure(current, () => previous, how);
const reason = (current: Figure, previous: Figure | undefined, how = terms()): [string, string] | null => {
  const { change } = compare(current, previous, how);
  return change?.kind === 'not_comparable'
    ? [change.reason, change.text.replaceAll('\u00a0', ' ')]
    : change && [change.kind, change.text];
};

const whole = { territory: null, channel: null, organisation: null };
const three = { ...whole, territory: ['A', 'B', 'C'] };

describe('a figure beside what it was in another exercice', () => {
  it('says what it was and how it changed, its « dont » too', () => {
    const { previous, change, subsets } = comparedFigure(
      figure({ subsets: [{ code: 'PROJETS', value: 150 }] }),
      (code) => figure({ code, value: code === 'PROJETS' ? 100 : 300 }),
      terms(),
    );
    expect(previous).toMatchObject({
      year: 2019,
      label: '2019',
      at: '2019-12-31',
      text: '300',
      window: null,
    });
    expect(change).toMatchObject({ kind: 'percent', text: '+50\u00a0%' });
    expect(subsets[0]).toMatchObject({ previous: { text: '100' }, change: { text: '+50\u00a0%' } });
  });

  it('is taken to the same day while the year runs', () => {
    const current = { ...terms().current, at: '2020-09-30' };
    expect(compare(figure(), figure(), terms({ current })).previous?.window).toBe('à date comparable');
  });

  it('leaves context alone', () => {
    const context = figure({ nature: 'context' });
    expect(compare(context, figure())).toBe(context);
  });

  it('says why there is nothing to compare', () => {
    const empty = figure({ value: null });
    const absent = figure({ value: null, absence: { kind: 'not_communicated', note: null } });
    expect(reason(figure(), undefined)).toEqual(['no_previous', 'Pas de chiffre en 2019.']);
    expect(reason(figure(), empty)).toEqual(['no_previous', 'Pas de chiffre en 2019.']);
    expect(reason(figure(), absent)).toEqual(['no_value', 'Pas de valeur en 2019.']);
    expect(compare(figure(), absent).previous).toMatchObject({ amount: null, text: 'sans valeur' });
    expect(reason(empty, figure())).toEqual(['no_value', 'Pas encore de chiffre en 2020.']);
    expect(reason(empty, undefined)).toBeNull();
    const carried = figure({ period: '2019-12' });
    expect(reason(carried, figure())).toEqual(['no_value', 'Pas de nouvelle valeur en 2020.']);
    expect(reason(figure({}, { period: null }), figure())).toEqual(['percent', 'stable']);
    const unique = figure({ value: null, empty: 'not_additive' });
    const words = ['not_additive', 'Comparaison impossible : valeurs non cumulables.'];
    expect([reason(unique, figure()), reason(figure(), unique)]).toEqual([words, words]);
    const least = figure({ value: 13_000, qualifier: 'more_than' });
    expect(reason(least, least)?.[0]).toBe('undetermined');
  });

  it('has the breaks of its terms, for a rate or a mean', () => {
    const rate = { code: 'TAUX', numerator: 'OUVERTES', denominator: 'ENVOYEES' };
    const mean = { code: 'NOTE', numerator: null, denominator: 'REPONSES' };
    const flow = { code: 'OUVERTES', numerator: null, denominator: null };
    const broken = (indicator: string): [string, string][] =>
      breaksOfTerms([{ indicator, from: '2020-01-01' }], [rate, mean, flow]).map((one) => [
        one.indicator,
        one.from,
      ]);
    for (const term of ['OUVERTES', 'ENVOYEES'])
      expect(broken(term)).toEqual([term, 'TAUX'].map((code) => [code, '2020-01-01']));
    expect(broken('REPONSES')).toEqual(['REPONSES', 'NOTE'].map((code) => [code, '2020-01-01']));
    expect(broken('TAUX')).toEqual([['TAUX', '2020-01-01']]);
  });

  it('is not compared across a break of its definition', () => {
    const across = (from: string, indicator = 'SPOTS'): string | undefined =>
      reason(figure(), figure(), terms({ breaks: [{ indicator, from }] }))?.[1];
    expect(across('2020-01-01')).toBe('Comparaison impossible : définition modifiée en 2020.');
    expect(across('2019-06-01')).toBe('Comparaison impossible : définition modifiée en 2019.');
    expect(across('2020-12-31')).toBe('Comparaison impossible : définition modifiée en 2020.');
    expect([across('2019-01-01'), across('2021-01-01'), across('2020-01-01', 'AUTRE')]).toEqual(
      Array(3).fill('stable'),
    );
    // A later exercice may be the one to compare with.
    const { current, previous } = terms();
    const backwards = terms({
      current: previous,
      previous: current,
      breaks: [{ indicator: 'SPOTS', from: '2020-01-01' }],
    });
    expect(reason(figure(), figure(), backwards)?.[0]).toBe('definition_changed');
  });

  it('is not compared with other slices, nor with fewer parts', () => {
    const seven = { ...whole, territory: [...'ABCDEFG'] };
    expect(reason(figure({}, { perimeter: seven }), figure({}, { perimeter: three }))).toEqual([
      'other_perimeter',
      'Comparaison impossible : 3 territoires sur 7 en 2019.',
    ]);
    const partial = { given: 3, expected: 4, text: '' };
    expect(reason(figure({}, { partial }), figure())?.[1]).toBe(
      'Comparaison impossible : total partiel en 2020.',
    );
    expect(reason(figure(), figure({}, { partial }))?.[1]).toBe(
      'Comparaison impossible : total partiel en 2019.',
    );
    expect(reason(figure({}, { partial }), figure({}, { partial }))?.[0]).toBe('partial');
    const some = { partial, perimeter: three };
    expect(reason(figure({}, some), figure({}, some))).toEqual(['percent', 'stable']);
    expect(reason(figure({}, some), figure({}, { ...some, partial: { ...partial, given: 2 } }))?.[0]).toBe(
      'partial',
    );
  });
});

describe('how far a figure goes', () => {
  it('is the present day while the exercice runs, its last day after', () => {
    const input = { at: '2020-12-31', period: y2020, today: '2020-10-15', exerciceIsOver: false };
    expect(dayReached(input)).toBe('2020-10-15');
    expect(dayReached({ ...input, exerciceIsOver: true })).toBe('2020-12-31');
    expect(dayReached({ ...input, at: '2020-09-30' })).toBe('2020-09-30');
    expect(dayReached({ ...input, at: '2021-05-01', exerciceIsOver: true })).toBe('2020-12-31');
  });

  it('is the end of what was told, beyond the present day', () => {
    const told = (end: string): string =>
      dayOfFigure({ period: { start: end, end, precision: 'day', text: '' } }, '2020-10-15', y2020);
    expect([told('2020-09-30'), told('2020-10-31'), told('2021-02-01')]).toEqual([
      '2020-10-15',
      '2020-10-31',
      '2020-12-31',
    ]);
    expect(dayOfFigure({ period: null }, '2020-10-15', y2020)).toBe('2020-10-15');
  });
});
