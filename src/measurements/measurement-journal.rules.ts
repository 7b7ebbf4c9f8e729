import { writeRanges } from '../kernel/number-ranges.rules.js';
import type { AuditEvent } from '../platform/audit/audit.types.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import type { MeasurementStatus, MeasurementsReport } from './measurement.types.js';

/** A batch of scattered corrections is told by its ends. */
const LONGEST_RANGES = 1_000;

/** A batch as the journal tells it: one entry, whose details are the versions themselves. */
export function batchEvent(
  tally: Omit<MeasurementsReport, 'rejected'>,
  recordedBy: string,
  written: readonly number[],
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

/**
 * What was decided on figures: one entry for all of them, one each when they are taken back. Reasons are free text and may
 * name people: the journal points at the versions that keep them.
 */
export function decisionEvents(
  planned: readonly PlannedMeasurement[],
  status: MeasurementStatus,
): AuditEvent[] {
  const written = planned.flatMap(({ stored, versions }) =>
    stored === null ? [] : [{ ...stored, versions }],
  );
  if (status === 'withdrawn') {
    return written.map(({ id, version, content }) => ({
      action: 'measurement.withdrawn',
      subject: `measurement:${id}`,
      before: { status: content.status, version },
      after: { status, version: version + 1 },
    }));
  }
  const revised = written.filter(({ versions }) => versions.at(-1)?.marking === 'revised').length;
  const after = { updated: written.length, measurements: idsText(written.map(({ id }) => id)) };
  const [only] = written.length === 1 ? written : [];
  return [
    {
      action: DECIDED[status],
      subject: only === undefined ? null : `measurement:${only.id}`,
      before: null,
      after: revised === 0 ? after : { ...after, revised },
    },
  ];
}

const DECIDED: Readonly<Record<Exclude<MeasurementStatus, 'withdrawn'>, AuditEvent['action']>> = {
  draft: 'measurements.recorded',
  submitted: 'measurements.submitted',
  returned: 'measurements.returned',
  validated: 'measurements.validated',
};

/** `token:Stand` is `token` (the entry's actor says which), `import:fichier.csv` is `import`: names stay out of the chain. */
const signatureKind = (signature: string): string =>
  /^(?:data-set|person):/.test(signature) ? signature : signature.replace(/:.*$/s, '');

function idsText(ids: readonly number[]): string {
  const text = writeRanges(ids);
  if (text.length <= LONGEST_RANGES) return text;
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const id of ids) [first, last] = [Math.min(first, id), Math.max(last, id)];
  return `${first}…${last}`;
}
