import { nextContent, sameContent } from './measurement-content.rules.js';
import type {
  BatchItem,
  BatchPlan,
  BatchRules,
  PlannedMeasurement,
  PlannedVersion,
  StoredMeasurement,
} from './measurement-batch.types.js';
import { keyAt, type SubsetRelations } from './measurement-subset.rules.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { RejectedMeasurement } from './measurement.types.js';
import { retirementIssue } from './retired-indicators.rules.js';
import { sealedIssue } from './sealed-exercices.rules.js';
import { subsetContradictions } from './subset-contradictions.rules.js';

/** Every key that deciding on these inputs needs to know, by its text: their own, their totals' and their parts'. */
export function neededKeys(
  items: readonly BatchItem[],
  relations: SubsetRelations,
): Map<string, MeasurementKey> {
  const keys = new Map<string, MeasurementKey>();
  const need = (key: MeasurementKey): void => void keys.set(naturalKey(key), key);
  for (const { checked } of items) {
    keys.set(checked.naturalKey, checked.key);
    if (checked.indicator.subsetOfId !== null) need(keyAt(checked.key, checked.indicator.subsetOfId));
    for (const part of relations.partsOf.get(checked.indicator.id) ?? []) need(keyAt(checked.key, part.id));
  }
  return keys;
}

/**
 * Decides what each input does, in order: two inputs of one key follow each other like two batches would. A « dont »
 * is compared with its total as both will stand in the end, so that a batch may bring them in either order.
 */
export function planBatch(
  items: readonly BatchItem[],
  stored: ReadonlyMap<string, StoredMeasurement>,
  rules: BatchRules,
): BatchPlan {
  const refusals: RejectedMeasurement[] = [];
  const refused = new Set<BatchItem>();
  // A refusal changes what will stand, which may reveal another one: each turn refuses at least one input.
  for (;;) {
    const plan = simulate(items, refused, stored, rules);
    const contradictions =
      rules.subsets === 'keep' ? null : subsetContradictions(items, refused, plan, stored, rules.relations);
    if (contradictions === null || contradictions.size === 0) {
      const rejected = [...refusals, ...plan.rejected].toSorted((one, other) => one.line - other.line);
      return { ...plan, rejected };
    }
    for (const [item, rejection] of contradictions) {
      refused.add(item);
      refusals.push(rejection);
    }
  }
}

function simulate(
  items: readonly BatchItem[],
  refused: ReadonlySet<BatchItem>,
  stored: ReadonlyMap<string, StoredMeasurement>,
  { defaultStatus, sealed }: BatchRules,
): BatchPlan {
  const plan: BatchPlan = { created: 0, updated: 0, unchanged: 0, rejected: [], planned: [] };
  const touched = new Map<string, PlannedMeasurement>();
  for (const item of items) {
    if (refused.has(item)) continue;
    const { checked, line } = item;
    const key = checked.naturalKey;
    const planned = touched.get(key) ?? {
      indicator: checked.indicator.code,
      key: checked.key,
      naturalKey: key,
      stored: stored.get(key) ?? null,
      versions: [],
    };
    const current = planned.versions.at(-1) ?? planned.stored?.content ?? null;
    const version = (planned.stored?.version ?? 0) + planned.versions.length;
    if (checked.version !== undefined && checked.version !== version) {
      plan.rejected.push({
        line,
        path: 'version',
        code: 'conflict',
        message: conflictMessage(checked.version, version),
      });
      continue;
    }
    const next: PlannedVersion = nextContent(
      checked.content,
      { start: checked.key.periodStart, end: checked.key.periodEnd },
      current,
      defaultStatus,
    );
    if (current !== null && sameContent(current, next)) {
      plan.unchanged += 1;
      continue;
    }
    const forbidden =
      retirementIssue(checked.indicator, checked.key.periodStart) ??
      (sealed.length === 0 ? null : sealedIssue(checked.key.periodEnd, sealed));
    if (forbidden !== null) {
      plan.rejected.push({ ...forbidden, line });
      continue;
    }
    if (checked.reason !== undefined) next.reason = checked.reason;
    next.line = line;
    if (current === null) plan.created += 1;
    else plan.updated += 1;
    planned.versions.push(next);
    if (!touched.has(key)) {
      touched.set(key, planned);
      plan.planned.push(planned);
    }
  }
  return plan;
}

function conflictMessage(given: number, current: number): string {
  if (current === 0) return `Ce chiffre n’existe pas encore : retirez la version ${given}, ou écrivez 0.`;
  return `Ce chiffre a changé entre-temps : il en est à la version ${current}, vous partiez de la ${given}. Relisez-le avant de le modifier.`;
}
