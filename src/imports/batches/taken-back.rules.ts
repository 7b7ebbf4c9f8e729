import type { TakenBack } from '../../measurements/restoration.rules.js';

/** What a batch wrote, measurement by measurement or target by target: the first and the last version of each. */
export function takenBack(
  ranges: readonly { firstId: number; lastId: number; version: number }[],
): TakenBack[] {
  const found = new Map<number, TakenBack>();
  for (const { firstId, lastId, version } of ranges) {
    for (let id = firstId; id <= lastId; id += 1) {
      const known = found.get(id);
      if (known === undefined) found.set(id, { id, first: version, last: version });
      else {
        known.first = Math.min(known.first, version);
        known.last = Math.max(known.last, version);
      }
    }
  }
  return [...found.values()];
}
