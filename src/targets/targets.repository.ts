import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Between, In, LessThanOrEqual } from 'typeorm';
import type { IsoDate } from '../kernel/period.types.js';
import { differs, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { TargetEntity, TargetVersionEntity } from './target.entity.js';
import type { VersionStamp } from './target.types.js';

/** Everything of a row that people decide. */
export type TargetRow = Omit<TargetEntity, 'id' | 'version' | 'withdrawn' | 'updatedAt'>;

/** Versions of one target that were written together: all of them from the first to the last. */
export interface TargetVersions {
  id: number;
  first: number;
  last: number;
}

/** Rows of targets and baselines, and of what they were before. */
@Injectable()
export class TargetsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Those whose period ends between two days, both included; those taken back among them. */
  endingBetween(from: IsoDate, to: IsoDate): Promise<TargetEntity[]> {
    return this.unitOfWork.manager.find(TargetEntity, {
      where: { periodEnd: Between(from, to) },
      order: { id: 'ASC' },
    });
  }

  /** Baselines that hold, dated of a day or before. */
  baselinesUntil(day: IsoDate): Promise<TargetEntity[]> {
    return this.unitOfWork.manager.find(TargetEntity, {
      where: { kind: 'baseline', withdrawn: false, periodEnd: LessThanOrEqual(day) },
      order: { id: 'ASC' },
    });
  }

  byId(id: number): Promise<TargetEntity | null> {
    return this.unitOfWork.manager.findOneBy(TargetEntity, { id });
  }

  byKey(naturalKey: string): Promise<TargetEntity | null> {
    return this.unitOfWork.manager.findOneBy(TargetEntity, { naturalKey });
  }

  /** Oldest first. */
  versionsOf(targetIds: readonly number[]): Promise<TargetVersionEntity[]> {
    return this.unitOfWork.manager.find(TargetVersionEntity, {
      where: { targetId: In([...targetIds]) },
      order: { targetId: 'ASC', version: 'ASC' },
    });
  }

  /**
   * Brings the row of a key to these values, as a new version. The same values write nothing.
   * @param revive a target taken back counts again, even with the same values.
   */
  store({ naturalKey, ...values }: TargetRow, stamp: VersionStamp, revive = false): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager): Promise<StoreOutcome> => {
      const found = await manager.findOneBy(TargetEntity, { naturalKey });
      if (found !== null && !differs(found, values) && !(revive && found.withdrawn)) return 'unchanged';
      const version = (found?.version ?? 0) + 1;
      const row = { ...values, version, withdrawn: false, updatedAt: stamp.recordedAt };
      if (found === null) await manager.insert(TargetEntity, { naturalKey, ...row });
      else await manager.update(TargetEntity, { naturalKey }, row);
      await this.addVersion(await manager.findOneByOrFail(TargetEntity, { naturalKey }), stamp);
      return found === null ? 'created' : 'updated';
    });
  }

  /**
   * Puts back what a target said before its newest versions, as it was told then; withdraws it when it said nothing.
   * @returns false, and does nothing, when something newer stands on them
   */
  takeBack({ id, first, last }: TargetVersions, stamp: VersionStamp): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const target = await manager.findOneByOrFail(TargetEntity, { id });
      if (target.version !== last && !(await this.saysAgain(target, last))) return false;
      const before = await manager.findOneBy(TargetVersionEntity, { targetId: id, version: first - 1 });
      if (before === null) {
        await this.withdraw(id, stamp);
        return true;
      }
      const { recordedAt } = before;
      const change = { ...saidBy(before), version: target.version + 1, updatedAt: recordedAt };
      await manager.update(TargetEntity, { id }, change);
      await this.addVersion({ ...target, ...change }, { ...stamp, recordedAt });
      return true;
    });
  }

  /** Takes a target back. */
  withdraw(id: number, stamp: VersionStamp): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const target = await manager.findOneByOrFail(TargetEntity, { id });
      const change = { withdrawn: true, version: target.version + 1, updatedAt: stamp.recordedAt };
      await manager.update(TargetEntity, { id }, change);
      await this.addVersion({ ...target, ...change }, stamp);
    });
  }

  /** What was said after a version was taken back since: what is put back keeps the instant at which it was said. */
  private async saysAgain({ id, version }: TargetEntity, last: number): Promise<boolean> {
    const told = async (number: number): Promise<unknown> => {
      const said = await this.unitOfWork.manager.findOneByOrFail(TargetVersionEntity, {
        targetId: id,
        version: number,
      });
      return { ...saidBy(said), recordedAt: said.recordedAt };
    };
    return isDeepStrictEqual(await told(version), await told(last));
  }

  private async addVersion(target: TargetEntity, stamp: VersionStamp): Promise<void> {
    const { id, version } = target;
    const row = { targetId: id, version, ...saidBy(target), ...stamp };
    await this.unitOfWork.manager.insert(TargetVersionEntity, row);
  }
}

/** What a version says, apart from its number and its author. */
const SAID = [
  'value',
  'valueMax',
  'qualifier',
  'decidedBy',
  'meetingCode',
  'path',
  'steps',
  'note',
  'withdrawn',
] as const satisfies readonly (keyof TargetEntity & keyof TargetVersionEntity)[];
type Said = Pick<TargetVersionEntity, (typeof SAID)[number]>;

const saidBy = (one: Said): Said => Object.fromEntries(SAID.map((member) => [member, one[member]])) as Said;
