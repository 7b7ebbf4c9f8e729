import type { ExpectedFigure } from './expected-figure.types.js';

/** Operations in their order, what has none last; indicators in theirs; the total before its parts. */
export function inOrder<Row extends Pick<ExpectedFigure, 'campaign' | 'indicator' | 'key'>>(
  rows: readonly Row[],
  { indicators, campaigns }: Record<'indicators' | 'campaigns', readonly { code: string }[]>,
): Row[] {
  const rankOf = (codes: readonly { code: string }[], code: string | null): number => {
    const rank = codes.findIndex((one) => one.code === code);
    return rank === -1 ? codes.length : rank;
  };
  const placed = rows.map((row) => ({
    row,
    ranks: [rankOf(campaigns, row.campaign), rankOf(indicators, row.indicator)],
  }));
  return placed
    .toSorted((one, other) => {
      const difference = one.ranks
        .map((rank, index) => rank - (other.ranks[index] ?? 0))
        .find((step) => step !== 0);
      return difference ?? (one.row.key < other.row.key ? -1 : 1);
    })
    .map(({ row }) => row);
}
