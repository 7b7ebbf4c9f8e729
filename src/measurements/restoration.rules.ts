import type { PlannedMeasurement, PlannedVersion } from './measurement-batch.types.js';
import type { LivingMeasurement, SaidContent } from './measurement-life.types.js';
import { naturalKey } from './measurement.rules.js';
import { sameContent } from './measurement-content.rules.js';
import type { MeasurementContent } from './measurement.types.js';

/** The versions of one measurement that are taken back: all of them from the first to the last. */
export interface TakenBack {
  id: number;
  first: number;
  last: number;
}

const stands = ({ status }: MeasurementContent): boolean => status === 'validated' || status === 'withdrawn';

/**
 * What puts a measurement back as it was before some of its versions, as new versions: the one that stood, then what waited
 * beside it. They keep the instants at which they were said, so that figures come out byte-equal. A measurement that did
 * not exist before is withdrawn. Null when something newer stands on what is taken back.
 */
export function restored(
  { stored, versions, indicator, key }: LivingMeasurement,
  { first, last }: TakenBack,
  reason: string,
): PlannedMeasurement | null {
  if (!saysAgain(versions, last)) return null;
  const before = versions.filter(({ version }) => version < first);
  const newest = before.at(-1);
  const standing = before.findLast(stands);
  const movedStanding = versions.some((one) => one.version >= first && one.version <= last && stands(one));
  const next: PlannedVersion[] = [];
  if (movedStanding || newest === undefined) {
    next.push(
      standing === undefined
        ? { ...contentOf(stored.content), status: 'withdrawn', reason }
        : { ...contentOf(standing), reason, recordedAt: standing.recordedAt },
    );
  }
  if (newest !== undefined && !(movedStanding && newest === standing))
    next.push({ ...contentOf(newest), reason, recordedAt: newest.recordedAt });
  return { indicator, key, naturalKey: naturalKey(key), stored, versions: next };
}

/**
 * Nothing newer stands on a version: it is the last one, or what was said after it was taken back since. What is put back
 * keeps the instant at which it was said, which no other version of the same words has.
 */
function saysAgain(versions: readonly SaidContent[], last: number): boolean {
  const then = versions.filter(({ version }) => version <= last);
  return (
    isPutBack(versions.at(-1), then.at(-1)) && isPutBack(versions.findLast(stands), then.findLast(stands))
  );
}

const isPutBack = (now: SaidContent | undefined, then: SaidContent | undefined): boolean =>
  now === then ||
  (now !== undefined && then !== undefined && now.recordedAt === then.recordedAt && sameContent(now, then));

function contentOf({
  value,
  valueMax,
  qualifier,
  absence,
  status,
  marking,
  precision,
  source,
  note,
  internalNote,
}: MeasurementContent | SaidContent): MeasurementContent {
  return { value, valueMax, qualifier, absence, status, marking, precision, source, note, internalNote };
}
