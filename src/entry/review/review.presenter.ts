import { formatNumber } from '../../kernel/french-number.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { sentence, slug } from '../../kernel/french-text.rules.js';
import type { WaitingMeasurement, WaitingStatus } from '../../measurements/waiting-measurement.types.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import {
  anchorOf,
  itemText,
  returnedView,
  reviewItem,
  type ItemWords,
  type ReviewedFigure,
} from './review-item.presenter.js';
import type { ReviewQuery } from './review.schema.js';
import type { ReviewGroupView, ReviewView } from './review.types.js';

export const REVIEW_PATH = '/validation';
const WHOLE = 'Ensemble du programme';

export interface ReviewInput {
  query: ReviewQuery;
  figures: readonly ReviewedFigure[];
  /** Whether more of them follow this page. */
  hasMore: boolean;
  returned: readonly WaitingMeasurement[];
  counts: ReadonlyMap<WaitingStatus, number>;
  /** What one may filter by. */
  slices: readonly { campaign: string | null; organisation: string | null }[];
  words: ItemWords;
  mayDecide: boolean;
  notice: ReviewView['notice'];
  /** A correction that was asked for without its reason, of one figure. */
  refused: { id: number; refusal: Refusal } | null;
}

/** « 8 chiffres », « un chiffre ». */
export const figuresText = (count: number): string =>
  count === 1 ? 'un chiffre' : sentence`${formatNumber(count)} chiffres`;

/** What was just done, as a redirection says it; unknown words say nothing. */
export function doneNotice({ fait, nombre }: ReviewQuery): ReviewView['notice'] {
  if (nombre === undefined || (fait !== 'valide' && fait !== 'renvoye')) return null;
  const isOne = nombre === 1;
  const text =
    fait === 'valide'
      ? isOne
        ? 'Le chiffre est validé : il compte.'
        : `${formatNumber(nombre)} chiffres sont validés : ils comptent.`
      : 'La correction est demandée : son auteur en lira le motif à côté du chiffre.';
  return { text: sentence`${text}`, lines: [], tone: 'good' };
}

/** The address of the queue with its filters. */
export function queueAddress(
  { operation, organisation, page }: ReviewQuery,
  rest: Readonly<Record<string, string>> = {},
): string {
  const kept = { operation, organisation, page: page === undefined ? undefined : String(page) };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...rest }))
    if (value !== undefined && value !== '') parameters.set(name, value);
  return `${REVIEW_PATH}${parameters.size === 0 ? '' : `?${parameters.toString()}`}`;
}

/** Where a form of the queue is sent: its filters come back with the answer. */
const actionOf = (query: ReviewQuery, act: string): string =>
  queueAddress(query).replace(REVIEW_PATH, `${REVIEW_PATH}/${act}`);

/** The queue of what waits to be validated, by operation. */
export function reviewPage(input: ReviewInput): PageBody<ReviewView> {
  const { query, figures, counts, words, returned, refused, notice, mayDecide, hasMore } = input;
  const waiting = counts.get('submitted') ?? 0;
  const page = query.page ?? 1;
  const quiet = figures.filter(
    ({ warnings, heldBack }) =>
      heldBack === null && warnings.every(({ confirmation }) => confirmation !== null),
  );
  const more = (counts.get('returned') ?? 0) - returned.length;
  const drafts = counts.get('draft') ?? 0;
  const status = refused?.refusal.status ?? (notice?.tone === 'watch' ? 409 : undefined);
  return {
    title: 'Validation',
    description: 'Les chiffres qui attendent d’être validés, par opération.',
    section: 'review',
    updated: null,
    ...(status === undefined ? {} : { status }),
    content: {
      lede: sentence`${ledeOf(input, waiting)}`,
      notice,
      filters: filtersOf(input),
      groups: groupsOf(input),
      empty: sentence`${emptyText(input, waiting)}`,
      bulk:
        mayDecide && quiet.length > 1
          ? {
              items: quiet.map(({ figure }) => itemText(figure)).join(','),
              label: sentence`Valider les ${formatNumber(quiet.length)} sans alerte`,
            }
          : null,
      actions: { validate: actionOf(query, 'valider') },
      pages: {
        before: page > 1 ? queueAddress({ ...query, page: page - 1 }) : null,
        after: hasMore ? queueAddress({ ...query, page: page + 1 }) : null,
      },
      returned: returned.map((figure) => returnedView(figure, words)),
      returnedMore: more > 0 ? sentence`et ${figuresText(more)} de plus` : null,
      drafts: drafts === 0 ? null : draftsText(drafts),
      mayDecide,
    },
  };
}

const draftsText = (drafts: number): string =>
  drafts === 1
    ? 'Un brouillon n’est pas encore envoyé.'
    : sentence`${formatNumber(drafts)} brouillons ne sont pas encore envoyés.`;

function ledeOf({ query, figures, hasMore }: ReviewInput, waiting: number): string {
  if (waiting === 0) return 'Rien n’attend : tout ce qui a été envoyé est validé ou renvoyé.';
  const doubted = figures.filter(({ warnings }) =>
    warnings.some(({ confirmation }) => confirmation === null),
  ).length;
  const isAll = !hasMore && query.page === undefined && figures.length === waiting;
  const told = isAll && doubted > 0 ? sentence`, ${doubtedText(doubted, waiting)}` : '';
  return waiting === 1
    ? sentence`Un chiffre attend d’être validé${told}.`
    : sentence`${formatNumber(waiting)} chiffres attendent d’être validés${told}.`;
}

function doubtedText(doubted: number, waiting: number): string {
  if (waiting === 1) return 'avec une alerte';
  if (doubted === waiting) return 'tous avec une alerte';
  return doubted === 1 ? 'dont un avec une alerte' : sentence`dont ${formatNumber(doubted)} avec une alerte`;
}

function emptyText({ query, counts }: ReviewInput, waiting: number): string {
  if (waiting > 0 && (query.operation ?? query.organisation) !== undefined)
    return 'Aucun chiffre n’attend ici : choisissez une autre opération ou une autre organisation.';
  if (waiting > 0) return 'Cette page est vide : revenez au début de la file.';
  return (counts.get('draft') ?? 0) > 0
    ? 'Aucun chiffre n’attend d’être validé. Les brouillons viendront ici quand ils seront envoyés.'
    : 'Aucun chiffre n’attend d’être validé. Ce qui sera envoyé depuis la saisie, par un partenaire ou par l’API viendra ici.';
}

function groupsOf({ query, figures, words, mayDecide, refused }: ReviewInput): ReviewGroupView[] {
  const { names } = words;
  const anchors = figures.map(({ figure }) => anchorOf(figure.id));
  const items = figures.map((reviewed, index) => {
    const { id } = reviewed.figure;
    const actions = {
      correction: actionOf(query, 'correction'),
      next: anchors[index + 1] ?? anchors[index - 1] ?? '',
      refusal: refused?.id === id ? refused.refusal : null,
    };
    return {
      campaign: reviewed.figure.campaign,
      view: reviewItem(reviewed, words, mayDecide ? actions : null),
    };
  });
  return [...groupBy(items, ({ campaign }) => campaign ?? '')].map(([code, found]) => ({
    id: code === '' ? 'ensemble' : slug(code),
    name: code === '' ? WHOLE : names.about({ ...NOWHERE, campaign: code }),
    href: code === '' ? null : `/operations/${slug(code)}`,
    items: found.map(({ view }) => view),
  }));
}

const NOWHERE = { indicator: '', campaign: null, territory: null, channel: null, organisation: null };

function filtersOf({ query, slices, words: { names } }: ReviewInput): ReviewView['filters'] {
  const chosen = (
    codes: readonly (string | null)[],
    asked: string | undefined,
    name: (code: string) => string,
  ) => [
    { value: '', label: 'Toutes', selected: asked === undefined },
    ...[...new Set(codes)]
      .filter((code) => code !== null)
      .map((code) => ({ value: slug(code), label: name(code), selected: slug(code) === asked })),
  ];
  return {
    campaigns: chosen(
      slices.map(({ campaign }) => campaign),
      query.operation,
      (code) => names.about({ ...NOWHERE, campaign: code }),
    ),
    organisations: chosen(
      slices.map(({ organisation }) => organisation),
      query.organisation,
      (code) => names.organisation(code),
    ),
    isFiltered: (query.operation ?? query.organisation) !== undefined,
  };
}
