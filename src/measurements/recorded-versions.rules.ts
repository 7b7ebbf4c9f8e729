import type { PlannedMeasurement } from './measurement-batch.types.js';
import type { RecordedVersion } from './measurement.types.js';

/**
 * What a plan became: its versions with their numbers, in order.
 * @param ids the measurements of the plan, in its order; none of them when nothing is written
 */
export function recordedVersions(
  planned: readonly PlannedMeasurement[],
  ids: readonly number[],
): RecordedVersion[] {
  const versions: RecordedVersion[] = [];
  for (const [place, { stored, versions: said }] of planned.entries()) {
    const id = ids[place] ?? 0;
    let { version, content } = stored ?? { version: 0, content: null };
    for (const after of said) {
      version += 1;
      versions.push({ line: after.line ?? 0, id, version, before: content, after });
      content = after;
    }
  }
  return versions;
}
