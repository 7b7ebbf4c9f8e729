import type { BatchItem, StoredMeasurement } from '../../src/measurements/measurement-batch.types.js';
import type { GivenContent } from '../../src/measurements/measurement-content.rules.js';
import { PARTS } from '../../src/measurements/measurement-part.rules.js';
import { naturalKey, type MeasurementKey } from '../../src/measurements/measurement.rules.js';
import type { IndicatorTerm, MeasurementContent } from '../../src/measurements/measurement.types.js';

/** What a validated version says, apart from what matters to a test. */
export const content = (
  value: number | null,
  rest: Partial<MeasurementContent> = {},
): MeasurementContent => ({
  value,
  valueMax: null,
  qualifier: value === null ? null : 'exact',
  absence: value === null ? 'not_communicated' : null,
  status: 'validated',
  marking: 'final',
  precision: 'month',
  source: null,
  note: null,
  internalNote: null,
  ...rest,
});

/** A key of January 2020 without any dimension, apart from what matters to a test. */
export const measurementKey = (rest: Partial<MeasurementKey> = {}): MeasurementKey => ({
  indicatorId: 1,
  campaignId: null,
  territoryId: null,
  channel: null,
  organisationId: null,
  periodStart: '2020-01-01',
  periodEnd: '2020-01-31',
  ...rest,
});

/** What the database holds, by the text of its keys. */
export const storedUnder = (
  ...rows: readonly (readonly [MeasurementKey, MeasurementContent])[]
): Map<string, StoredMeasurement> =>
  new Map(
    rows.map(([key, said], index) => [
      naturalKey(key),
      { id: index + 1, version: 1, standing: 1, part: PARTS.month, content: said },
    ]),
  );

/** One line of a batch: what is said of an indicator at a key. */
export function batchItem(
  line: number,
  indicator: IndicatorTerm,
  said: Partial<GivenContent>,
  rest: { version?: number; key?: Partial<MeasurementKey> } = {},
): BatchItem {
  const key = measurementKey({ ...rest.key, indicatorId: indicator.id });
  const { value, valueMax, qualifier, absence } = content(said.value ?? null);
  const given = { value, valueMax, qualifier, absence, ...said };
  return {
    line,
    checked: { key, naturalKey: naturalKey(key), indicator, content: given, version: rest.version },
  };
}
