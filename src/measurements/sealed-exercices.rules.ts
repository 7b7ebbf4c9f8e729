import type { InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import { covers } from '../kernel/period.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import { exerciceLabel, periodOf, type DatedExercice } from '../programme/exercice.rules.js';

/** Why no figure whose period ends on this day may change; null when it may. @param sealed those that are sealed. */
export function sealedIssue(periodEnd: IsoDate, sealed: readonly DatedExercice[]): InputIssue | null {
  const holding = sealed.find((exercice) => covers(periodOf(exercice), { start: periodEnd, end: periodEnd }));
  if (holding === undefined) return null;
  const message = sentence`L’exercice ${exerciceLabel(periodOf(holding))} est scellé avec son bilan : demandez à l’administration de le rouvrir, en disant pourquoi.`;
  return { path: 'periodEnd', code: 'exercice_sealed', message };
}
