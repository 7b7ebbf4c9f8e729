import type { Figure, YearFigures } from '../figures/figures.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { Exercice } from '../programme/programme.types.js';
import { parisDay } from './paris-day.js';

/** The day of the newest measurement behind some figures, null without any. */
function lastUpdateDay(figures: readonly Figure[]): IsoDate | null {
  const instants = figures
    .map((figure) => figure.provenance.lastUpdate)
    .filter((instant) => instant !== null);
  const latest = instants.sort().at(-1);
  return latest === undefined ? null : parisDay(latest);
}

/** « mis à jour le 16 décembre 2020 », for the footer. */
export function updatedText(figures: readonly Figure[]): string | null {
  const day = lastUpdateDay(figures);
  return day === null ? null : `mis à jour le ${formatDate(day)}`;
}

/** « Chiffres arrêtés au 16 décembre 2020. », or how fresh those of a year in progress are. */
export function stoppedText(exercice: Exercice | null, figures: YearFigures): string {
  if (exercice?.closingDate) return `Chiffres arrêtés au ${formatDate(exercice.closingDate)}.`;
  const day = lastUpdateDay(figures.figures);
  if (day === null) return 'Aucun chiffre reçu à ce jour.';
  const inProgress = exercice?.state === 'open' ? 'Exercice en cours : chiffres' : 'Chiffres';
  return typographic(`${inProgress} reçus jusqu’au ${formatDate(day)}.`);
}
