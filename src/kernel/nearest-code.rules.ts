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

/** Levenshtein's distance; `limit` or more when it is that or more. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let line = Array.from({ length: other.length + 1 }, (_, index) => index);
  let distance = other.length;
  for (const [row, letter] of [...one].entries()) {
    let diagonal = row;
    line = line.map((above, column) => {
      const substitution = diagonal + (letter === other[column - 1] ? 0 : 1);
      distance = column === 0 ? row + 1 : Math.min(substitution, above + 1, distance + 1);
      diagonal = above;
      return distance;
    });
  }
  return distance;
}
