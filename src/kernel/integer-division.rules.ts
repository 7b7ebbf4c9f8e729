/** Largest integer not above n / d, for a positive d: exact, where binary floats would round. */
export function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient;
}

/** Smallest integer not below n / d, for a positive d. */
export const ceilDivide = (n: bigint, d: bigint): bigint => -floorDivide(-n, d);

/** Nearest integer to n / d, halves away from zero, for a positive d. */
export function roundDivide(n: bigint, d: bigint): bigint {
  const magnitude = ((n < 0n ? -n : n) * 2n + d) / (d * 2n);
  return n < 0n ? -magnitude : magnitude;
}

/** A bound as a number; beyond safe integers it is given up (null), which only widens what is claimed. */
export function boundOf(value: bigint): number | null {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}
