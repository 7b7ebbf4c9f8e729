import type { InputIssue } from '../kernel/domain-error.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { TargetKind, TargetPath, TargetStep } from './target.types.js';

/** What a target is about, by identifiers. */
export interface TargetKey {
  kind: TargetKind;
  indicatorId: number;
  campaignId: number | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
}

/** The parts of the key joined: one row for each, although the campaign may be empty. */
export function targetKey({ kind, indicatorId, campaignId, periodStart, periodEnd }: TargetKey): string {
  return [kind, indicatorId, campaignId ?? '', periodStart, periodEnd].join('|');
}

/** A new target goes evenly to its end or, in a campaign, within its days. */
export const pathByDefault = (campaignId: number | null): TargetPath =>
  campaignId === null ? 'linear' : 'window';

export interface TargetWay {
  campaignId: number | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  value: number;
  path: TargetPath;
  steps: readonly TargetStep[];
}

/** What is wrong with the days and the way of a target; empty when nothing is. */
export function checkWay({
  campaignId,
  periodStart,
  periodEnd,
  value,
  path,
  steps,
}: TargetWay): InputIssue[] {
  const issues: InputIssue[] = [];
  const report = (place: string, code: string, message: string): void =>
    void issues.push({ path: place, code, message });
  if (periodEnd < periodStart) {
    report('periodEnd', 'period_reversed', sentence`La fin vient avant le début : inversez les deux dates.`);
  }
  if (path === 'window' && campaignId === null) {
    report(
      'path',
      'path_without_campaign',
      sentence`Une cible d’ensemble n’a pas de jours d’opération : choisissez « régulier » ou « par paliers ».`,
    );
  }
  if (path === 'stepped' && steps.length === 0) {
    report('steps', 'steps_missing', 'Donnez au moins un palier, ou choisissez un autre rythme.');
  }
  if (path !== 'stepped' && steps.length > 0) {
    report('steps', 'steps_unexpected', sentence`Des paliers ne vont qu’avec le rythme « par paliers ».`);
  }
  const message = path === 'stepped' ? stepsProblem(steps, { periodStart, periodEnd, value }) : null;
  if (message !== null) report('steps', 'steps_order', message);
  return issues;
}

/** Milestones come one after the other inside the target's days, and go to it without turning back. */
function stepsProblem(
  steps: readonly TargetStep[],
  { periodStart, periodEnd, value }: Pick<TargetWay, 'periodStart' | 'periodEnd' | 'value'>,
): string | null {
  const outside = steps.find(({ on }) => on < periodStart || on > periodEnd);
  if (outside !== undefined) {
    return sentence`Le palier du ${formatDate(outside.on)} est hors de la période de la cible.`;
  }
  const late = steps.find(({ on }, index) => index > 0 && on <= (steps[index - 1]?.on ?? ''));
  if (late !== undefined) {
    return sentence`Le palier du ${formatDate(late.on)} doit venir après celui qui le précède.`;
  }
  const values = [...steps.map((step) => step.value), value];
  const turns = values.map((to, index) => Math.sign(to - (values[index - 1] ?? to)));
  return turns.includes(1) && turns.includes(-1)
    ? 'Les paliers doivent aller vers la cible sans revenir en arrière.'
    : null;
}
