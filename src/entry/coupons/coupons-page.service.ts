import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { addDays, monthOf } from '../../kernel/calendar.rules.js';
import { compareFrench } from '../../kernel/french-text.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { exercicePeriod } from '../../programme/exercice.rules.js';
import { standingBody } from '../../programme/merged-organisations.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { OrganisationDirectory } from '../../programme/programme.types.js';
import { CouponAnswersService } from './coupon-answers.service.js';
import { couponPrintPage, type CouponPrintView } from './coupon-print.presenter.js';
import { couponMonths, isAskable, latestEnd, proposedEnd } from './coupon.rules.js';
import { type CouponChoices, COUPONS_PATH, couponForm, couponRow } from './coupons.presenter.js';
import { createdSentence, noticeOf } from './coupons.presenter.js';
import { couponForm as couponSchema, type CouponsQuery, revocation } from './coupons.schema.js';
import { CouponsService } from './coupons.service.js';
import type { CouponsView } from './coupons.types.js';

interface Shown {
  query?: CouponsQuery;
  created?: CouponsView['created'];
  refusal?: Refusal;
}

/** The page of coupons: making them, seeing whether they serve, closing them. */
@Injectable()
export class CouponsPageService {
  constructor(
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(CouponAnswersService) private readonly answers: CouponAnswersService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl'>,
  ) {}

  page(query: CouponsQuery): Promise<PageBody<CouponsView>> {
    return this.draw({ query });
  }

  /**
   * Makes a coupon and shows its address, once.
   * @param origin where this server answers, when no BASE_URL says it.
   */
  async create(body: unknown, by: PersonIdentity, origin: string): Promise<PageBody<CouponsView>> {
    const site = this.configuration.baseUrl ?? origin;
    const outcome = await submitted(couponSchema, body, async (request) => {
      const { path, sentTo } = await this.coupons.create(request, by.id, site);
      const organisation = this.nameOf(await this.programmes.organisations(), request.organisation);
      return { path, words: createdSentence(organisation, request.expires, sentTo) };
    });
    if (!outcome.ok) return this.draw({ refusal: outcome.refusal });
    const { path, words } = outcome.result;
    return this.draw({ created: { address: `${site}${path}`, sentence: words } });
  }

  /** A blank form on paper of what a coupon asks for. @throws DomainError `not_found`. */
  async print(id: number): Promise<PageBody<CouponPrintView>> {
    return couponPrintPage(await this.answers.sheet(await this.coupons.byId(id)), COUPONS_PATH);
  }

  /** Closes a coupon, from the next request on. */
  async revoke(id: number, body: unknown): Promise<SeeOther | PageBody<CouponsView>> {
    const outcome = await submitted(revocation, body, () => this.coupons.revoke(id));
    return outcome.ok
      ? new SeeOther(`${COUPONS_PATH}?fait=revoque`)
      : this.draw({ refusal: outcome.refusal });
  }

  private async draw({ query = {}, created = null, refusal }: Shown): Promise<PageBody<CouponsView>> {
    const directory = await this.programmes.organisations();
    const names = await this.people.displayNames();
    const choices = await this.choices(directory, query);
    const rows = (await this.coupons.list()).map((coupon) =>
      couponRow(coupon, this.nameOf(directory, coupon.organisation), names),
    );
    return {
      title: 'Coupons de saisie',
      description: 'Les liens par lesquels des partenaires donnent leurs chiffres sans compte.',
      section: 'entry',
      updated: null,
      ...(refusal === undefined ? {} : { status: refusal.status }),
      content: {
        notice: noticeOf(query.fait),
        created,
        form: choices.organisations.length === 0 ? null : couponForm(choices, refusal ?? null),
        rows,
      },
    };
  }

  private async choices(
    directory: OrganisationDirectory,
    { mois, organisation }: CouponsQuery,
  ): Promise<CouponChoices> {
    const today = this.clock.today();
    const exercices = await this.programmes.exercices();
    const first = exercices[0] === undefined ? today : exercicePeriod(exercices[0].year, exercices).start;
    const before = monthOf(addDays(`${monthOf(today)}-01`, -1));
    const month = mois !== undefined && isAskable(mois, today) ? mois : before;
    return {
      organisations: directory.all
        .filter(({ mergedInto }) => mergedInto === null)
        .map(({ code }) => ({ value: code, label: this.nameOf(directory, code) }))
        .sort((one, other) => compareFrench(one.label, other.label)),
      months: couponMonths(first < today ? first : today, today, month),
      days: { proposed: proposedEnd(today), latest: latestEnd(today) },
      organisation: organisation === undefined ? '' : standingBody(organisation, directory.all),
      month,
      areSent: this.coupons.areSent,
    };
  }

  private nameOf(directory: OrganisationDirectory, code: string): string {
    return directory.all.some((one) => one.code === code)
      ? directory.nameAt(code, this.clock.today()).name
      : code;
  }
}
