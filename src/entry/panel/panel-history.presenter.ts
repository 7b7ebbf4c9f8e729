import type { Indicator } from '../../indicators/indicator.types.js';
import { absenceText } from '../../kernel/figure-text.rules.js';
import { formatPeriod } from '../../kernel/french-date.rules.js';
import { formatQuantity } from '../../kernel/french-number.rules.js';
import { capitalise, typographic } from '../../kernel/french-text.rules.js';
import type { SaidVersion } from '../../measurements/measurement-answer.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import { quantityOfCell } from '../cells/cell-text.rules.js';
import { grainOf } from '../checks/past-values.rules.js';
import { sliceText } from '../plan/row-key.rules.js';
import type { PanelMaterial } from './panel-material.service.js';
import { MARKING_WORDS, STATUS_WORDS } from './panel-words.rules.js';
import type { PastValueView, VersionView } from './panel.types.js';

const MOST_PAST = 12;

/** « plus de 13 000 », or « non communiqué ». */
function amountOf({ answer, quantity }: SaidVersion, { wording }: Indicator): string {
  if (quantity !== null) return formatQuantity(quantity, wording, { digits: true }).text;
  return answer.absence === undefined ? '' : absenceText(answer.absence);
}

/** Every version, newest first: what it changed, who wrote it, when and why. */
export function versionViews({ versions, indicator }: PanelMaterial): VersionView[] {
  return versions
    .map((version, index) => {
      const { answer } = version;
      const before = versions[index - 1];
      const author = answer.author === undefined ? '' : `, par ${answer.author}`;
      return {
        number: String(answer.version),
        what: changesOf(version, before, indicator),
        who: `${STATUS_WORDS[answer.status].label}, le ${momentText(answer.recordedAt)}${author}`,
        reason: typographic(answer.reason ?? ''),
      };
    })
    .toReversed();
}

/** « 35 → 40, source changée »; what it says when it is the first. */
function changesOf(version: SaidVersion, before: SaidVersion | undefined, indicator: Indicator): string {
  const amount = amountOf(version, indicator);
  if (before === undefined) return capitalise(amount);
  const { answer } = version;
  const former = amountOf(before, indicator);
  const changes = [
    amount === former ? amount : `${former} → ${amount}`,
    answer.marking === before.answer.marking ? '' : MARKING_WORDS[answer.marking].toLocaleLowerCase('fr'),
    answer.source === before.answer.source ? '' : 'source changée',
    answer.note === before.answer.note ? '' : 'note changée',
  ];
  return capitalise(changes.filter((change) => change !== '').join(', '));
}

/** The last values of the same slice, of periods as long, newest first. */
export function pastViews({ row, entered, indicator }: PanelMaterial): PastValueView[] {
  const grain = grainOf(row.days);
  const slice = sliceText(row);
  return entered
    .filter(
      (one) =>
        sliceText(one) === slice &&
        one.status !== 'withdrawn' &&
        one.periodEnd < row.days.start &&
        grainOf({ start: one.periodStart, end: one.periodEnd }) === grain,
    )
    .toSorted((one, other) => (one.periodEnd < other.periodEnd ? 1 : -1))
    .slice(0, MOST_PAST)
    .map((one) => {
      const quantity = quantityOfCell(one);
      return {
        period: formatPeriod({ start: one.periodStart, end: one.periodEnd, precision: one.precision }),
        amount:
          quantity === null
            ? absenceText(one.absence ?? 'not_available')
            : formatQuantity(quantity, indicator.wording, { digits: true }).text,
        state: STATUS_WORDS[one.status].label,
      };
    });
}
