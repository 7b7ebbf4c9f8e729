import { slug } from './french-text.rules.js';

/** The existing code nearest to a mistyped one, or null when none is near enough to be what was meant. */
export function nearestCode(given: string, codes: Iterable<string>): string | null {
  const wanted = slug(given.slice(0, 80));
  let best: string | null = null;
  let bestDistance = Math.min(4, Math.floor(wanted.length / 3) + 1);
  for (const code of codes) {
    const distance = editDistance(wanted, slug(code), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [code, distance];
  }
  return best;
}

/** Levenshtein's distance; `limit` when it is that or more. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return Math.min(previous[other.length] ?? limit, limit);
}
