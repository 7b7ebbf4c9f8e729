import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { sentence, slug } from '../../kernel/french-text.rules.js';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProgrammeRepository } from '../programme.repository.js';
import { ProgrammeService } from '../programme.service.js';
import type { Territory, TerritoryDefinition } from '../programme.types.js';
import { territoryIssues } from './territory-changes.rules.js';
import { departementFile, departementsFile } from './territory-files.js';
import { planTerritories, readDepartements, readOfficialTerritories } from './territory-reference.rules.js';

/** How many territories of a département were added, changed, or there already. */
export interface AddedTerritories {
  created: number;
  updated: number;
  unchanged: number;
}

/** The places that figures may be about: the official ones, and those of the programme's own. */
@Injectable()
export class TerritoriesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(ProgrammeRepository) private readonly repository: ProgrammeRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** The départements whose territories may be added, in the order of their codes. */
  async departements(): Promise<{ code: string; name: string }[]> {
    return readDepartements(await departementsFile());
  }

  /** One territory by its code in any case. @throws DomainError `not_found`. */
  async byCode(code: string): Promise<Territory> {
    const found = (await this.programmes.territories()).find((one) => slug(one.code) === slug(code));
    if (found === undefined) throw new DomainError('not_found', 'Ce territoire n’existe pas.', 404);
    return found;
  }

  /**
   * Adds the intercommunalities and communes of a département, gives those that are known their official names and
   * parents. Twice changes nothing. @throws DomainError `unknown_departement`.
   */
  async addDepartement(code: string): Promise<AddedTerritories> {
    const text = await departementFile(code);
    if (text === null) throw unknownDepartement(code);
    const official = readOfficialTerritories(text);
    return this.unitOfWork.write(async () => {
      const plan = planTerritories(official, await this.programmes.territories());
      await this.repository.addTerritories(plan.created);
      for (const territory of plan.updated) await this.programmes.storeTerritory(territory);
      const { created, updated, unchanged } = plan;
      const report = { created: created.length, updated: updated.length, unchanged };
      if (report.created + report.updated > 0) {
        await this.audit.record({
          action: 'territory.added',
          subject: `departement:${code}`,
          after: { created: report.created, updated: report.updated },
        });
      }
      return report;
    });
  }

  /** A territory of the programme's own. @throws DomainError `invalid_territory`. */
  create(definition: TerritoryDefinition): Promise<void> {
    return this.unitOfWork.write(async () => {
      this.refuse(definition, await this.programmes.territories(), true);
      await this.programmes.storeTerritory(definition);
      await this.audit.record({
        action: 'territory.changed',
        subject: `territory:${definition.code}`,
        before: null,
        after: { ...definition },
      });
    });
  }

  /** Name, official code and parent. @throws DomainError `not_found` or `invalid_territory`. */
  change(
    code: string,
    described: Pick<TerritoryDefinition, 'name' | 'inseeCode' | 'parentCode'>,
  ): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { id: _, ...territory } = await this.byCode(code);
      const changed = { ...territory, ...described };
      this.refuse(changed, await this.programmes.territories(), false);
      const changes = changesBetween(territory, described);
      if (changes === null) return;
      await this.programmes.storeTerritory(changed);
      await this.audit.record({
        action: 'territory.changed',
        subject: `territory:${territory.code}`,
        ...changes,
      });
    });
  }

  private refuse(definition: TerritoryDefinition, known: readonly Territory[], isNew: boolean): void {
    const issues = territoryIssues(definition, known, isNew);
    if (issues.length === 0) return;
    throw new DomainError(
      'invalid_territory',
      sentence`Rien n’a été enregistré : corrigez ce qui suit.`,
      422,
      issues,
    );
  }
}

function unknownDepartement(code: string): DomainError {
  const message = sentence`Aucun département ne porte le numéro « ${code.slice(0, 20)} » : choisissez-en un de la liste.`;
  return new DomainError('unknown_departement', message, 422, [
    { path: 'departement', code: 'unknown_departement', message },
  ]);
}
