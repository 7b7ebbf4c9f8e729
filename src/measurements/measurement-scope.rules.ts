import type { ScopeLimits } from '../accounts/account.types.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { joinList } from '../kernel/french-text.rules.js';
import { findTerm } from './measurement-text.rules.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';

/** Rows that somebody may reach, by the identifiers of their key; a null list has no limit. */
export interface ScopeIds {
  indicatorIds: readonly number[] | null;
  campaignIds: readonly number[] | null;
  organisationIds: readonly number[] | null;
}

/** The parts of a key that a scope may limit. */
export interface ScopedKey {
  indicatorId: number;
  campaignId: number | null;
  organisationId: number | null;
}

/** The limits of a scope as identifiers: what is compared is the row itself, not how somebody spelled its codes. */
export function scopeIds(words: MeasurementVocabulary, limits: ScopeLimits | null): ScopeIds {
  const idsOf = (terms: Map<string, Term>, codes: readonly string[] | null | undefined): number[] | null =>
    codes?.flatMap((code) => findTerm(terms, code)?.id ?? []) ?? null;
  return {
    indicatorIds: idsOf(words.indicators, limits?.indicators),
    campaignIds: idsOf(words.campaigns, limits?.campaigns),
    organisationIds: idsOf(words.organisations, limits?.organisations),
  };
}

/** What is both asked for and allowed; null is everything. */
export function narrowed(allowed: readonly number[] | null, asked: number | null): readonly number[] | null {
  if (asked === null) return allowed;
  return allowed === null || allowed.includes(asked) ? [asked] : [];
}

/** Why a row is out of somebody's scope, naming the member to correct, or null when it is within. */
export function scopeIssue(key: ScopedKey, scope: ScopeIds, limits: ScopeLimits): InputIssue | null {
  const outside = (allowed: readonly number[] | null, id: number | null): boolean =>
    allowed !== null && (id === null || !allowed.includes(id));
  if (outside(scope.indicatorIds, key.indicatorId)) return issue('indicator', limits.indicators);
  if (outside(scope.campaignIds, key.campaignId)) return issue('campaign', limits.campaigns);
  if (outside(scope.organisationIds, key.organisationId)) return issue('organisation', limits.organisations);
  return null;
}

function issue(path: string, codes: readonly string[] | null): InputIssue {
  const allowed = codes === null || codes.length === 0 ? 'rien' : joinList(codes, 'ou');
  const message = `Cet accès ne vaut ici que pour ${allowed} : écrivez ce code, ou demandez un autre accès.`;
  return { path, code: 'out_of_scope', message };
}
