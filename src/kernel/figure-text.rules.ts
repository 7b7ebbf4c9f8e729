import type { Absence, Quantity, Wording } from './figure.types.js';
import { formatQuantity, pluralCategory } from './french-number.rules.js';
import { elide } from './french-text.rules.js';

const ABSENCES: Record<Absence, { text: string; short: string }> = {
  not_communicated: { text: 'non communiqué', short: 'n.\u00a0c.' },
  not_available: { text: 'non disponible', short: 'n.\u00a0d.' },
  not_applicable: { text: 'sans objet', short: 's.\u00a0o.' },
  suppressed: { text: 'masqué', short: 's.' },
};

/** « 1,3 million avec un projet »: what already starts with a preposition takes no « de ». */
const PREPOSITION = /^(?:à|au|aux|avec|dans|de|des|d’|du|en|par|pour|sans|sur)(?:\s|(?<=’))/;

/** The label that agrees with a quantity: of « entre 1 et 3 », the last number decides. */
export function labelFor(
  quantity: Quantity,
  wording: Pick<Wording, 'labelOne' | 'labelOther' | 'decimals'>,
): string {
  const decisive = quantity.valueMax ?? quantity.value;
  return pluralCategory(decisive, wording.decimals) === 'one' ? wording.labelOne : wording.labelOther;
}

/** A figure as a sentence says it: « plus de 13 000 vues sur les réseaux sociaux », « 45 % des Français ». */
export function figureText(quantity: Quantity, wording: Wording): string {
  const { text, large } = formatQuantity(quantity, wording);
  const label = labelFor(quantity, wording).trim();
  if (label === '') return text;
  return large && !PREPOSITION.test(label)
    ? `${text} ${elide('de', label, wording.elision)}`
    : `${text} ${label}`;
}

/** « non communiqué », with what was said about it: « non communiqué (attendu en janvier) ». */
export function absenceText(absence: Absence, note: string | null = null): string {
  const said = note?.trim() ?? '';
  return said === '' ? ABSENCES[absence].text : `${ABSENCES[absence].text} (${said})`;
}

/** « n. c. », « n. d. », « s. o. », « s. » for the cells of tables. */
export const absenceAbbreviation = (absence: Absence): string => ABSENCES[absence].short;
