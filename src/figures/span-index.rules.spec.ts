import fc from 'fast-check';
import { covers, overlaps } from '../kernel/period.rules.js';
import { joinedSpans, SpanIndex } from './span-index.rules.js';

describe('an index of periods', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2020-02-${String(number).padStart(2, '0')}`);
  const span = fc.tuple(day, day).map(([one, other]) => {
    const [start = one, end = other] = [one, other].toSorted();
    return { start, end };
  });

  it('answers as if every period had been looked at', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 15 }), span, (spans, asked) => {
        const index = new SpanIndex(spans);
        const same = (one: { start: string; end: string }): boolean =>
          one.start === asked.start && one.end === asked.end;
        expect(index.covers(asked)).toBe(spans.some((one) => covers(one, asked)));
        expect(index.coversStrictly(asked)).toBe(spans.some((one) => covers(one, asked) && !same(one)));
        expect(index.overlaps(asked)).toBe(spans.some((one) => overlaps(one, asked)));
        expect(index.crosses(asked)).toBe(spans.some((one) => overlaps(one, asked) && !covers(asked, one)));
        expect(index.holdsWithin(asked)).toBe(spans.some((one) => covers(asked, one)));
      }),
    );
  });

  it('joins periods that touch or overlap, and keeps every day', () => {
    expect(
      joinedSpans([
        { start: '2020-02-01', end: '2020-02-29' },
        { start: '2020-01-01', end: '2020-01-31' },
        { start: '2020-03-02', end: '2020-03-04' },
        { start: '2020-03-03', end: '2020-03-03' },
      ]),
    ).toEqual([
      { start: '2020-01-01', end: '2020-02-29' },
      { start: '2020-03-02', end: '2020-03-04' },
    ]);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 15 }), day, (spans, asked) => {
        const told = (all: readonly { start: string; end: string }[]): boolean =>
          all.some(({ start, end }) => start <= asked && asked <= end);
        expect(told(joinedSpans(spans))).toBe(told(spans));
      }),
    );
  });
});
