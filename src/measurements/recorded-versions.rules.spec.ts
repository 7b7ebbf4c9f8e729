import { content, measurementKey } from '../../test/support/measurement-contents.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import { PARTS } from './measurement-part.rules.js';
import { naturalKey } from './measurement.rules.js';
import { recordedVersions } from './recorded-versions.rules.js';

const planned = (rest: Partial<PlannedMeasurement>): PlannedMeasurement => {
  const key = measurementKey({});
  return { indicator: 'SPOTS', key, naturalKey: naturalKey(key), stored: null, versions: [], ...rest };
};
const stored = { id: 4, version: 2, standing: 2, part: PARTS.none, content: content(10) };

describe('the versions that a plan became', () => {
  it('follow what was there, and each other, with the lines that they come from', () => {
    const plan = [
      planned({ versions: [{ ...content(1), line: 1 }] }),
      planned({ stored: { ...stored, id: 7 }, versions: [] }),
      planned({
        stored,
        versions: [
          { ...content(2), line: 2 },
          { ...content(3), line: 5 },
        ],
      }),
    ];
    const told = recordedVersions(plan, [9, 7, 4]);
    expect(
      told.map(({ id, version, line, before, after }) => [id, version, line, before?.value, after.value]),
    ).toEqual([
      [9, 1, 1, undefined, 1],
      [4, 3, 2, 10, 2],
      [4, 4, 5, 2, 3],
    ]);
  });

  it('have no number before they are written, nor a line that was not told', () => {
    expect(recordedVersions([planned({ versions: [content(1)] })], [])).toMatchObject([
      { id: 0, version: 1, line: 0, before: null },
    ]);
  });
});
