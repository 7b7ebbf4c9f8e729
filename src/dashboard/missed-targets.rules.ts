import type { Figure } from '../figures/figures.types.js';
import type { Amount } from '../kernel/figure.types.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { capitalise, countWords, typographic } from '../kernel/french-text.rules.js';
import { shortNames } from './attention-names.rules.js';

interface MissedTarget {
  subject: string;
  text: string;
}

/** Told one by one before they are gathered in one line. */
const MISSED_SHOWN = 3;

const isMissed = (figure: Figure): boolean => figure.assessment === 'late' || figure.assessment === 'watch';

/** « 50 de moins que la cible de 300 », from exact amounts only; otherwise what the figure says of its target. */
function missedText(figure: Figure): string {
  const { amount, target, expectedToDate } = figure;
  // While the exercice runs, the gap is to what was expected by now, not to what is due in the end.
  const aim = expectedToDate ?? target;
  if (amount?.qualifier !== 'exact' || aim?.amount.qualifier !== 'exact') return `${figure.assessmentText}.`;
  const gap = aim.amount.value - amount.value;
  if (gap === 0) return `${figure.assessmentText}.`;
  const distance: Amount = {
    value: Math.abs(gap),
    valueMax: null,
    qualifier: 'exact',
    interval: { lower: Math.abs(gap), lowerOpen: false, upper: Math.abs(gap), upperOpen: false },
  };
  const { text } = formatQuantity(distance, { ...figure.indicator.wording, signed: false });
  const isDue = aim.amount.value === target?.amount.value;
  const than = isDue ? `la cible de ${aim.text}` : `les ${aim.text} attendus à date`;
  return `${text} de ${gap > 0 ? 'moins' : 'plus'} que ${than}.`;
}

/** The targets missed, one by one while they are few. */
export function missedTargets(figures: readonly Figure[]): MissedTarget[] {
  const late = figures.filter(isMissed);
  const shown = late.slice(0, late.length > MISSED_SHOWN + 1 ? MISSED_SHOWN : late.length);
  const matters = shown.map((figure): MissedTarget => ({
    subject: typographic(figure.indicator.shortName),
    text: missedText(figure),
  }));
  const others = late.slice(shown.length);
  if (others.length > 0) {
    const count = capitalise(countWords(others.length, 'feminine'));
    matters.push({
      subject: `${count} autres cibles non atteintes`,
      text: `${shortNames(others)}.`,
    });
  }
  return matters;
}
