/** What a card is expected to take, in pixels on a wide page: enough to choose its column. */
export interface Sized {
  height: number;
}

/** Two columns of nearly the same height, in reading order: each card goes under the shorter one. */
export function inTwoColumns<Card extends Sized>(cards: readonly Card[]): [Card[], Card[]] {
  const columns: [Card[], Card[]] = [[], []];
  const heights: [number, number] = [0, 0];
  for (const card of cards) {
    const shorter = heights[1] < heights[0] ? 1 : 0;
    columns[shorter].push(card);
    heights[shorter] += card.height;
  }
  return columns;
}
