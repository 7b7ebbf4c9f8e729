import { absenceText } from '../kernel/figure-text.rules.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { joinList, sentence } from '../kernel/french-text.rules.js';
import type { MeasurementContent, MeasurementStatus } from './measurement.types.js';

/** The states of a figure, as people read them. */
export const STATUS_LABELS: Readonly<Record<MeasurementStatus, string>> = {
  draft: 'brouillon',
  submitted: 'soumis',
  returned: 'à corriger',
  validated: 'validé',
  withdrawn: 'retiré',
};

const TEXTS = [
  ['source', 'la source'],
  ['note', 'la remarque'],
  ['internalNote', 'la note interne'],
  ['marking', 'le marquage'],
] as const;

/**
 * What somebody changed between what was read and what is there now, in one sentence.
 * @param read null when what was read is not known.
 */
export function conflictText(
  read: MeasurementContent | null,
  now: MeasurementContent,
  decimals: number,
): string {
  const changes = read === null ? [] : changesOf(read, now, decimals);
  const told = changes.length === 0 ? '' : ` (${joinList(changes)})`;
  return sentence`Ce chiffre a changé entre-temps${told} : relisez-le avant de décider.`;
}

function changesOf(read: MeasurementContent, now: MeasurementContent, decimals: number): string[] {
  const changes: string[] = [];
  const before = saidText(read, decimals);
  const after = saidText(now, decimals);
  if (before !== after) changes.push(sentence`la valeur : ${before} → ${after}`);
  if (read.status !== now.status)
    changes.push(sentence`l’état : ${STATUS_LABELS[read.status]} → ${STATUS_LABELS[now.status]}`);
  for (const [member, words] of TEXTS) if (read[member] !== now[member]) changes.push(words);
  return changes;
}

/** « plus de 13 000 », « non communiqué »: without what it counts. */
function saidText({ value, valueMax, qualifier, absence }: MeasurementContent, decimals: number): string {
  if (value === null || qualifier === null) return absence === null ? 'rien' : absenceText(absence);
  const scale = { decimals, symbol: null, signed: false };
  return formatQuantity({ value, valueMax, qualifier }, scale, { digits: true, cents: true }).text;
}
