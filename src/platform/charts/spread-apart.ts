/**
 * Moves positions apart until none is closer than `distance` to the next, as little as possible and inside the
 * bounds, keeping their order: labels at the ends of lines that finish together.
 */
export function spreadApart(
  positions: readonly number[],
  distance: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = positions
    .map((position, index) => ({ position, index }))
    .sort((a, b) => a.position - b.position || a.index - b.index);
  const placed = order.map(({ position }) => Math.min(high, Math.max(low, position)));
  for (let index = 1; index < placed.length; index++) {
    placed[index] = Math.max(placed[index] ?? 0, (placed[index - 1] ?? 0) + distance);
  }
  // Pushed below the bound: move the last ones back up, and the ones above them as needed.
  let limit = high;
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - distance;
  }
  const result = positions.map(() => 0);
  order.forEach(({ index }, rank) => {
    result[index] = placed[rank] ?? 0;
  });
  return result;
}
