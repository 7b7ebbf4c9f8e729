import { DomainError } from '../../kernel/domain-error.js';
import { formatPeriod } from '../../kernel/french-date.rules.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { precisionOf } from '../../kernel/period.rules.js';
import type { RestorationObstacle } from '../../measurements/restoration.types.js';

const TITLES: Record<RestorationObstacle['code'], string> = {
  newer_version:
    'Des chiffres de cet import ont changé depuis : l’annuler effacerait ce qui a été dit après lui.',
  exercice_sealed: 'Des chiffres de cet import sont dans un bilan scellé : ils ne changent plus.',
  validation_reserved: 'Des chiffres de cet import comptent : les retirer revient à qui valide.',
  out_of_scope: 'Votre accès ne permet pas de retirer tous les chiffres de cet import.',
};

/** Why a batch is not taken back, with what stands on it. */
export function obstaclesError(obstacles: readonly RestorationObstacle[]): DomainError {
  const [first] = obstacles;
  const code = first?.code ?? 'newer_version';
  const issues = obstacles.map((one) => ({
    path: `measurement:${one.id}`,
    code: one.code,
    message: describe(one),
  }));
  if (code === 'newer_version') return new DomainError('import_overtaken', TITLES[code], 409, issues);
  if (code === 'exercice_sealed') return new DomainError('exercice_sealed', TITLES[code], 409, issues);
  if (code === 'validation_reserved') return new DomainError(code, TITLES[code], 403, issues);
  return new DomainError('out_of_scope', TITLES[code], 403, issues);
}

function describe({
  indicator,
  periodStart: start,
  periodEnd: end,
  recordedAt,
}: RestorationObstacle): string {
  if (indicator === '') return 'Un chiffre hors de votre accès.';
  const when = formatPeriod({ start, end, precision: precisionOf(start, end) });
  return sentence`${indicator}, ${when} : changé le ${formatInstant(recordedAt) ?? ''}.`;
}
