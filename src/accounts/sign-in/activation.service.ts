import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { AuditAction } from '../../platform/audit/audit-words.js';
import { Clock } from '../../platform/clock/clock.js';
import type { LinkKind, PersonIdentity } from '../account.types.js';
import { linkExpired, OneTimeLinksService } from '../links/one-time-links.service.js';
import { normalEmail } from '../people/email.rules.js';
import { PeopleRepository } from '../people/people.repository.js';
import type { PersonEntity } from '../people/person.entity.js';
import { emailIssue, nameIssue } from '../people/person-settings.rules.js';
import { FirstAdminService } from './first-admin.service.js';
import { PasswordsService } from './passwords.service.js';
import { type OpenedSession, SignInService } from './sign-in.service.js';

const KINDS: readonly LinkKind[] = ['first_admin', 'invitation'];

/** What a link of a first visit opens: the first administrator's account, or that of somebody invited. */
export type FirstVisit = { kind: 'first_admin' } | { kind: 'invitation'; email: string; name: string };

/** What somebody says of themselves on their first visit. */
export interface Introduction {
  /** Typed by the first administrator; of somebody invited, it is known. */
  email?: string;
  name: string;
  password: string;
}

/** The first visit: a one-time link becomes an account with a password, and its owner is in. */
@Injectable()
export class ActivationService {
  constructor(
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(FirstAdminService) private readonly firstAdmin: FirstAdminService,
    @Inject(PasswordsService) private readonly passwords: PasswordsService,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `link_expired`, 410. */
  async look(secret: string): Promise<FirstVisit> {
    const { personId } = await this.links.look(secret, KINDS);
    if (personId === null) {
      if (await this.firstAdmin.exists()) throw linkExpired();
      return { kind: 'first_admin' };
    }
    const { email, name } = await this.invited(personId);
    return { kind: 'invitation', email, name };
  }

  /**
   * Uses the link up, opens the account and its first session: all of it, or nothing.
   * @throws DomainError `link_expired` (410), or `invalid_request` (422) with what to correct.
   */
  async accept(
    secret: string,
    introduction: Introduction,
    present: PersonIdentity | null,
  ): Promise<OpenedSession> {
    const visit = await this.look(secret);
    const email = visit.kind === 'invitation' ? visit.email : normalEmail(introduction.email ?? '');
    const name = introduction.name.trim();
    await this.refuseWhatIsWrong(visit, email, name, introduction.password);
    // Outside of the write, which every other one waits for.
    const passwordHash = await this.passwords.hash(introduction.password);
    return this.links.use(secret, KINDS, async ({ personId }) => {
      const values = { name, passwordHash, state: 'active' as const, updatedAt: this.clock.instant() };
      const person =
        personId === null
          ? await this.createAdmin(email, values)
          : await this.activate(await this.invited(personId), values);
      return this.signIn.open(person, present);
    });
  }

  private async refuseWhatIsWrong(
    visit: FirstVisit,
    email: string,
    name: string,
    password: string,
  ): Promise<void> {
    const found: (InputIssue | null)[] = [
      visit.kind === 'first_admin' ? (emailIssue(email) ?? (await this.takenIssue(email))) : null,
      nameIssue(name),
      await this.passwords.refusal(password, [name, email]),
    ];
    const issues = found.filter((one) => one !== null);
    if (issues.length === 0) return;
    const title = 'Le compte n’est pas encore ouvert : corrigez ce qui suit.';
    throw new DomainError('invalid_request', title, 422, issues);
  }

  /** Whoever reads the console may take up an invitation that nobody accepted, not an account that is somebody's. */
  private async takenIssue(email: string): Promise<InputIssue | null> {
    const known = await this.people.byEmail(email);
    if (known === null || known.state === 'invited') return null;
    const message = 'Un compte porte déjà cette adresse : écrivez-en une autre.';
    return { path: 'email', code: 'email_taken', message };
  }

  private async createAdmin(
    email: string,
    values: Pick<PersonEntity, 'name' | 'passwordHash' | 'state' | 'updatedAt'>,
  ): Promise<PersonEntity> {
    // Two links, or two forms sent together: one administrator.
    if (await this.firstAdmin.exists()) throw linkExpired();
    const known = await this.people.byEmail(email);
    if (known !== null && known.state !== 'invited') throw linkExpired();
    const administrator = { ...values, role: 'admin' as const, organisationId: null };
    if (known !== null) {
      await this.people.update(known.id, administrator);
      await this.links.revoke(known.id, 'invitation');
    }
    const person =
      known === null
        ? await this.people.insert({ ...BLANK, ...administrator, email, createdAt: values.updatedAt })
        : { ...known, ...administrator };
    await this.tell('first_admin.created', person);
    return person;
  }

  private async activate(
    invited: PersonEntity,
    values: Pick<PersonEntity, 'name' | 'passwordHash' | 'state' | 'updatedAt'>,
  ): Promise<PersonEntity> {
    await this.people.update(invited.id, values);
    const person = { ...invited, ...values };
    await this.tell('person.activated', person);
    return person;
  }

  private tell(action: AuditAction, { id, email, name, role, state }: PersonEntity): Promise<void> {
    const personal = { personId: id, details: { email, name } };
    return this.trail.record({ action, subject: `person:${id}`, after: { role, state }, personal });
  }

  private async invited(personId: number): Promise<PersonEntity> {
    const person = await this.people.byId(personId);
    if (person?.state !== 'invited') throw linkExpired();
    return person;
  }
}

const BLANK = { totpSeed: null, totpLastStep: null, notices: true } as const;
