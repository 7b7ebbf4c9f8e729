import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import { amountInSentence, typedAmount } from '../cells/cell-text.rules.js';
import { periodBefore, periodOfYearBefore } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { FIGURE_FIELD, VERSION_FIELD } from './coupon-sheet.schema.js';
import { isSaid } from './coupon-sheet.rules.js';
import type {
  AnswerShown,
  AskedFieldView,
  AskedFigure,
  CouponSheet,
  DoubtView,
  ToldFigureView,
} from './coupon-sheet.types.js';

/** « Spots partagés, Cahors ». */
export const labelOf = (row: ExpectedFigure, { names }: CouponSheet): string => {
  const about = names.about(row);
  return about === '' ? names.title(row) : `${names.title(row)}, ${about}`;
};

/** A figure in words, with what surprises in it. */
export function toldOf(row: ExpectedFigure, sheet: CouponSheet): ToldFigureView {
  const words = wordsOf(row, sheet);
  const isDetailed = row.details.length > 0 && !isSaid(row);
  return {
    label: labelOf(row, sheet),
    words: isDetailed
      ? 'Donné au fil des jours'
      : row.current?.status === 'validated'
        ? sentence`${words} (validé)`
        : words,
    doubts: doubtsOf(row, sheet),
  };
}

/** What surprises in a figure that waits, and what was said of it. */
export const doubtsOf = ({ current }: ExpectedFigure, { doubts }: CouponSheet): DoubtView[] =>
  (doubts.get(current?.id ?? 0) ?? []).map(({ message, explained }) => ({
    message,
    explained: explained === null ? null : typographic(explained),
  }));

/** « plus de 13 000 vues »; empty when nothing was said. */
function wordsOf(row: ExpectedFigure | null, { names }: CouponSheet): string {
  const indicator = row === null ? undefined : names.indicator(row.indicator);
  const current = row?.current ?? null;
  return indicator === undefined || current === null || current.status === 'withdrawn'
    ? ''
    : amountInSentence(current, indicator.wording);
}

/** The field of a figure. @param shown what was sent, when it comes back. */
export function fieldOf(
  { row, before, yearBefore }: AskedFigure,
  rank: number,
  sheet: CouponSheet,
  shown: AnswerShown | null,
): Omit<AskedFieldView, 'doubts'> {
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
