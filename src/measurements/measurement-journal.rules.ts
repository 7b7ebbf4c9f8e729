import { writeRanges } from '../kernel/number-ranges.rules.js';
import type { AuditEvent } from '../platform/audit/audit.types.js';
import type { MeasurementStatus, MeasurementsReport } from './measurement.types.js';

/** A batch of scattered corrections is told by its ends. */
const LONGEST_RANGES = 1_000;

/** A batch as the journal tells it: one entry, whose details are the versions themselves. */
export function batchEvent(
  tally: Omit<MeasurementsReport, 'rejected'>,
  recordedBy: string,
  written: ReadonlySet<number>,
): AuditEvent {
  const { created, updated, unchanged } = tally;
  const after = {
    created,
    updated,
    unchanged,
    by: signatureKind(recordedBy),
    measurements: idsText(written),
  };
  return { action: 'measurements.recorded', subject: null, before: null, after };
}

/** A withdrawal. Its reason is free text and may name people: the journal points at the version that keeps it. */
export function withdrawalEvent(last: {
  id: number;
  version: number;
  status: MeasurementStatus;
}): AuditEvent {
  return {
    action: 'measurement.withdrawn',
    subject: `measurement:${last.id}`,
    before: { status: last.status, version: last.version },
    after: { status: 'withdrawn', version: last.version + 1 },
  };
}

/** `token:Stand` is `token` (the entry's actor says which), `import:fichier.csv` is `import`: names stay out of the chain. */
const signatureKind = (signature: string): string =>
  /^(?:data-set|person):/.test(signature) ? signature : signature.replace(/:.*$/s, '');

function idsText(ids: ReadonlySet<number>): string {
  const text = writeRanges(ids);
  if (text.length <= LONGEST_RANGES) return text;
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const id of ids) [first, last] = [Math.min(first, id), Math.max(last, id)];
  return `${first}…${last}`;
}
