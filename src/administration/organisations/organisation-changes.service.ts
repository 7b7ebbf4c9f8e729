import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sentence, slug } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { addName, correctName, type NamesChange } from '../../programme/organisation-name-changes.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type {
  Organisation,
  OrganisationDefinition,
  OrganisationName,
} from '../../programme/programme.types.js';

type Details = Pick<OrganisationDefinition, 'kind' | 'role' | 'note'>;

/** Changes the bodies of the programme, and tells the journal what was there before. */
@Injectable()
export class OrganisationChangesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** A body by its code in any case. @throws DomainError `not_found`. */
  async find(code: string): Promise<Organisation> {
    const { all } = await this.programmes.organisations();
    const found = all.find((one) => slug(one.code) === slug(code));
    if (found === undefined) throw new DomainError('not_found', 'Cette organisation n’existe pas.', 404);
    return found;
  }

  /** @throws DomainError `organisation_exists`. */
  create(definition: OrganisationDefinition): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { all } = await this.programmes.organisations();
      const known = all.find(({ code }) => slug(code) === slug(definition.code));
      if (known !== undefined) {
        const message = sentence`Le code ${known.code} est déjà pris : écrivez-en un autre, ou ouvrez cette organisation dans la liste.`;
        throw new DomainError('organisation_exists', UNCHANGED, 409, [
          { path: 'code', code: 'organisation_exists', message },
        ]);
      }
      await this.programmes.storeOrganisation(definition);
      await this.tell('organisation.changed', definition.code, { before: null, after: definition });
    });
  }

  /** Kind, role and note. @throws DomainError `not_found`. */
  describe(code: string, details: Details): Promise<void> {
    return this.replace(code, () => details);
  }

  /** A new name from a day on. @throws DomainError `not_found` or `invalid_name`. */
  addName(
    code: string,
    added: Pick<OrganisationName, 'name' | 'nameInSentence'> & { from: IsoDate },
  ): Promise<void> {
    return this.replace(code, ({ names }) => ({ names: namesOrRefusal(addName(names, added)) }));
  }

  /** @param index place of the name, oldest first. @throws DomainError `not_found` or `invalid_name`. */
  correctName(code: string, index: number, corrected: OrganisationName): Promise<void> {
    return this.replace(code, ({ names }) => {
      if (index >= names.length) throw new DomainError('not_found', 'Ce nom n’existe plus.', 404);
      return { names: namesOrRefusal(correctName(names, index, corrected)) };
    });
  }

  /**
   * Makes a body part of another one: its people now belong to that one, which sees its figures. Names and figures stay
   * as they are. @throws DomainError `not_found` or `invalid_merge`.
   */
  merge(code: string, { into, on }: { into: string; on: IsoDate }): Promise<void> {
    return this.unitOfWork.write(async () => {
      const organisation = await this.find(code);
      const target = await this.mergeTarget(organisation, into);
      await this.programmes.storeMerge(organisation.code, { code: target.code, on });
      const moved = await this.movePeople(organisation.code, target.code);
      await this.tell('organisation.merged', organisation.code, {
        before: { mergedInto: null },
        after: { mergedInto: target.code, mergedOn: on, people: moved },
      });
    });
  }

  /** Lets a body stand by itself again. Its people stay where the merge put them. @throws DomainError `not_found`. */
  separate(code: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { code: canonical, mergedInto, mergedOn } = await this.find(code);
      if (mergedInto === null) return;
      await this.programmes.storeMerge(canonical, null);
      await this.tell('organisation.separated', canonical, {
        before: { mergedInto, mergedOn },
        after: { mergedInto: null, mergedOn: null },
      });
    });
  }

  /** What it may be merged into: bodies that stand by themselves, which makes a circle impossible. */
  private async mergeTarget(organisation: Organisation, into: string): Promise<Organisation> {
    const { all } = await this.programmes.organisations();
    const target = all.find((one) => slug(one.code) === slug(into));
    const message = target === undefined ? UNKNOWN : mergeProblem(organisation, target);
    if (target !== undefined && message === null) return target;
    throw new DomainError('invalid_merge', UNCHANGED, 422, [
      { path: 'into', code: 'invalid_merge', message: message ?? UNKNOWN },
    ]);
  }

  /** @returns whom it moved. Other rights end their sessions with the next request. */
  private async movePeople(from: string, to: string): Promise<string[]> {
    const bound = (await this.people.all()).filter(
      ({ organisation, state }) => organisation === from && state !== 'anonymised',
    );
    for (const { id, name, role } of bound) await this.people.change(id, { name, role, organisation: to });
    return bound.map(({ id }) => `person:${id}`);
  }

  private replace(
    code: string,
    change: (organisation: Organisation) => Partial<OrganisationDefinition>,
  ): Promise<void> {
    return this.unitOfWork.write(async () => {
      const organisation = await this.find(code);
      const { code: canonical, kind, role, note, names } = organisation;
      const before = { code: canonical, kind, role, note, names };
      const after = { ...before, ...change(organisation) };
      const changes = changesBetween(before, after);
      if (changes === null) return;
      await this.programmes.storeOrganisation(after);
      await this.tell('organisation.changed', canonical, changes);
    });
  }

  private tell(
    action: 'organisation.changed' | 'organisation.merged' | 'organisation.separated',
    code: string,
    states: { before: object | null; after: object },
  ): Promise<void> {
    const before = states.before === null ? null : { ...states.before };
    return this.audit.record({ action, subject: `organisation:${code}`, before, after: { ...states.after } });
  }
}

const UNKNOWN = 'Choisissez une organisation de la liste.';
const UNCHANGED = 'Rien n’a été enregistré : corrigez ce qui suit.';

function namesOrRefusal(change: NamesChange): OrganisationName[] {
  if (change.ok) return change.names;
  throw new DomainError('invalid_name', 'Ce nom n’a pas été enregistré.', 422, [change.issue]);
}

/** Why one body cannot become part of another, or null when it can. */
function mergeProblem(organisation: Organisation, target: Organisation): string | null {
  if (target.id === organisation.id) {
    return 'Une organisation ne peut pas être réunie à elle-même : choisissez-en une autre.';
  }
  if (target.mergedInto !== null) {
    return sentence`${target.code} a elle-même été réunie à ${target.mergedInto} : choisissez celle-ci.`;
  }
  if (organisation.mergedInto !== null) {
    return sentence`${organisation.code} est déjà réunie à ${organisation.mergedInto} : annulez d’abord cette réunion.`;
  }
  return null;
}
