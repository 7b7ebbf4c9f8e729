import { formatDate } from '../../kernel/french-date.rules.js';
import { parisTime } from '../../kernel/french-instant.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import type { FormView } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { doubtsOf, fieldOf, labelOf, toldOf } from './coupon-field.presenter.js';
import { ofMonth } from './coupon-mail.rules.js';
import { FIGURE_FIELD, SOURCE_FIELD } from './coupon-sheet.schema.js';
import { isEmpty, isLeft, isSaid, isSettled, thanksWords } from './coupon-sheet.rules.js';
import type {
  AnswerShown,
  AskedFigure,
  ClosedCouponView,
  CouponPageView,
  CouponSheet,
} from './coupon-sheet.types.js';

/** The page of an open coupon. @param done its figures were just received. @param shown what was sent, when it comes back. */
export function couponPage(
  sheet: CouponSheet,
  path: string,
  done: boolean,
  shown: AnswerShown | null,
): PageBody<CouponPageView> {
  const { coupon, period, names, figures } = sheet;
  const organisation = names.organisation(coupon.organisation);
  const open = figures.filter(({ row }) => !isSettled(row));
  const thanks = done && coupon.lastSentAt !== null ? thanksOf(sheet, coupon.lastSentAt) : null;
  const fields = open.map((figure, index) => ({
    ...fieldOf(figure, index + 1, sheet, shown),
    doubts: thanks === null ? doubtsOf(figure.row, sheet) : [],
  }));
  const isAsking = shown?.answer.action === 'nothing' && shown.issues.size === 0;
  return {
    title: sentence`Chiffres ${ofMonth(coupon.month)}, ${organisation}`,
    description: 'Les chiffres qu’une organisation donne pour un mois.',
    section: null,
    updated: null,
    ...(shown === null || isAsking ? {} : { status: shown.status }),
    content: {
      programme: typographic(sheet.programmeName),
      organisation,
      month: period.label,
      until: formatDate(coupon.expiresAt),
      contact: contactWords(sheet.carriedBy),
      action: path,
      thanks,
      problem: shown === null || isAsking ? null : problemOf(shown, fields),
      confirmation: isAsking ? linesLeft(open, shown, sheet) : null,
      fields,
      settled: figures.filter(({ row }) => isSettled(row)).map(({ row }) => toldOf(row, sheet)),
      source: {
        value: shown?.answer.source ?? sheet.source,
        error: shown?.issues.get(SOURCE_FIELD) ?? null,
      },
      hasDecimals: open.some(({ row }) => (names.indicator(row.indicator)?.wording.decimals ?? 0) > 0),
      canSayNothing: open.some(({ row }) => isEmpty(row)),
    },
  };
}

/** What to say of a coupon that does not open any more. */
export function closedCouponPage({
  coupon,
  carriedBy,
}: {
  coupon: { state: string; expiresAt: string };
  carriedBy: string;
}): PageBody<ClosedCouponView> {
  const isOver = coupon.state === 'expired';
  return {
    title: 'Ce coupon est fermé',
    description: 'Un coupon de saisie qui ne s’ouvre plus.',
    section: null,
    updated: null,
    status: 410,
    content: {
      heading: isOver ? 'Ce coupon est terminé' : 'Ce coupon a été fermé',
      text: isOver
        ? sentence`Il s’ouvrait jusqu’au ${formatDate(coupon.expiresAt)} inclus. Les chiffres déjà envoyés ont bien été reçus.`
        : sentence`La personne qui l’avait envoyé l’a repris, ou remplacé par un autre. Les chiffres déjà envoyés ont bien été reçus.`,
      contact: contactWords(carriedBy),
    },
  };
}

const contactWords = (carriedBy: string): string =>
  sentence`Une question, un chiffre à corriger ? Répondez à la personne qui vous a envoyé ce lien (${typographic(carriedBy)}).`;

function thanksOf(sheet: CouponSheet, sentAt: string): CouponPageView['thanks'] {
  const isGiven = sheet.figures.some(({ row }) => isSaid(row) || isSettled(row));
  return {
    title: isGiven
      ? thanksWords(parisTime(sentAt).day, sheet.coupon.expiresAt)
      : 'Vos chiffres sont retirés : plus rien n’est donné pour ce mois.',
    figures: sheet.figures
      .filter(({ row }) => isSaid(row) && !isSettled(row))
      .map(({ row }) => toldOf(row, sheet)),
  };
}

/** Lines that would be noted without data. */
const linesLeft = (open: readonly AskedFigure[], { answer }: AnswerShown, sheet: CouponSheet): string[] =>
  open.filter(({ row }) => isLeft(row, answer.typed)).map(({ row }) => labelOf(row, sheet));

function problemOf({ title, issues }: AnswerShown, fields: CouponPageView['fields']): FormView['problem'] {
  const told = [...issues].map(([key, text]) => {
    if (key === SOURCE_FIELD) return { text, href: '#source' };
    const field = fields.find(({ name }) => name === `${FIGURE_FIELD}${key}`);
    return field === undefined
      ? { text, href: null }
      : { text: sentence`${field.label} : ${text}`, href: `#${field.id}` };
  });
  return { title, issues: told };
}
