import { decimalString } from '../kernel/decimal-string.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import { nextContent, sameContent } from './measurement-content.rules.js';
import type { Part } from './measurement-part.rules.js';
import { exceedsTotal, quantityOf, type SubsetRelations } from './measurement-subset.rules.js';
import { naturalKey, type CheckedMeasurement, type MeasurementKey } from './measurement.rules.js';
import type {
  IndicatorTerm,
  MeasurementContent,
  MeasurementStatus,
  RejectedMeasurement,
} from './measurement.types.js';

/** What the database holds under a key: its newest version. */
export interface StoredMeasurement {
  id: number;
  version: number;
  /** Number of the version that stands, 0 when none does, and where it counts. */
  standing: number;
  part: Part;
  content: MeasurementContent;
}

/** A checked input with the line it came from. */
export interface BatchItem {
  line: number;
  checked: CheckedMeasurement;
}

/** A key to which the batch adds versions, in order. */
export interface PlannedMeasurement {
  indicator: string;
  key: MeasurementKey;
  naturalKey: string;
  /** Null when the batch creates it. */
  stored: StoredMeasurement | null;
  /** New versions, oldest first: usually one. */
  versions: MeasurementContent[];
}

/** Everything a batch would do, decided before anything is written. */
export interface BatchPlan {
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedMeasurement[];
  planned: PlannedMeasurement[];
}

/** The same place and days for another indicator: where a « dont » meets its total. */
const keyAt = (key: MeasurementKey, indicatorId: number): MeasurementKey => ({ ...key, indicatorId });

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
  relations: SubsetRelations,
  defaultStatus: MeasurementStatus,
): BatchPlan {
  const refusals: RejectedMeasurement[] = [];
  const refused = new Set<BatchItem>();
  // A refusal changes what will stand, which may reveal another one: each turn refuses at least one input.
  for (;;) {
    const plan = simulate(items, refused, stored, defaultStatus);
    const contradictions = subsetContradictions(items, refused, plan, stored, relations);
    if (contradictions.size === 0) {
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
  defaultStatus: MeasurementStatus,
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
    const next = nextContent(
      checked.content,
      { start: checked.key.periodStart, end: checked.key.periodEnd },
      current,
      defaultStatus,
    );
    if (current !== null && sameContent(current, next)) {
      plan.unchanged += 1;
      continue;
    }
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

/** Inputs that would leave a « dont » certainly larger than its total; of the two, the « dont » is refused first. */
function subsetContradictions(
  items: readonly BatchItem[],
  refused: ReadonlySet<BatchItem>,
  plan: BatchPlan,
  stored: ReadonlyMap<string, StoredMeasurement>,
  relations: SubsetRelations,
): Map<BatchItem, RejectedMeasurement> {
  const found = new Map<BatchItem, RejectedMeasurement>();
  const { partsOf } = relations;
  const isConcerned = ({ id, subsetOfId }: IndicatorTerm): boolean => subsetOfId !== null || partsOf.has(id);
  if (!items.some(({ checked }) => isConcerned(checked.indicator))) return found;
  const planned = new Map(plan.planned.map((entry) => [entry.naturalKey, entry.versions.at(-1)]));
  const finalAt = (key: string): Quantity | null => {
    const content = planned.get(key) ?? stored.get(key)?.content;
    return content === undefined ? null : quantityOf(content);
  };
  const check = (item: BatchItem, part: IndicatorTerm, total: IndicatorTerm): void => {
    const { key } = item.checked;
    const [partKey, totalKey] = [naturalKey(keyAt(key, part.id)), naturalKey(keyAt(key, total.id))];
    const isPart = item.checked.indicator.id === part.id;
    // The total is refused only when the « dont » stands already and cannot be the one to give way.
    if (!planned.has(isPart ? partKey : totalKey) || (!isPart && planned.has(partKey))) return;
    const [given, declared] = [finalAt(partKey), finalAt(totalKey)];
    if (given === null || declared === null || !exceedsTotal(given, declared)) return;
    found.set(item, {
      line: item.line,
      path: 'value',
      code: 'subset_exceeds_total',
      message:
        `${decimalString(given.value, part.decimals)} (${part.code}) dépasse le total de ` +
        `${decimalString(declared.value, total.decimals)} (${total.code}) : le sous-ensemble ne peut pas être plus grand.`,
    });
  };
  for (const item of items) {
    if (refused.has(item)) continue;
    const { indicator } = item.checked;
    const total = indicator.subsetOfId === null ? undefined : relations.byId.get(indicator.subsetOfId);
    if (total) check(item, indicator, total);
    for (const part of partsOf.get(indicator.id) ?? []) check(item, part, indicator);
  }
  return found;
}
