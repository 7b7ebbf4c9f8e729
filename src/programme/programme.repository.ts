import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { bulkInsert } from '../platform/database/bulk-sql.js';
import { differs, mergeOutcomes, storeRecord, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ChannelEntity, OrganisationEntity, OrganisationNameEntity } from './organisation.entity.js';
import { ExerciceEntity, ExerciceReopeningEntity, ProgrammeEntity } from './programme.entity.js';
import type {
  Channel,
  Exercice,
  ExerciceReopening,
  OrganisationDefinition,
  OrganisationName,
  Programme,
  TerritoryDefinition,
} from './programme.types.js';
import { TerritoryEntity } from './territory.entity.js';

/** One programme per installation: its row is always this one. */
const THE_PROGRAMME = 1;

/** Rows of the programme, its years, places, bodies and channels. */
@Injectable()
export class ProgrammeRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  programme(): Promise<ProgrammeEntity | null> {
    return this.unitOfWork.manager.findOneBy(ProgrammeEntity, { id: THE_PROGRAMME });
  }

  exercices(): Promise<ExerciceEntity[]> {
    return this.unitOfWork.manager.find(ExerciceEntity, { order: { year: 'ASC' } });
  }

  territories(): Promise<TerritoryEntity[]> {
    return this.unitOfWork.manager.find(TerritoryEntity, { order: { id: 'ASC' } });
  }

  organisations(): Promise<OrganisationEntity[]> {
    return this.unitOfWork.manager.find(OrganisationEntity, { order: { id: 'ASC' } });
  }

  organisationNames(): Promise<OrganisationNameEntity[]> {
    return this.unitOfWork.manager.find(OrganisationNameEntity, {
      order: { organisationId: 'ASC', id: 'ASC' },
    });
  }

  channels(): Promise<ChannelEntity[]> {
    return this.unitOfWork.manager.find(ChannelEntity, { order: { id: 'ASC' } });
  }

  storeProgramme(programme: Programme): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      const stored = await storeRecord(manager, ProgrammeEntity, { id: THE_PROGRAMME }, programme);
      return stored.outcome;
    });
  }

  storeExercice({ year, updatedAt, ...values }: Exercice): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      const stored = await storeRecord(manager, ExerciceEntity, { year }, values, { updatedAt });
      return stored.outcome;
    });
  }

  reopenings(year: number): Promise<ExerciceReopeningEntity[]> {
    return this.unitOfWork.manager.find(ExerciceReopeningEntity, { where: { year }, order: { id: 'ASC' } });
  }

  async addReopening(year: number, reopening: ExerciceReopening): Promise<void> {
    await this.unitOfWork.write((manager) => manager.insert(ExerciceReopeningEntity, { year, ...reopening }));
  }

  storeTerritory({ code, parentCode, ...values }: TerritoryDefinition): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      const parent =
        parentCode === null ? null : await manager.findOneByOrFail(TerritoryEntity, { code: parentCode });
      const parentId = parent?.id ?? null;
      return (await storeRecord(manager, TerritoryEntity, { code }, { ...values, parentId })).outcome;
    });
  }

  /** Inserts territories that are not there yet, each after the one that it stands in. */
  addTerritories(territories: readonly TerritoryDefinition[]): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const ids = new Map((await this.territories()).map(({ id, code }) => [code, id]));
      let waiting = [...territories];
      while (waiting.length > 0) {
        const isReady = ({ parentCode }: TerritoryDefinition): boolean =>
          parentCode === null || ids.has(parentCode);
        const ready = waiting.filter(isReady);
        if (ready.length === 0) throw new Error('Territories stand in some that nobody adds.');
        const rows = ready.map(({ code, level, inseeCode, name, parentCode }) => [
          code,
          level,
          inseeCode,
          name,
          parentCode === null ? null : ids.get(parentCode),
        ]);
        const columns = ['code', 'level', 'insee_code', 'name', 'parent_id'];
        const added = await bulkInsert<{ id: number; code: string }>(manager, 'territories', columns, rows, {
          returning: 'id, code',
        });
        for (const { id, code } of added) ids.set(code, id);
        waiting = waiting.filter((one) => !ready.includes(one));
      }
    });
  }

  storeOrganisation({ code, names, ...values }: OrganisationDefinition): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      const { row, outcome } = await storeRecord(manager, OrganisationEntity, { code }, values);
      return mergeOutcomes(outcome, await replaceNames(manager, row.id, names));
    });
  }

  /** @param intoCode null lets the body stand by itself again. */
  storeMerge(code: string, intoCode: string | null, mergedOn: string | null): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const into =
        intoCode === null ? null : await manager.findOneByOrFail(OrganisationEntity, { code: intoCode });
      await manager.update(OrganisationEntity, { code }, { mergedIntoId: into?.id ?? null, mergedOn });
    });
  }

  storeChannel({ code, label }: Channel): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      return (await storeRecord(manager, ChannelEntity, { code }, { label })).outcome;
    });
  }
}

/** @returns whether the names had to be written again. */
async function replaceNames(
  manager: EntityManager,
  organisationId: number,
  names: OrganisationName[],
): Promise<boolean> {
  const found = await manager.find(OrganisationNameEntity, {
    where: { organisationId },
    order: { id: 'ASC' },
  });
  const same =
    found.length === names.length &&
    found.every((row, index) => !differs(row, names[index] as OrganisationName));
  if (same) return false;
  await manager.delete(OrganisationNameEntity, { organisationId });
  for (const name of names) await manager.insert(OrganisationNameEntity, { organisationId, ...name });
  return true;
}
