import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuthorNamesService } from '../../accounts/people/author-names.service.js';
import { normalEmail } from '../../accounts/people/email.rules.js';
import { emailIssue } from '../../accounts/people/person-settings.rules.js';
import { AttemptsService } from '../../accounts/sign-in/attempts.service.js';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { hashOfSecret, looksLikeSecret, newSecret } from '../../platform/security/secrets.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Organisation } from '../../programme/programme.types.js';
import type { CouponEntity } from './coupon.entity.js';
import { couponMail } from './coupon-mail.rules.js';
import { addressesUntil, couponState, isAskable, latestEnd } from './coupon.rules.js';
import type { Coupon, CouponRequest, MadeCoupon } from './coupon.types.js';
import { CouponsRepository } from './coupons.repository.js';

/** The room shows the last ones: older ones are closed long since. */
const MOST_LISTED = 200;

/** Links with which one organisation gives its figures of one month without an account. */
@Injectable()
export class CouponsService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CouponsRepository) private readonly coupons: CouponsRepository,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(AttemptsService) private readonly attempts: AttemptsService,
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(AuditTrail) private readonly journal: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.authors.register(() => this.signatories());
  }

  /** Whether a coupon can be sent by mail from here. */
  get areSent(): boolean {
    return this.mailer.isConfigured;
  }

  /**
   * Makes a coupon and sends it where it is asked to, once it is kept.
   * @param site where this server answers: mails carry the whole address.
   * @throws DomainError 422 `invalid_coupon` with every mistake.
   */
  async create(request: CouponRequest, createdBy: number, site: string): Promise<MadeCoupon> {
    const { organisation, issues } = await this.checked(request);
    if (organisation === undefined || issues.length > 0) {
      const title = 'Ce coupon ne peut pas être créé ainsi : corrigez ce qui est signalé.';
      throw new DomainError('invalid_coupon', title, 422, issues);
    }
    const { month, expires } = request;
    const email = this.areSent ? addressOf(request) : null;
    const secret = newSecret();
    const path = `/coupon/${secret}`;
    await this.unitOfWork.write(async () => {
      const id = await this.coupons.insert({
        secretHash: hashOfSecret(secret),
        organisationId: organisation.id,
        month,
        email,
        createdBy,
        createdAt: this.clock.instant(),
        expiresAt: expires,
      });
      await this.journal.record({
        action: 'coupon.created',
        subject: `coupon:${id}`,
        after: { organisation: organisation.code, month, expires },
        personal: email === null ? null : { personId: null, details: { email } },
      });
    });
    if (email !== null) await this.send(email, request, organisation, `${site}${path}`);
    return { path, sentTo: email };
  }

  /** The last coupons made, the newest first. @param month only those of a month; all of them when null. */
  async list(month: string | null = null): Promise<Coupon[]> {
    const { all } = await this.programmes.organisations();
    const codes = new Map(all.map(({ id, code }) => [id, code]));
    return (await this.coupons.latest(month, MOST_LISTED)).map((row) => this.told(row, codes));
  }

  /** @throws DomainError `not_found`. */
  async byId(id: number): Promise<Coupon> {
    return this.told(await this.row(id), await this.codes());
  }

  /** Closes a coupon from the next request on; twice does nothing more. @throws DomainError `not_found`. */
  revoke(id: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      const coupon = await this.row(id);
      if (coupon.revokedAt !== null) return;
      await this.coupons.revoke(id, this.clock.instant());
      await this.journal.record({
        action: 'coupon.revoked',
        subject: `coupon:${id}`,
        before: { state: couponState(coupon, this.clock.today()) },
        after: { state: 'revoked' },
      });
    });
  }

  /**
   * The coupon of a secret, open or not. Whoever tries secrets that are none waits after a while.
   * @throws DomainError 404 `coupon_unknown`, or 429 `too_many_attempts`.
   */
  async find(secret: string): Promise<Coupon> {
    const row = looksLikeSecret(secret) ? await this.coupons.byHash(hashOfSecret(secret)) : null;
    if (row !== null) return this.told(row, await this.codes());
    await this.attempts.check(this.attempts.here('coupon-address'));
    const title =
      'Ce coupon n’existe pas. Vérifiez que l’adresse est entière, ou demandez-en un autre à la personne qui vous l’a envoyé.';
    throw new DomainError('coupon_unknown', title, 404);
  }

  /** Somebody opened a coupon. */
  countOpening(id: number): Promise<void> {
    return this.coupons.countOpening(id, this.clock.instant());
  }

  /** Figures came by a coupon. */
  noteAnswer(id: number): Promise<void> {
    return this.coupons.noteAnswer(id, this.clock.instant());
  }

  /** Forgets the addresses of coupons that ended long enough ago. */
  async forgetAddresses(): Promise<void> {
    await this.coupons.forgetAddresses(addressesUntil(this.clock.today()));
  }

  /** What a coupon signs comes from its organisation, whose name today it bears. */
  private async signatories(): Promise<ReadonlyMap<string, string>> {
    const owners = await this.coupons.owners();
    if (owners.length === 0) return new Map();
    const directory = await this.programmes.organisations();
    const today = this.clock.today();
    const names = new Map(directory.all.map(({ id, code }) => [id, directory.nameAt(code, today).name]));
    return new Map(
      owners.flatMap(({ id, organisationId }) => {
        const name = names.get(organisationId);
        return name === undefined ? [] : [[`coupon:${id}`, typographic(name)] as const];
      }),
    );
  }

  private async row(id: number): Promise<CouponEntity> {
    const row = await this.coupons.byId(id);
    if (row === null) throw new DomainError('not_found', 'Ce coupon n’existe pas.', 404);
    return row;
  }

  private async codes(): Promise<Map<number, string>> {
    return new Map((await this.programmes.organisations()).all.map(({ id, code }) => [id, code]));
  }

  private told(row: CouponEntity, codes: ReadonlyMap<number, string>): Coupon {
    const { secretHash: _, organisationId, revokedAt, ...rest } = row;
    const state = couponState({ expiresAt: row.expiresAt, revokedAt }, this.clock.today());
    return { ...rest, organisation: codes.get(organisationId) ?? '', state };
  }

  /** What is wrong with what is asked for. An organisation that became part of another one owes nothing. */
  private async checked({ organisation: code, month, expires, email }: CouponRequest): Promise<{
    organisation: Organisation | undefined;
    issues: InputIssue[];
  }> {
    const { all } = await this.programmes.organisations();
    const organisation = all.find((one) => one.code === code && one.mergedInto === null);
    const [today, latest] = [this.clock.today(), latestEnd(this.clock.today())];
    const isDay = parseIsoDate(expires) !== null && expires >= today && expires <= latest;
    const issues = [
      organisation === undefined
        ? { path: 'organisation', code: 'not_found', message: 'Choisissez une organisation de la liste.' }
        : null,
      isAskable(month, today)
        ? null
        : { path: 'month', code: 'wrong_month', message: 'Choisissez un mois de la liste.' },
      isDay
        ? null
        : {
            path: 'expires',
            code: 'wrong_expiry',
            message: sentence`Choisissez un jour entre aujourd’hui et le ${formatDate(latest)} : un coupon s’ouvre trois mois au plus.`,
          },
      email === null ? null : emailIssue(normalEmail(email)),
    ];
    return { organisation, issues: issues.filter((issue) => issue !== null) };
  }

  private async send(
    to: string,
    { month, expires }: CouponRequest,
    { code }: Organisation,
    link: string,
  ): Promise<void> {
    const { name: programmeName } = await this.programmes.programme();
    const { name } = (await this.programmes.organisations()).nameAt(code, this.clock.today());
    const words = couponMail({ programmeName, organisation: name, month, until: expires, link });
    void this.mailer.send({ to, ...words });
  }
}

const addressOf = ({ email }: CouponRequest): string | null => (email === null ? null : normalEmail(email));
