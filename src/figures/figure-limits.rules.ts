import type { ScopeLimits } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import { joinList, slug } from '../kernel/french-text.rules.js';
import type { FigureAnswer } from './figure-answer.rules.js';

const names = (codes: readonly string[], code: string): boolean =>
  codes.some((one) => slug(one) === slug(code));

/**
 * A figure adds up what every organisation gave, and a year's what every operation brought: whoever is limited to some of
 * them may not read the total.
 * @throws DomainError 403 `out_of_scope`; 404 `not_found` for an operation that is not theirs.
 */
export function refuseBeyond(limits: ScopeLimits, query: { campaign?: string }): void {
  const { organisations, campaigns } = limits;
  if (organisations !== null) {
    const message = `Ce jeton ne vaut que pour ${joinList(organisations)}, et les chiffres additionnent toutes les organisations : lisez /api/v1/measurements.`;
    throw outOfScope('organisation', message);
  }
  if (campaigns === null) return;
  if (query.campaign === undefined) {
    const message = `Ce jeton ne vaut que pour ${joinList(campaigns)} : ajoutez &campaign= avec ce code.`;
    throw outOfScope('campaign', message);
  }
  if (names(campaigns, query.campaign)) return;
  throw new DomainError('not_found', 'Cette opération n’est pas de celles que ce jeton peut lire.', 404);
}

/** @throws DomainError 404 `not_found` for an indicator that is not theirs. */
export function refuseIndicatorBeyond({ indicators }: ScopeLimits, indicator: string): void {
  if (indicators === null || names(indicators, indicator)) return;
  throw new DomainError('not_found', 'Cet indicateur n’est pas de ceux que ce jeton peut lire.', 404);
}

/** Only the figures of these indicators, without what they would tell of others. */
export function withinLimits(figures: readonly FigureAnswer[], { indicators }: ScopeLimits): FigureAnswer[] {
  if (indicators === null) return [...figures];
  return figures
    .filter(({ indicator }) => names(indicators, indicator))
    .map(({ parts, shareOfParent: _, ...figure }) => {
      // A share of a whole tells the whole.
      const own = parts?.filter((part) => names(indicators, part.indicator)) ?? [];
      return own.length === 0 ? figure : { ...figure, parts: own };
    });
}

function outOfScope(path: string, message: string): DomainError {
  const title = 'Ce jeton ne permet pas de lire ces chiffres.';
  return new DomainError('out_of_scope', title, 403, [{ path, code: 'out_of_scope', message }]);
}
