import { formatDate } from '../../kernel/french-date.rules.js';
import { parisTime } from '../../kernel/french-instant.rules.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { FormView } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { amountInSentence, typedAmount } from '../cells/cell-text.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { periodBefore, periodOfYearBefore } from '../plan/entry-period.rules.js';
import { ofMonth } from './coupon-mail.rules.js';
import { FIGURE_FIELD, SOURCE_FIELD, VERSION_FIELD } from './coupon-sheet.schema.js';
import { isEmpty, isLeft, isSaid, isSettled, thanksWords } from './coupon-sheet.rules.js';
import type {
  AskedFieldView,
  AskedFigure,
  ClosedCouponView,
  CouponAnswer,
  CouponPageView,
  CouponSheet,
  ToldFigureView,
} from './coupon-sheet.types.js';

/** What was sent and is to be corrected, or confirmed. */
export interface AnswerShown {
  answer: CouponAnswer;
  title: string;
  /** By key of row; an empty key, or `source`, for what is no row. */
  issues: ReadonlyMap<string, string>;
  /** Versions to start from, where they are not those that stand now. */
  versions: ReadonlyMap<string, number>;
  status: 409 | 422;
}

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
  const fields = open.map((figure, index) => fieldOf(figure, index + 1, sheet, shown));
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
      thanks: done && coupon.lastSentAt !== null ? thanksOf(sheet, coupon.lastSentAt) : null,
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

const labelOf = (row: ExpectedFigure, { names }: CouponSheet): string => {
  const about = names.about(row);
  return about === '' ? names.title(row) : `${names.title(row)}, ${about}`;
};

function toldOf(row: ExpectedFigure, sheet: CouponSheet): ToldFigureView {
  const words = wordsOf(row, sheet);
  const isDetailed = row.details.length > 0 && !isSaid(row);
  return {
    label: labelOf(row, sheet),
    words: isDetailed
      ? 'Donné au fil des jours'
      : row.current?.status === 'validated'
        ? sentence`${words} (validé)`
        : words,
    doubts: [...(sheet.doubts.get(row.current?.id ?? 0) ?? [])],
  };
}

/** « plus de 13 000 vues »; empty when nothing was said. */
function wordsOf(row: ExpectedFigure | null, { names }: CouponSheet): string {
  const indicator = row === null ? undefined : names.indicator(row.indicator);
  const current = row?.current ?? null;
  return indicator === undefined || current === null || current.status === 'withdrawn'
    ? ''
    : amountInSentence(current, indicator.wording);
}

function fieldOf(
  { row, before, yearBefore }: AskedFigure,
  rank: number,
  sheet: CouponSheet,
  shown: AnswerShown | null,
): AskedFieldView {
  const indicator = sheet.names.indicator(row.indicator);
  const { current } = row;
  const definition = indicator?.definition ?? null;
  const id = `chiffre-${rank}`;
  const error = shown?.issues.get(row.key) ?? null;
  const said = isSaid(row) && current !== null && indicator !== undefined;
  const hints = [hintOf('year', yearBefore, sheet), hintOf('month', before, sheet)].filter(
    (hint) => hint !== '',
  );
  const returned =
    current?.status === 'returned' ? typographic(current.reason ?? 'Ce chiffre est à revoir.') : null;
  const described = [hints.length > 0 ? `${id}-hint` : '', error === null ? '' : `${id}-error`];
  const version = shown?.versions.get(row.key) ?? current?.version ?? 0;
  return {
    id,
    name: `${FIGURE_FIELD}${row.key}`,
    versionName: `${VERSION_FIELD}${row.key}`,
    version: String(version),
    label: sheet.names.title(row),
    about: sheet.names.about(row),
    symbol: indicator?.wording.symbol ?? '',
    definition: definition === null ? null : typographic(definition),
    hints,
    typed: shown?.answer.typed.get(row.key) ?? (said ? typedAmount(current, indicator.wording) : ''),
    received: wordsOf(row, sheet),
    returned,
    error,
    describedBy: described.filter((one) => one !== '').join(' '),
  };
}

/** « Septembre 2019 : 320 spots »; empty when nothing was said. */
export function hintOf(which: 'year' | 'month', row: ExpectedFigure | null, sheet: CouponSheet): string {
  const { period } = sheet;
  const other = which === 'year' ? periodOfYearBefore(period, []) : periodBefore(period, []);
  const words = wordsOf(row, sheet);
  return words === '' || other === null ? '' : sentence`${capitalise(other.label)} : ${words}`;
}

/** Lines that would be noted without data. */
const linesLeft = (open: readonly AskedFigure[], { answer }: AnswerShown, sheet: CouponSheet): string[] =>
  open.filter(({ row }) => isLeft(row, answer.typed)).map(({ row }) => labelOf(row, sheet));

function problemOf({ title, issues }: AnswerShown, fields: readonly AskedFieldView[]): FormView['problem'] {
  const told = [...issues].map(([key, text]) => {
    if (key === SOURCE_FIELD) return { text, href: '#source' };
    const field = fields.find(({ name }) => name === `${FIGURE_FIELD}${key}`);
    return field === undefined
      ? { text, href: null }
      : { text: sentence`${field.label} : ${text}`, href: `#${field.id}` };
  });
  return { title, issues: told };
}
