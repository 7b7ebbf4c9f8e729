import { content, measurementKey } from '../../test/support/measurement-contents.js';
import type { LivingMeasurement } from './measurement-life.types.js';
import { PARTS } from './measurement-part.rules.js';
import type { MeasurementStatus } from './measurement.types.js';
import { restored } from './restoration.rules.js';

/** A measurement of which each version says its number, with these statuses. */
function living(...statuses: MeasurementStatus[]): LivingMeasurement {
  const versions = statuses.map((status, index) => ({
    ...content(index + 1, { status }),
    version: index + 1,
    recordedBy: 'person:1',
    recordedAt: `2020-01-0${index + 1}T00:00:00Z`,
    reason: null,
  }));
  const standing = versions.findLast(({ status }) => status === 'validated' || status === 'withdrawn');
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a measurement has a version');
  return {
    stored: {
      id: 7,
      version: last.version,
      standing: standing?.version ?? 0,
      part: PARTS.none,
      content: content(last.version, { status: last.status }),
    },
    indicator: 'SPOTS',
    decimals: 0,
    key: measurementKey({}),
    versions,
  };
}

const back = (measurement: LivingMeasurement, first: number, last: number) =>
  restored(measurement, { id: 7, first, last }, 'annulé')?.versions.map(({ value, status, recordedAt }) => [
    value,
    status,
    recordedAt,
  ]);

describe('what puts a measurement back', () => {
  it('says again what stood before, as it was told then', () => {
    expect(back(living('validated', 'validated'), 2, 2)).toEqual([[1, 'validated', '2020-01-01T00:00:00Z']]);
  });

  it('withdraws what did not exist before, now', () => {
    expect(back(living('validated'), 1, 1)).toEqual([[1, 'withdrawn', undefined]]);
    expect(back(living('submitted', 'validated'), 1, 2)).toEqual([[2, 'withdrawn', undefined]]);
  });

  it('brings back what waited beside what stood', () => {
    expect(back(living('validated', 'submitted', 'validated'), 3, 3)).toEqual([
      [1, 'validated', '2020-01-01T00:00:00Z'],
      [2, 'submitted', '2020-01-02T00:00:00Z'],
    ]);
    // Nothing stood: what made it stand is taken away first.
    expect(back(living('submitted', 'validated'), 2, 2)).toEqual([
      [2, 'withdrawn', undefined],
      [1, 'submitted', '2020-01-01T00:00:00Z'],
    ]);
  });

  it('leaves what stands alone when only what waited changed', () => {
    expect(back(living('validated', 'submitted', 'submitted'), 3, 3)).toEqual([
      [2, 'submitted', '2020-01-02T00:00:00Z'],
    ]);
  });

  it('looks through what was said since and taken back', () => {
    const [first, second] = living('validated', 'validated').versions;
    const again = (...said: (typeof first)[]): LivingMeasurement => {
      const one = living('validated', ...said.map(() => 'validated' as const));
      const versions = [first, ...said].flatMap((of, index) =>
        of === undefined ? [] : [{ ...of, version: index + 1 }],
      );
      const newest = versions.at(-1) ?? one.stored.content;
      return { ...one, stored: { ...one.stored, content: newest }, versions };
    };
    expect(back(again(second, first), 1, 1)).toEqual([[1, 'withdrawn', undefined]]);
    expect(back(again(second, first), 2, 2)).toBeUndefined();
    const later = first && { ...first, recordedAt: '2020-01-09T00:00:00Z' };
    expect(back(again(second, later), 1, 1)).toBeUndefined();
    const other = first && { ...first, note: 'Recompté' };
    expect(back(again(second, other), 1, 1)).toBeUndefined();
  });

  it('looks through what waited since and was taken back, without moving what stands', () => {
    const one = living('validated', 'submitted', 'submitted', 'submitted');
    const [stood, waited] = one.versions;
    const versions = one.versions.map((version, index) =>
      index === 3 && waited !== undefined ? { ...waited, version: 4 } : version,
    );
    expect(back({ ...one, versions }, 2, 2)).toEqual([[1, 'validated', stood?.recordedAt]]);
  });

  it('is nothing when somebody has spoken since', () => {
    expect(back(living('validated', 'validated', 'validated'), 2, 2)).toBeUndefined();
  });
});
