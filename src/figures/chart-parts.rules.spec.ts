import { amountOf, buildFigure } from '../../test/support/figure-builder.js';
import {
  axisLabel,
  isMoney,
  isWhollyTheirs,
  markLength,
  sourceLine,
  valueText,
} from './chart-parts.rules.js';
import type { Figure } from './figures.types.js';

const plain = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

describe('the words of a value in a chart', () => {
  it('are its number with what qualifies it, or why there is none', () => {
    const text = (rest: Partial<Parameters<typeof buildFigure>[0]>) =>
      plain(valueText(buildFigure({ code: 'V', ...rest })));
    expect(text({ value: 13_000, qualifier: 'more_than' })).toBe('plus de 13 000');
    expect(text({ value: 450 })).toBe('450');
    expect(text({ absence: { kind: 'not_communicated', note: null } })).toBe('non communiqué');
    expect(text({ empty: 'not_additive' })).toBe('non cumulable');
    expect(text({})).toBe('non mesuré');
  });

  it('name a part after its whole, once', () => {
    const part = (shortName: string) => axisLabel(buildFigure({ code: 'P', shortName }, 'V'));
    expect(part('Projet de mobilité')).toBe('dont projet de mobilité');
    expect(part('Dont projets')).toBe('Dont projets');
    expect(part('CCI')).toBe('dont CCI');
  });
});

describe('the length of a mark', () => {
  it('counts in the unit, up to the upper bound of two', () => {
    expect(markLength(amountOf(1_250), { decimals: 2 })).toBe(12.5);
    expect(markLength(amountOf(100, 'between', 150), { decimals: 0 })).toBe(150);
  });

  it('is that of money for euros alone', () =>
    expect(['€', '%', null].map((symbol) => isMoney(buildFigure({ code: 'C', symbol })))).toEqual([
      true,
      false,
      false,
    ]));
});

describe('what campaigns brought of a figure', () => {
  const slice = (value: number | null, dimension: Figure['breakdown'][number]['dimension'] = 'campaign') => ({
    dimension,
    key: 'OP',
    label: 'Opération',
    amount: value === null ? null : amountOf(value),
    absence: null,
    text: '',
    marking: 'final' as const,
  });
  const theirs = (value: number | null, ...breakdown: Figure['breakdown']) =>
    isWhollyTheirs({ amount: value === null ? null : amountOf(value), breakdown });

  it('is all of it when their slices make its value', () => {
    expect(theirs(440_000, slice(218_000), slice(222_000))).toBe(true);
    expect(theirs(440_000, slice(218_000), slice(null))).toBe(false);
    expect(theirs(440_000, slice(218_000, 'channel'))).toBe(true);
    expect(theirs(null, slice(218_000))).toBe(true);
  });
});

describe('the source of a chart', () => {
  const line = (...sources: (string | null)[]) =>
    sourceLine(sources.map((source, index) => buildFigure({ code: `V${index}`, value: 3, source })));

  it('names each once, and three of many', () => {
    expect(line(null)).toBeNull();
    expect(line('Compteur', 'Compteur')).toBe('Source : Compteur.');
    expect(line('Compteur', 'Étude')).toBe('Sources : Compteur et Étude.');
    expect(line('A', 'B', 'C', 'D', 'E')).toBe('Sources : A, B, C et deux autres.');
  });
});
