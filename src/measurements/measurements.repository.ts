import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, forEachTuple, insertEach } from '../platform/database/bulk-sql.js';
import { sqliteStatement } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Pace } from '../platform/threads/breathe.js';
import type { PlannedMeasurement, StoredMeasurement } from './measurement-batch.types.js';
import { isAdded, partOf, PARTS, type Part } from './measurement-part.rules.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';
import { FIND, HAS_ANY, INSERT_KEY, keyRow, MOVE_ON } from './measurement-write-sql.js';
import { VERSION_COLUMNS, versionRow, type VersionStamp } from './version-rows.js';
import { exactNumber } from './measurement-sql.js';
import type { NewStanding } from './roll-up.types.js';
import { RollUpsRepository, sliceOf } from './roll-ups.repository.js';
import { bySlice, compareKeys, type SliceOfKeys } from './slice-order.rules.js';
import { SliceSums } from './slice-sums.rules.js';

type Driven = string | number;
type Tuple = Driven[];
type StoredRow = Omit<MeasurementContent, 'value' | 'valueMax'> &
  MeasurementKey &
  Pick<StoredMeasurement, 'id' | 'version' | 'standing' | 'part'> & {
    value: Driven | null;
    valueMax: Driven | null;
  };

/** Fewer keys of a slice are looked for one by one. */
const WORTH_ASKING = 4;

/** Fewer new measurements are numbered as they are told. */
const WORTH_SORTING = 100;

/** A planned measurement, and what will stand under its key once the batch is written. */
interface Writing {
  plan: PlannedMeasurement;
  /** Given by the database to a new one. */
  id: number;
  standing: number;
  part: Part;
  /** What stands, when the batch brings it. */
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
    const isSought = ({ keys: [key], first, last }: SliceOfKeys): boolean =>
      hasAny === null || key === undefined || hasAny.get([...sliceOf(key), first, last]) !== undefined;
    return bySlice(keys).flatMap((slice) =>
      slice.keys.length < WORTH_ASKING || isSought(slice) ? slice.keys.map(tupleOf) : [],
    );
  }

  /**
   * Writes what a plan decided: new keys, then every new version.
   * @param waiting what is to be added to the roll-ups before the unit of work ends, with other plans; at once when not given
   * @returns the measurements, in the order of the plan
   */
  write(planned: readonly PlannedMeasurement[], stamp: VersionStamp, waiting?: SliceSums): Promise<number[]> {
    return this.unitOfWork.write(async () => {
      const pace = new Pace();
      const writings = planned.map(writingOf);
      const created = writings.filter(({ plan }) => plan.stored === null);
      if (created.length >= WORTH_SORTING)
        created.sort((one, other) => compareKeys(one.plan.key, other.plan.key));
      const changed = writings.filter(({ plan }) => plan.stored !== null);
      await this.insertKeys(created);
      await this.moveOn(changed);
      await pace.breathe();
      const rows: unknown[][] = [];
      for (const { id, plan } of [...created, ...changed]) {
        let version = plan.stored?.version ?? 0;
        for (const content of plan.versions) rows.push(versionRow(id, (version += 1), content, stamp));
      }
      await bulkInsert(this.unitOfWork.manager, 'measurement_versions', VERSION_COLUMNS, rows);
      await pace.breathe();
      const sums = waiting ?? new SliceSums();
      sums.add(created.flatMap(newStanding), stamp.recordedAt);
      const revised = changed.filter(changesSums).map(({ plan }) => plan.key);
      // What is made anew counts every measurement that is there: none of them may be added once more after it.
      if (waiting === undefined || sums.isFull || revised.length > 0) await this.rollUps.add(sums);
      await this.rollUps.remake(revised);
      return writings.map(({ id }) => id);
    });
  }

  /** Adds to the roll-ups what plans left waiting. */
  settle(waiting: SliceSums): Promise<void> {
    return this.rollUps.add(waiting);
  }

  /** Writes new measurements, which get their keys. */
  private async insertKeys(created: readonly Writing[]): Promise<void> {
    const rows = created.map((writing) => keyRow(writing.plan.key, writing.plan.versions.length, writing));
    const ids = await insertEach(this.unitOfWork.manager, INSERT_KEY, rows);
    for (const [index, writing] of created.entries()) writing.id = ids[index] ?? 0;
  }

  /** Moves the numbers of existing measurements on: that of their newest version, that of the one that stands. */
  private async moveOn(changed: readonly Writing[]): Promise<void> {
    const rows = changed.map(({ plan: { stored, versions }, standing, part, id }) => [
      (stored?.version ?? 0) + versions.length,
      standing,
      part,
      id,
    ]);
    await forEachTuple(this.unitOfWork.manager, MOVE_ON, rows);
  }
}

const tupleOf = (key: MeasurementKey): Tuple => [...sliceOf(key), key.periodEnd, key.periodStart];

/** The last version that counts; when the batch brings none, what stood before it, whose content is not told. */
function writingOf(plan: PlannedMeasurement): Writing {
  const { key, stored, versions } = plan;
  const { id = 0, version = 0 } = stored ?? {};
  const place = versions.findLastIndex(({ status }) => status === 'validated' || status === 'withdrawn');
  const content = versions[place];
  if (content === undefined)
    return { plan, id, standing: stored?.standing ?? 0, part: stored?.part ?? PARTS.none, content: null };
  const part = partOf({ start: key.periodStart, end: key.periodEnd }, content);
  return { plan, id, standing: version + place + 1, part, content };
}

/** What a new measurement adds to the sums. */
const newStanding = ({ plan, part, content }: Writing): NewStanding[] =>
  content === null ? [] : [{ key: plan.key, content, part }];

/** One version took the place of another: the sums around it are made anew. */
const changesSums = ({ plan: { stored }, part, content }: Writing): boolean =>
  content !== null && (isAdded(stored?.part ?? PARTS.none) || isAdded(part));
