import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { compareFrench, sentence } from '../kernel/french-text.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { exercicePeriod } from './exercice.rules.js';
import { organisationDirectory } from './organisation-names.rules.js';
import { ProgrammeRepository } from './programme.repository.js';
import type {
  Channel,
  Exercice,
  ExerciceReopening,
  OrganisationDefinition,
  OrganisationDirectory,
  OrganisationName,
  Programme,
  Territory,
  TerritoryDefinition,
} from './programme.types.js';

const byCode = (one: { code: string }, other: { code: string }): number =>
  one.code < other.code ? -1 : one.code > other.code ? 1 : 0;

const namesOf = (id: number, rows: (OrganisationName & { organisationId: number })[]): OrganisationName[] =>
  rows
    .filter((row) => row.organisationId === id)
    .map(({ name, nameInSentence, validFrom, validTo }) => ({ name, nameInSentence, validFrom, validTo }));

/** The programme of this installation: who it is, its years, its places, its partners and where it speaks. */
@Injectable()
export class ProgrammeService {
  constructor(@Inject(ProgrammeRepository) private readonly repository: ProgrammeRepository) {}

  /** Whether a programme was installed: false in an empty database. */
  async isInstalled(): Promise<boolean> {
    return (await this.repository.programme()) !== null;
  }

  /** The one programme. @throws DomainError `no_programme` in an empty database. */
  async programme(): Promise<Programme> {
    const row = await this.repository.programme();
    if (row === null) {
      throw new DomainError(
        'no_programme',
        sentence`Aucun programme n’est encore installé. La personne qui administre ce site le crée en se connectant ; un jeu de données se charge aussi avec « npm run copil -- seed ».`,
        404,
      );
    }
    // Its colours are its identity's matter, not data that programs read.
    const { id: _, accentColour: __, ...programme } = row;
    return programme;
  }

  /** Every exercice, oldest first. */
  async exercices(): Promise<Exercice[]> {
    return (await this.repository.exercices()).map((row) => ({ ...row }));
  }

  /** One exercice. @throws DomainError `not_found`. */
  async exercice(year: number): Promise<Exercice> {
    const found = (await this.exercices()).find((exercice) => exercice.year === year);
    if (found === undefined) {
      throw new DomainError('not_found', `L’exercice ${year} n’existe pas dans ce programme.`, 404);
    }
    return found;
  }

  /** When and why a sealed exercice was reopened, oldest first. */
  async reopenings(year: number): Promise<ExerciceReopening[]> {
    return (await this.repository.reopenings(year)).map(({ reason, recordedAt, recordedBy }) => ({
      reason,
      recordedAt,
      recordedBy,
    }));
  }

  /** Keeps why an exercice was reopened; its state is stored apart. */
  storeReopening(year: number, reopening: ExerciceReopening): Promise<void> {
    return this.repository.addReopening(year, reopening);
  }

  /** The days of an exercice, described or not. */
  async daysOf(year: number): Promise<ClosedPeriod> {
    return exercicePeriod(year, await this.exercices());
  }

  /** Every territory: those that stand under no other first, then in French alphabetical order. */
  async territories(): Promise<Territory[]> {
    const rows = await this.repository.territories();
    const codes = new Map(rows.map((row) => [row.id, row.code]));
    return rows
      .map(({ parentId, ...row }) => ({
        ...row,
        parentCode: parentId === null ? null : (codes.get(parentId) ?? null),
      }))
      .sort(
        (one, other) =>
          Number(one.parentCode !== null) - Number(other.parentCode !== null) ||
          compareFrench(one.name, other.name) ||
          byCode(one, other),
      );
  }

  /** Every body with its dated names; `nameAt(code, day)` of the answer gives the one borne on a day. */
  async organisations(): Promise<OrganisationDirectory> {
    const bodies = await this.repository.organisations();
    const names = await this.repository.organisationNames();
    const codes = new Map(bodies.map(({ id, code }) => [id, code]));
    const all = bodies.map(({ mergedIntoId, ...row }) => ({
      ...row,
      mergedInto: mergedIntoId === null ? null : (codes.get(mergedIntoId) ?? null),
      names: namesOf(row.id, names),
    }));
    return organisationDirectory(all.sort(byCode));
  }

  /** Every channel, in the French alphabetical order of labels. */
  async channels(): Promise<Channel[]> {
    const rows = await this.repository.channels();
    return rows
      .map(({ code, label }) => ({ code, label }))
      .sort((one, other) => compareFrench(one.label, other.label) || byCode(one, other));
  }

  /** Creates or updates the programme. */
  storeProgramme(programme: Programme): Promise<StoreOutcome> {
    return this.repository.storeProgramme(programme);
  }

  /** Creates or updates an exercice, found by its year. */
  storeExercice(exercice: Exercice): Promise<StoreOutcome> {
    return this.repository.storeExercice(exercice);
  }

  /** Creates or updates a territory, found by its code; its parent was stored before. */
  storeTerritory(territory: TerritoryDefinition): Promise<StoreOutcome> {
    return this.repository.storeTerritory(territory);
  }

  /** Creates or updates a body and its names, found by its code. */
  storeOrganisation(organisation: OrganisationDefinition): Promise<StoreOutcome> {
    return this.repository.storeOrganisation(organisation);
  }

  /** Makes a body part of another one from a day on; null lets it stand by itself again. Codes are known ones. */
  storeMerge(code: string, into: { code: string; on: IsoDate } | null): Promise<void> {
    return this.repository.storeMerge(code, into?.code ?? null, into?.on ?? null);
  }

  /** Creates or updates a channel, found by its code. */
  storeChannel(channel: Channel): Promise<StoreOutcome> {
    return this.repository.storeChannel(channel);
  }
}
