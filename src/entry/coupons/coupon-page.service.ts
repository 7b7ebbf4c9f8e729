import { Inject, Injectable } from '@nestjs/common';
import { isOpening, type OpeningRequest } from '../../accounts/shares/share-link.rules.js';
import { capitalise, countWords, sentence } from '../../kernel/french-text.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageAnswer, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { CouponAnswersService } from './coupon-answers.service.js';
import { closedCouponPage, couponPage } from './coupon-sheet.presenter.js';
import { answerFrom, couponAnswer, type CouponQuery, FIGURE_FIELD } from './coupon-sheet.schema.js';
import type {
  AnswerShown,
  AnswerOutcome,
  ClosedCouponView,
  CouponAnswer,
  CouponPageView,
} from './coupon-sheet.types.js';
import type { Coupon } from './coupon.types.js';
import { CouponsService } from './coupons.service.js';

type View = CouponPageView | ClosedCouponView;

/** The page that a coupon opens, without account: what is asked for, what was given, how to send it. */
@Injectable()
export class CouponPageService {
  constructor(
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(CouponAnswersService) private readonly answers: CouponAnswersService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** @throws DomainError 404 `coupon_unknown`. */
  async open(secret: string, { fait }: CouponQuery, request: OpeningRequest): Promise<PageAnswer<View>> {
    const coupon = await this.coupons.find(secret);
    if (coupon.state !== 'open') return this.closed(coupon);
    if (fait === undefined && isOpening(request)) await this.coupons.countOpening(coupon.id);
    return this.draw(coupon, secret, fait === 'recu', null);
  }

  /** @throws DomainError 404 `coupon_unknown`. */
  async send(secret: string, body: unknown): Promise<PageAnswer<View>> {
    const coupon = await this.coupons.find(secret);
    if (coupon.state !== 'open') return this.closed(coupon);
    let sent: CouponAnswer | null = null;
    const outcome = await submitted(couponAnswer, body, async (answer): Promise<AnswerOutcome | null> => {
      sent = answer;
      const isAsking =
        answer.action === 'nothing' && (await this.answers.linesLeft(coupon, answer)).length > 0;
      return isAsking ? null : this.answers.answer(coupon, answer);
    });
    if (!outcome.ok) return this.draw(coupon, secret, false, refusedAnswer(outcome.refusal, sent));
    const { result } = outcome;
    if (result !== null && result.issues.size === 0) return new SeeOther(`${pathOf(secret)}?fait=recu`);
    // What was kept is read again; what was typed stays in its field.
    return this.draw(await this.coupons.byId(coupon.id), secret, false, shownAnswer(sent, result));
  }

  private async draw(
    coupon: Coupon,
    secret: string,
    done: boolean,
    shown: AnswerShown | null,
  ): Promise<PageAnswer<View>> {
    return couponPage(await this.answers.sheet(coupon), pathOf(secret), done, shown);
  }

  private async closed(coupon: Coupon): Promise<PageAnswer<View>> {
    return closedCouponPage({ coupon, carriedBy: (await this.programmes.programme()).carriedBy });
  }
}

const pathOf = (secret: string): string => `/coupon/${secret}`;

const EMPTY: CouponAnswer = { action: 'send', typed: new Map(), versions: new Map(), source: '' };

/** What was kept, and what is to be corrected; or, before anything is kept, what is to be confirmed. */
function shownAnswer(sent: CouponAnswer | null, result: AnswerOutcome | null): AnswerShown {
  const answer = sent ?? EMPTY;
  if (result === null) {
    return { answer, title: '', issues: new Map(), versions: answer.versions, status: 422 };
  }
  const { saved, issues, versions } = result;
  const kept = sentence`${capitalise(countWords(saved))} chiffre${saved > 1 ? 's sont enregistrés' : ' est enregistré'}.`;
  const refused = [...answer.versions].filter(([key]) => issues.has(key));
  return {
    answer,
    title:
      saved === 0
        ? 'Rien de nouveau n’est enregistré : corrigez ce qui est signalé.'
        : sentence`${kept} Le reste est à corriger.`,
    issues,
    // Those that are to be corrected start from where they did, or from what somebody else wrote.
    versions: new Map([...refused, ...versions]),
    status: versions.size > 0 ? 409 : 422,
  };
}

/** A form that could not be read, as far as it is text. */
function refusedAnswer({ title, issues, values }: Refusal, sent: CouponAnswer | null): AnswerShown {
  const answer = sent ?? answerFrom(values);
  return {
    answer,
    title,
    issues: new Map(issues.map(({ path, message }) => [path.replace(FIGURE_FIELD, ''), message])),
    versions: answer.versions,
    status: 422,
  };
}
