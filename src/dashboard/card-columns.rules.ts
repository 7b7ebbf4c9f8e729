/** What a card is expected to take, in pixels on a wide page: enough to choose its column. */
export interface Sized {
  height: number;
  /** Its content reads as well over the whole width, under both columns. */
  mayGoUnder?: boolean;
}

/** Two columns in reading order, and what stands under both. */
export interface CardPlaces<Card> {
  columns: [Card[], Card[]];
  under: Card[];
}

const total = (cards: readonly Sized[]): number => cards.reduce((sum, { height }) => sum + height, 0);

const unevenness = ([left, right]: readonly [readonly Sized[], readonly Sized[]]): number =>
  Math.abs(total(left) - total(right));

/** Every way to share cards between two columns, the first one staying at the left: a handful of cards, so few ways. */
function sharings<Card>(cards: readonly Card[]): [Card[], Card[]][] {
  const [first, ...others] = cards;
  if (first === undefined) return [[[], []]];
  return others.reduce<[Card[], Card[]][]>(
    (ways, card) =>
      ways.flatMap(([left, right]): [Card[], Card[]][] => [
        [left, [...right, card]],
        [[...left, card], right],
      ]),
    [[[first], []]],
  );
}

const mostEven = <Card extends Sized>(cards: readonly Card[]): [Card[], Card[]] =>
  sharings(cards).reduce((best, way) => (unevenness(way) < unevenness(best) ? way : best));

/** The most even columns; the last card goes under them when they end closer without it. */
export function placeCards<Card extends Sized>(cards: readonly Card[]): CardPlaces<Card> {
  const all = mostEven(cards);
  const last = cards.at(-1);
  if (cards.length < 3 || !last?.mayGoUnder) return { columns: all, under: [] };
  const others = mostEven(cards.slice(0, -1));
  return unevenness(others) < unevenness(all)
    ? { columns: others, under: [last] }
    : { columns: all, under: [] };
}
