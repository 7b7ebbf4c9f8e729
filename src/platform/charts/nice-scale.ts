export interface NiceScale {
  min: number;
  max: number;
  step: number;
  ticks: number[];
}

/** Removes the noise of binary fractions: 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** The smallest step of 1, 2 or 5 times a power of ten that is at least `raw`. */
function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return clean(factor * power);
}

/**
 * An axis that holds zero and every value, with round ticks. Counts of people have no half: a step under one is kept
 * only when the values themselves are smaller than one.
 */
export function niceScale(values: readonly number[], maxTicks: number, whenEmpty: number): NiceScale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || whenEmpty;
  const fractional = values.some((value) => value !== 0 && Math.abs(value) < 1) && span <= 2;
  const raw = niceStep(span / Math.max(1, maxTicks));
  const step = fractional ? raw : Math.max(1, raw);
  const first = Math.floor(clean(low / step));
  const last = Math.max(first + 1, Math.ceil(clean((high || (low === 0 ? whenEmpty : 0)) / step)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
  return { min: clean(first * step), max: clean(last * step), step, ticks };
}
