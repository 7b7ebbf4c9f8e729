import type { PlannedMeasurement } from './measurement-batch.types.js';
import type { RecordedVersion } from './measurement.types.js';

/**
 * What a plan became: its versions with their numbers, in order.
 * @param written the measurements of the plan, in its order
 */
export function recordedVersions(
  planned: readonly PlannedMeasurement[],
  written: ReadonlySet<number>,
): RecordedVersion[] {
  const ids = [...written];
  const versions: RecordedVersion[] = [];
  let place = 0;
  for (const { stored, versions: said } of planned) {
    if (said.length === 0) continue;
    const id = ids[place++] ?? 0;
    let { version, content } = stored ?? { version: 0, content: null };
    for (const after of said) {
      version += 1;
      versions.push({ line: after.line ?? 0, id, version, before: content, after });
      content = after;
    }
  }
  return versions;
}
