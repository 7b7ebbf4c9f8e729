import type { PlannedVersion } from './measurement-batch.types.js';

/** Author, time and motive of the versions of one batch. */
export interface VersionStamp {
  recordedAt: string;
  recordedBy: string;
  reason: string | null;
}

/** What is written of a version. */
export const VERSION_COLUMNS = [
  'measurement_id',
  'version',
  'value',
  'value_max',
  'qualifier',
  'absence',
  'status',
  'marking',
  'precision',
  'source',
  'note',
  'internal_note',
  'recorded_at',
  'recorded_by',
  'reason',
];

/** A version in the order of these columns. */
export function versionRow(
  id: number,
  version: number,
  content: PlannedVersion,
  stamp: VersionStamp,
): unknown[] {
  return [
    id,
    version,
    content.value,
    content.valueMax,
    content.qualifier,
    content.absence,
    content.status,
    content.marking,
    content.precision,
    content.source,
    content.note,
    content.internalNote,
    content.recordedAt ?? stamp.recordedAt,
    stamp.recordedBy,
    content.reason ?? stamp.reason,
  ];
}
