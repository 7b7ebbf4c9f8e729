import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { compareFrench, slug } from '../../kernel/french-text.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { AuditAction } from '../../platform/audit/audit-words.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Role } from '../account.types.js';
import { OneTimeLinksService } from '../links/one-time-links.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { normalEmail } from './email.rules.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonEntity } from './person.entity.js';
import { emailIssue, nameIssue } from './person-settings.rules.js';
import type { Invitation, Person, PersonLink, PersonSettings } from './person.types.js';
import { FORMER_USER } from './role-words.rules.js';

const SIGNATURE = 'person:';

/** Who has an account: letting in, changing what one may do, shutting out. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Everybody, in the French alphabetical order of names; whoever was anonymised comes last. */
  async all(): Promise<Person[]> {
    const codes = await this.organisationCodes();
    const erased = ({ state }: Person): number => Number(state === 'anonymised');
    return (await this.people.all())
      .map((row) => personOf(row, codes))
      .sort((one, other) => erased(one) - erased(other) || compareFrench(one.name, other.name));
  }

  /** @throws DomainError `not_found`. */
  async byId(id: number): Promise<Person> {
    return personOf(await this.row(id), await this.organisationCodes());
  }

  /** @param text an address as it was typed. @throws DomainError `not_found`. */
  async byEmail(text: string): Promise<Person> {
    const row = await this.people.byEmail(normalEmail(text));
    if (row === null) {
      throw new DomainError('not_found', `Personne n’est connu à l’adresse ${quote(text)}.`, 404);
    }
    return personOf(row, await this.organisationCodes());
  }

  /** Codes of the organisations to which somebody can be bound: those that stand by themselves. */
  async openOrganisations(): Promise<string[]> {
    const open = (await this.people.organisations()).filter(({ mergedIntoId }) => mergedIntoId === null);
    return open.map(({ code }) => code);
  }

  /** What to show for each `person:12` that signed something. */
  async displayNames(): Promise<Map<string, string>> {
    const rows = await this.people.all();
    return new Map(rows.map(({ id, name }) => [`${SIGNATURE}${id}`, name]));
  }

  /** The name behind `person:12`; any other signature, such as `token:Stand`, stands for itself. */
  async nameOf(signature: string): Promise<string> {
    if (!signature.startsWith(SIGNATURE)) return signature;
    return (await this.displayNames()).get(signature) ?? FORMER_USER;
  }

  /**
   * Makes an account and the link that opens it. Somebody still invited is invited again, as is now said.
   * @param origin where this server answers, when no BASE_URL says it.
   * @throws DomainError `invalid_person`, or `person_known` when the address has an account.
   */
  invite(invitation: Invitation, origin?: string): Promise<PersonLink> {
    const email = normalEmail(invitation.email);
    return this.unitOfWork.write(async () => {
      const { name, role, organisationId } = await this.checked(invitation, emailIssue(email));
      const updatedAt = this.clock.instant();
      const known = await this.people.byEmail(email);
      if (known !== null && known.state !== 'invited') throw alreadyKnown(known);
      const settings = { name, role, organisationId, updatedAt };
      if (known !== null) await this.people.update(known.id, settings);
      const { id } =
        known ?? (await this.people.insert({ ...BLANK, ...settings, email, createdAt: updatedAt }));
      const person = await this.byId(id);
      await this.trail.record({
        action: 'person.invited',
        subject: subjectOf(id),
        after: rightsOf(person),
        personal: { personId: id, details: { email, name } },
      });
      return { kind: 'invitation', person, link: await this.links.create('invitation', id, origin) };
    });
  }

  /**
   * Changes the name, role and organisation of somebody. Other rights end their sessions with the next request.
   * @throws DomainError `invalid_person`, `not_found`, `wrong_state` or `last_admin`.
   */
  change(id: number, settings: PersonSettings): Promise<Person> {
    return this.unitOfWork.write(async () => {
      const row = await this.row(id);
      if (row.state === 'anonymised') throw erasedAlready();
      const { name, role, organisationId } = await this.checked(settings, null);
      if (role !== 'admin') await this.keepAnAdmin(row);
      const before = await this.byId(id);
      await this.people.update(id, { name, role, organisationId, updatedAt: this.clock.instant() });
      const after = await this.byId(id);
      if (before.name !== after.name) await this.tellRename(before, after);
      if (before.role !== role || row.organisationId !== organisationId) {
        await this.sessions.endAll(id);
        await this.trail.record({
          action: 'person.role_changed',
          subject: subjectOf(id),
          before: rightsOf(before),
          after: rightsOf(after),
        });
      }
      return after;
    });
  }

  /**
   * Shuts somebody out, from the next request on.
   * @param by who asks; null for a command.
   * @throws DomainError `own_account`, `last_admin`, `wrong_state` or `not_found`.
   */
  disable(id: number, by: number | null): Promise<void> {
    return this.unitOfWork.write(async () => {
      const row = await this.row(id);
      refuseOneself(id, by, 'désactiver');
      if (row.state === 'anonymised') throw erasedAlready();
      if (row.state === 'disabled') return;
      await this.keepAnAdmin(row);
      await this.people.update(id, { state: 'disabled', updatedAt: this.clock.instant() });
      await this.sessions.endAll(id);
      for (const kind of ['invitation', 'password_reset'] as const) await this.links.revoke(id, kind);
      await this.tellState('person.disabled', row, 'disabled');
    });
  }

  /** Lets somebody in again: as they were, or as invited when they never chose a password. */
  enable(id: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      const row = await this.row(id);
      if (row.state === 'anonymised') throw erasedAlready();
      if (row.state !== 'disabled') return;
      const state = row.passwordHash === null ? 'invited' : 'active';
      await this.people.update(id, { state, updatedAt: this.clock.instant() });
      await this.tellState('person.enabled', row, state);
    });
  }

  /** Refuses to take away the last person who may administer. Must run in the write that does it. @throws DomainError `last_admin`. */
  async keepAnAdmin({ id, role, state }: Pick<PersonEntity, 'id' | 'role' | 'state'>): Promise<void> {
    if (role !== 'admin' || state !== 'active') return;
    const admins = await this.people.holdActiveAdmins();
    if (admins.some((admin) => admin !== id)) return;
    const title =
      'C’est la dernière personne qui peut administrer ce site : donnez d’abord ce rôle à quelqu’un d’autre.';
    throw new DomainError('last_admin', title, 409);
  }

  private async row(id: number): Promise<PersonEntity> {
    const row = await this.people.byId(id);
    if (row === null) throw new DomainError('not_found', 'Cette personne n’existe pas.', 404);
    return row;
  }

  private async organisationCodes(): Promise<Map<number, string>> {
    return new Map((await this.people.organisations()).map(({ id, code }) => [id, code]));
  }

  /** What was typed, as it is kept. @throws DomainError `invalid_person` with everything to correct. */
  private async checked(
    settings: PersonSettings,
    found: InputIssue | null,
  ): Promise<{ name: string; role: Role; organisationId: number | null }> {
    const { name, role } = settings;
    const { organisationId, issue } = await this.readOrganisation(settings);
    const issues = [found, nameIssue(name), issue].filter((one) => one !== null);
    if (issues.length === 0) return { name, role, organisationId };
    throw new DomainError('invalid_person', 'Rien n’a été enregistré : corrigez ce qui suit.', 422, issues);
  }

  private async readOrganisation({
    role,
    organisation,
  }: PersonSettings): Promise<{ organisationId: number | null; issue: InputIssue | null }> {
    const refused = (message: string) => ({
      organisationId: null,
      issue: { path: 'organisation', code: 'wrong_organisation', message },
    });
    const code = organisation?.trim() ?? '';
    if (code === '') {
      if (role !== 'contributor') return { organisationId: null, issue: null };
      return refused('Un partenaire appartient à une organisation : indiquez laquelle.');
    }
    const found = (await this.people.organisations()).find((one) => slug(one.code) === slug(code));
    if (found === undefined) return refused(`Aucune organisation ne porte le code ${quote(code)}.`);
    if (found.mergedIntoId === null) return { organisationId: found.id, issue: null };
    return refused(`L’organisation ${quote(found.code)} a été réunie à une autre : indiquez celle-ci.`);
  }

  private tellState(action: AuditAction, { id, state }: PersonEntity, after: Person['state']): Promise<void> {
    return this.trail.record({ action, subject: subjectOf(id), before: { state }, after: { state: after } });
  }

  /** A name is personal: the chain only says that it changed. */
  private tellRename({ id, name }: Person, after: Person): Promise<void> {
    const details = { before: name, after: after.name };
    return this.trail.record({
      action: 'person.renamed',
      subject: subjectOf(id),
      personal: { personId: id, details },
    });
  }
}

const BLANK = {
  state: 'invited',
  passwordHash: null,
  totpSeed: null,
  totpLastStep: null,
  notices: true,
} as const;

const subjectOf = (id: number): string => `${SIGNATURE}${id}`;

const rightsOf = ({ role, organisation }: Person): { role: Role; organisation: string | null } => ({
  role,
  organisation,
});

function personOf(row: PersonEntity, codes: ReadonlyMap<number, string>): Person {
  const { id, email, name, role, organisationId, state, totpSeed, reminders, lastSignedInAt, createdAt } =
    row;
  return {
    id,
    email,
    name,
    role,
    organisation: organisationId === null ? null : (codes.get(organisationId) ?? null),
    state,
    hasSecondFactor: totpSeed !== null,
    reminders,
    lastSignedInAt,
    createdAt,
  };
}

/** One's own account is not taken away from under oneself. @throws DomainError `own_account`. */
export function refuseOneself(id: number, by: number | null, verb: string): void {
  if (id !== by) return;
  const title = `Vous ne pouvez pas ${verb} votre propre compte : demandez-le à une autre personne qui administre le site.`;
  throw new DomainError('own_account', title, 409);
}

export const erasedAlready = (): DomainError =>
  new DomainError('wrong_state', 'Ce compte a été anonymisé : il ne peut plus changer.', 409);

function alreadyKnown({ email, state }: PersonEntity): DomainError {
  const message =
    state === 'disabled'
      ? `${quote(email)} a déjà un compte, désactivé : réactivez-le dans la liste des personnes.`
      : `${quote(email)} a déjà un compte : changez son rôle dans la liste des personnes, ou donnez une autre adresse.`;
  return new DomainError('person_known', message, 409, [{ path: 'email', code: 'person_known', message }]);
}
