import { monthOf } from '../../kernel/calendar.rules.js';
import { formatDate, formatMonth } from '../../kernel/french-date.rules.js';
import { capitalise, sentence, slug, typographic } from '../../kernel/french-text.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { MeasurementStatus } from '../../measurements/measurement.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import type { PageBody, PageLink } from '../../platform/views/page.types.js';
import { amountInSentence } from '../cells/cell-text.rules.js';
import { isLate, isOwed, standingOf } from '../followup/readiness.rules.js';
import type { Slice } from '../plan/collection-line.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { SliceNames } from '../plan/slice-names.service.js';
import type { OwnFiguresView, OwnGivenView, OwnOwedView } from './own-figures.types.js';

const STATES: Readonly<Record<MeasurementStatus, OwnGivenView['state']>> = {
  draft: { label: 'Brouillon', tone: 'watch' },
  submitted: { label: 'En attente de validation', tone: 'calm' },
  returned: { label: 'À corriger', tone: 'late' },
  validated: { label: 'Validé', tone: 'good' },
  withdrawn: { label: 'Retiré', tone: 'calm' },
};

/** What the page is made of. */
export interface OwnFiguresInput {
  /** Name of the organisation; null for somebody of the team. */
  organisation: string | null;
  /** The latest month first. */
  months: readonly { period: EntryPeriod; rows: readonly ExpectedFigure[] }[];
  given: readonly MeasurementRecord[];
  names: SliceNames;
  today: string;
  /** Whether the pages of the programme are open to the reader. */
  readsPages: boolean;
  bilans: PageLink[];
}

/** One's own figures. */
export function ownFiguresPage(input: OwnFiguresInput): PageBody<OwnFiguresView> {
  const { organisation, months, given, names, readsPages, bilans } = input;
  const owed = months
    .map(({ period, rows }) => ({
      month: capitalise(period.label),
      href: `/saisie/${period.name}`,
      template: `/saisie/${period.name}/modele.xlsx`,
      rows: rows.filter((row) => isOwed({ standing: standingOf(row) })).map((row) => owedRow(row, input)),
    }))
    .filter(({ rows }) => rows.length > 0);
  const byMonth = groupBy(given, ({ periodEnd }) => monthOf(periodEnd));
  const codes = [
    ...new Set(given.filter(({ status }) => status === 'validated').map(({ indicator }) => indicator)),
  ];
  return {
    title: 'Mes chiffres',
    description: 'Ce que vous devez donner, ce que vous avez donné et ce qu’il en est.',
    section: 'own-figures',
    updated: null,
    content: {
      heading: 'Mes chiffres',
      lede: organisation === null ? 'Ce que vous devez donner, et ce que vous avez donné.' : organisation,
      owed,
      given: [...byMonth]
        .toSorted(([one], [other]) => (one < other ? 1 : -1))
        .map(([month, own]) => ({
          month: capitalise(formatMonth(month)),
          rows: own.map((record) => givenRow(record, input)),
        })),
      appears: readsPages
        ? [
            ...codes.map((code) => ({
              label: names.title({ indicator: code }),
              href: `/indicateurs/${slug(code)}`,
            })),
            ...bilans,
          ]
        : [],
    },
  };
}

const labelOf = (slice: Slice, names: SliceNames): string => {
  const about = names.about(slice);
  return about === '' ? names.title(slice) : `${names.title(slice)}, ${about}`;
};

const returnedWords = (record: MeasurementRecord | null): string | null =>
  record?.status === 'returned' ? typographic(record.reason ?? 'Ce chiffre est à revoir.') : null;

function owedRow(row: ExpectedFigure, { names, today }: OwnFiguresInput): OwnOwedView {
  const standing = standingOf(row);
  const late = isLate({ standing }, row.due, today);
  const state = standing === 'missing' ? { label: 'Attendu', tone: 'calm' as const } : STATES[standing];
  return {
    label: labelOf(row, names),
    due: sentence`Avant le ${formatDate(row.due)} inclus`,
    state: late
      ? { label: standing === 'missing' ? 'En retard' : `${state.label}, en retard`, tone: 'late' }
      : state,
    returned: returnedWords(row.current),
  };
}

function givenRow(record: MeasurementRecord, { names, readsPages }: OwnFiguresInput): OwnGivenView {
  const wording = names.indicator(record.indicator)?.wording;
  return {
    label: labelOf(record, names),
    words: wording === undefined ? '' : amountInSentence(record, wording),
    state: STATES[record.status],
    when: `le ${momentText(record.recordedAt)}`,
    returned: returnedWords(record),
    href: readsPages && record.status === 'validated' ? `/indicateurs/${slug(record.indicator)}` : null,
  };
}
