import type { Slice } from '../plan/collection-line.types.js';

const DIMENSIONS = ['territory', 'channel', 'organisation'] as const;

/** The slice itself, then those with fewer details that would hold it. */
export function slicesAbove({ indicator, campaign, territory, channel, organisation }: Slice): Slice[] {
  let slices: Slice[] = [{ indicator, campaign, territory, channel, organisation }];
  for (const dimension of DIMENSIONS)
    slices = slices.flatMap((one) =>
      one[dimension] === null ? [one] : [one, { ...one, [dimension]: null }],
    );
  return slices;
}
