import { measureWithFontTable } from './text-measurer.js';
import { niceScale } from './nice-scale.js';
import { spreadApart } from './spread-apart.js';
import { ellipsize, fitLabel } from './text-fit.js';
import { placeText } from './text-placement.js';
import { tickFormatter } from './tick-format.js';

/** One unit per character: widths can be counted in the test. */
const perCharacter = (text: string) => [...text].length;

describe('labels set in a given width', () => {
  it.each([
    ['Visiteurs', 20, ['Visiteurs']],
    ['Salon du travail et de la mobilité', 20, ['Salon du travail', 'et de la mobilité']],
    ['Anticonstitutionnellement', 10, ['Anticonst…']],
    ['Un deux trois quatre cinq six sept', 12, ['Un deux', 'trois quatr…']],
    ['', 10, ['']],
  ])('« %s » in %d', (text, width, lines) => {
    expect(fitLabel(text, width, 2, perCharacter)).toEqual(lines);
  });

  it('never breaks at a no-break space', () => {
    expect(fitLabel('Sets de table 130\u202f000', 15, 2, perCharacter)).toEqual([
      'Sets de',
      'table 130\u202f000',
    ]);
    expect(fitLabel('Oh my Lot\u00a0!', 9, 2, perCharacter)).toEqual(['Oh my', 'Lot\u00a0!']);
  });

  it('never cuts a number short: it would be another number', () => {
    expect(ellipsize('250 spots, 130\u202f000 sets', 17, perCharacter)).toBe('250 spots…');
    expect(ellipsize('12\u202f345', 4, perCharacter)).toBe('…');
    expect(ellipsize('450 visiteurs', 6, perCharacter)).toBe('450 v…');
  });

  it('keeps what fits, and an accent with its letter', () => {
    expect(ellipsize('été', 3, perCharacter)).toBe('été');
    expect(ellipsize('e\u0301te\u0301 indien', 4, perCharacter)).toBe('été…');
  });
});

describe('axes', () => {
  it.each([
    [[450, 150, 400, 250], 6, [0, 100, 200, 300, 400, 500]],
    [[130, 83, 100], 4, [0, 50, 100, 150]],
    [[0, 0], 6, [0, 1]],
    [[], 6, [0, 1]],
    [[3], 6, [0, 1, 2, 3]],
    [[25, -12], 6, [-20, -10, 0, 10, 20, 30]],
    [[-5], 6, [-5, -4, -3, -2, -1, 0]],
    [[0.25, 0.5], 5, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
  ])('of %j', (values, maxTicks, ticks) => {
    expect(niceScale(values, maxTicks, 1).ticks).toEqual(ticks);
  });

  it('hold zero and every value, whatever their size', () => {
    for (const value of [1, 7, 99, 101, 13_000, 130_000, Number.MAX_SAFE_INTEGER, -3, -1e9]) {
      const { min, max, ticks } = niceScale([value], 6, 1);
      expect(min).toBeLessThanOrEqual(Math.min(0, value));
      expect(max).toBeGreaterThanOrEqual(Math.max(0, value));
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(9);
    }
  });

  it.each([
    ['count', [13_000], 10_000, '10\u202f000'],
    ['count', [2_400_000], 500_000, '0,5\u00a0M'],
    ['count', [2_400_000], 0, '0'],
    ['count', [3e9], 2e9, '2\u00a0Md'],
    ['percent', [130], 100, '100\u00a0%'],
    ['count', [-12], -10, '−10'],
    ['count', [0.5], 0.1, '0,1'],
  ] as const)('write %s of %j in French', (unit, values, value, text) => {
    expect(tickFormatter(unit, niceScale(values, 6, 1))(value)).toBe(text);
  });
});

describe('the place of a value', () => {
  const room = {
    start: 100,
    end: 300,
    textWidth: 50,
    gap: 5,
    left: 100,
    right: 400,
    obstacle: null,
    mayGoInside: true,
    mayGoLeft: true,
  };

  it('is after its bar', () => {
    expect(placeText(room)).toMatchObject({ x: 305, align: 'left', inside: false });
  });

  it('is before the bar when there is no room after, on it when there is none before', () => {
    expect(placeText({ ...room, start: 300, end: 390 })).toMatchObject({
      x: 295,
      align: 'right',
      inside: false,
    });
    expect(placeText({ ...room, end: 390 })).toMatchObject({ x: 385, align: 'right', inside: true });
  });

  it('steps over the target in its way', () => {
    expect(placeText({ ...room, obstacle: [320, 330] })).toMatchObject({ x: 335 });
    expect(placeText({ ...room, obstacle: [370, 380] })).toMatchObject({ x: 305 });
  });

  it('is where most room is when none is enough', () => {
    const narrow = { ...room, start: 130, end: 340, textWidth: 500, mayGoInside: false };
    expect(placeText(narrow)).toMatchObject({ align: 'left', maxWidth: 55 });
    expect(placeText({ ...narrow, start: 300 })).toMatchObject({ align: 'right', maxWidth: 195 });
  });
});

describe('labels that would touch', () => {
  it.each([
    [
      [10, 50],
      [10, 50],
    ],
    [
      [10, 12],
      [10, 20],
    ],
    [
      [98, 99, 100],
      [80, 90, 100],
    ],
    [
      [12, 10],
      [20, 10],
    ],
    [
      [-30, 10],
      [0, 10],
    ],
  ])('%j move apart to %j', (positions, expected) => {
    expect(spreadApart(positions, 10, [0, 100])).toEqual(expected);
  });
});

describe('widths from the font tables', () => {
  const width = (text: string, weight: 400 | 600 | 700 = 400) =>
    measureWithFontTable(text, { family: 'text', weight, size: 1000 }).width;

  it('are those of the faces', () => {
    expect(width('0')).toBe(497);
    expect(width('130\u202f000')).toBe(6 * 497 + 120);
    expect(width('Visiteurs', 700)).toBeGreaterThan(width('Visiteurs', 400));
  });

  it('do not depend on how an accent is typed, and know wide and combining characters', () => {
    expect(width('e\u0301te\u0301')).toBe(width('été'));
    expect(width('x\u0331')).toBe(width('x'));
    expect(width('漢')).toBe(1000);
    expect(width('\u0416')).toBeGreaterThan(0);
    expect(width('')).toBe(0);
  });
});
