import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, forEachTuple, insertEach } from '../platform/database/bulk-sql.js';
import { sqliteStatement } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Pace } from '../platform/threads/breathe.js';
import type { PlannedMeasurement, StoredMeasurement } from './measurement-batch.types.js';
import { isAdded, partOf, PARTS, type Part } from './measurement-part.rules.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';
import { FIND, HAS_ANY, INSERT_KEY, MOVE_ON } from './measurement-write-sql.js';
import { VERSION_COLUMNS, versionRow, type VersionStamp } from './version-rows.js';
import { exactNumber } from './measurement-sql.js';
import type { NewStanding } from './roll-up.types.js';
import { RollUpsRepository, sliceOf } from './roll-ups.repository.js';

type Driven = string | number;
type Tuple = Driven[];
type StoredRow = Omit<MeasurementContent, 'value' | 'valueMax'> &
  MeasurementKey &
  Pick<StoredMeasurement, 'id' | 'version' | 'standing' | 'part'> & {
    value: Driven | null;
    valueMax: Driven | null;
  };

/** Keys of one slice, and the first and last day on which they end. */
interface SoughtSlice {
  slice: Tuple;
  first: string;
  last: string;
  tuples: Tuple[];
}

/** Fewer keys of a slice are looked for one by one. */
const WORTH_ASKING = 4;

/** What will stand under a key once a batch is written. */
interface Standing {
  version: number;
  part: Part;
  content: MeasurementContent | null;
}

/** Rows of measurements and of their append-only versions, written in bulk with their roll-ups. */
@Injectable()
export class MeasurementsRepository {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RollUpsRepository) private readonly rollUps: RollUpsRepository,
  ) {}

  /** Versions under these keys, by the text of the key: the newest, or those that stand. */
  async stored(
    keys: ReadonlyMap<string, MeasurementKey>,
    which: keyof typeof FIND = 'newest',
  ): Promise<Map<string, StoredMeasurement>> {
    const found = new Map<string, StoredMeasurement>();
    const rows = await forEachTuple<StoredRow>(
      this.unitOfWork.manager,
      FIND[which],
      this.sought(keys.values()),
    );
    for (const row of rows) {
      const { id, version, standing, part, qualifier, absence, status, marking, precision } = row;
      const { source, note, internalNote } = row;
      const [value, valueMax] = [exactNumber(row.value), exactNumber(row.valueMax)];
      const said = { qualifier, absence, status, marking, precision, source, note, internalNote };
      found.set(naturalKey(row), { id, version, standing, part, content: { value, valueMax, ...said } });
    }
    return found;
  }

  /** What to look for. Most batches are of new days: SQLite tells at once that a slice has nothing there. */
  private sought(keys: Iterable<MeasurementKey>): Tuple[] {
    const hasAny = sqliteStatement(this.unitOfWork.manager, HAS_ANY);
    const isSought = ({ slice, first, last, tuples }: SoughtSlice): boolean =>
      tuples.length < WORTH_ASKING || hasAny === null || hasAny.get([...slice, first, last]) !== undefined;
    return sliced(keys).flatMap((slice) => (isSought(slice) ? slice.tuples : []));
  }

  /** Writes what a plan decided: new keys, then every new version. @returns the measurements that were written. */
  write(planned: readonly PlannedMeasurement[], stamp: VersionStamp): Promise<Set<number>> {
    return this.unitOfWork.write(async () => {
      const pace = new Pace();
      const standings = planned.map(standingAfter);
      const created = await this.insertKeys(planned, standings);
      await this.moveOn(planned, standings);
      await pace.breathe();
      const rows: unknown[][] = [];
      const written = new Set<number>();
      let next = 0;
      for (const { stored, versions } of planned) {
        const id = stored?.id ?? created[next++] ?? 0;
        let version = stored?.version ?? 0;
        for (const content of versions) rows.push(versionRow(id, (version += 1), content, stamp));
        if (versions.length > 0) written.add(id);
      }
      await bulkInsert(this.unitOfWork.manager, 'measurement_versions', VERSION_COLUMNS, rows);
      await pace.breathe();
      await this.keepRollUps(planned, standings, stamp.recordedAt);
      return written;
    });
  }

  /** @returns the keys of the new measurements, in the order of the plan. */
  private insertKeys(
    planned: readonly PlannedMeasurement[],
    standings: readonly Standing[],
  ): Promise<number[]> {
    const rows: unknown[][] = [];
    for (const [index, { key, stored, versions }] of planned.entries()) {
      if (stored !== null) continue;
      const { version = 0, part = PARTS.none } = standings[index] ?? {};
      const { indicatorId, campaignId, territoryId, channel, organisationId, periodStart, periodEnd } = key;
      const slice = [indicatorId, campaignId, territoryId, channel, organisationId];
      rows.push([...slice, periodStart, periodEnd, versions.length, version, part]);
    }
    return insertEach(this.unitOfWork.manager, INSERT_KEY, rows);
  }

  /** Moves the numbers of existing measurements on: that of their newest version, that of the one that stands. */
  private async moveOn(
    planned: readonly PlannedMeasurement[],
    standings: readonly Standing[],
  ): Promise<void> {
    const rows = planned.flatMap(({ stored, versions }, index) => {
      const { version = 0, part = PARTS.none } = standings[index] ?? {};
      return stored === null ? [] : [[stored.version + versions.length, version, part, stored.id]];
    });
    await forEachTuple(this.unitOfWork.manager, MOVE_ON, rows);
  }

  /** New measurements are added to their sums; where one version took the place of another, the sums are made anew. */
  private async keepRollUps(
    planned: readonly PlannedMeasurement[],
    standings: readonly Standing[],
    recordedAt: string,
  ): Promise<void> {
    const created: NewStanding[] = [];
    const changed: MeasurementKey[] = [];
    for (const [index, { key, stored }] of planned.entries()) {
      const after = standings[index];
      if (!after?.content) continue;
      if (stored === null) created.push({ key, content: after.content, part: after.part });
      else if (isAdded(stored.part) || isAdded(after.part)) changed.push(key);
    }
    await this.rollUps.add(created, recordedAt);
    await this.rollUps.remake(changed);
  }
}

/** Keys by slice. */
function sliced(keys: Iterable<MeasurementKey>): SoughtSlice[] {
  const slices = new Map<string, SoughtSlice>();
  let current: SoughtSlice | undefined;
  for (const key of keys) {
    const [slice, { periodStart, periodEnd }] = [sliceOf(key), key];
    // Most often that of the key before.
    if (!current?.slice.every((part, index) => part === slice[index])) {
      const name = slice.join('|');
      current = slices.get(name) ?? { slice, first: periodEnd, last: periodEnd, tuples: [] };
      slices.set(name, current);
    }
    if (periodEnd < current.first) current.first = periodEnd;
    if (periodEnd > current.last) current.last = periodEnd;
    current.tuples.push([...slice, periodEnd, periodStart]);
  }
  return [...slices.values()];
}

/** The last version that counts; when the batch brings none, what stood before it, whose content is not told. */
function standingAfter({ key, stored, versions }: PlannedMeasurement): Standing {
  const place = versions.findLastIndex(({ status }) => status === 'validated' || status === 'withdrawn');
  const content = versions[place];
  if (content === undefined)
    return { version: stored?.standing ?? 0, part: stored?.part ?? PARTS.none, content: null };
  const part = partOf({ start: key.periodStart, end: key.periodEnd }, content);
  return { version: (stored?.version ?? 0) + place + 1, part, content };
}
