import fc from 'fast-check';
import { indicatorRule } from '../../test/support/facts.js';
import { toAmount } from '../kernel/figure.rules.js';
import type { Amount, Qualifier } from '../kernel/figure.types.js';
import { progressOf, progressView } from './progress.rules.js';

const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier }, { signed: true });

describe('the progress from a baseline to a target', () => {
  it.each([
    ['the way made', 350, 300, 400, 50],
    ['more than all of it', 418, 300, 400, 118],
    ['backwards', 280, 300, 400, -20],
    ['downwards', 900, 1000, 800, 50],
    ['below a falling target', 760, 1000, 800, 120],
    ['nothing yet', 300, 300, 400, 0],
  ])('tells %s', (_, value, before, aim, points) => {
    expect(progressOf(amount(value), amount(before), amount(aim))).toMatchObject({
      kind: 'rate',
      value: points,
    });
  });

  it('does not exist where there is no way to make', () => {
    expect(progressOf(amount(5), amount(400), amount(400))).toEqual({
      kind: 'not_computable',
      reason: 'zero_denominator',
    });
    const huge = amount(Number.MAX_SAFE_INTEGER);
    expect(progressOf(huge, amount(-5), huge)).toEqual({ kind: 'not_computable', reason: 'unbounded' });
  });

  it('keeps what is known of qualified values', () => {
    const near = progressView(amount(400, 'nearly'), amount(320), amount(420), indicatorRule().wording);
    expect(near).toMatchObject({ text: 'près de 80\u00a0%', baseline: { text: '320' } });
    expect(progressOf(amount(400, 'more_than'), amount(300), amount(500))).toMatchObject({
      lower: 50,
      upper: null,
    });
    expect(progressOf(amount(900, 'up_to'), amount(1000), amount(800))).toMatchObject({
      lower: 50,
      upper: null,
    });
    expect(progressOf(amount(400), amount(300, 'between', 320), amount(500))).toMatchObject({ kind: 'rate' });
    expect(progressView(null, amount(1), amount(2), indicatorRule().wording)).toBeNull();
    expect(progressView(amount(1), null, amount(2), indicatorRule().wording)).toBeNull();
  });

  const values = fc.integer({ min: -1_000_000, max: 1_000_000 });

  it('is the same of a rise and of its mirror image, and always a plain number', () => {
    fc.assert(
      fc.property(values, values, values, (value, before, aim) => {
        const rise = progressOf(amount(value), amount(before), amount(aim));
        const fall = progressOf(amount(0 - value), amount(0 - before), amount(0 - aim));
        expect(fall).toEqual(rise);
        if (rise.kind === 'rate') {
          expect(Number.isFinite(rise.value) && !Object.is(rise.value, -0)).toBe(true);
          expect(rise.value).toBeCloseTo(((value - before) / (aim - before)) * 100, 1 - Math.log10(2));
        } else expect(before).toBe(aim);
      }),
    );
  });
});
