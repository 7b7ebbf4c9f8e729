import { decimalString } from '../kernel/decimal-string.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import type { BatchItem, BatchPlan, StoredMeasurement } from './measurement-batch.types.js';
import { exceedsTotal, keyAt, quantityOf, type SubsetRelations } from './measurement-subset.rules.js';
import { naturalKey } from './measurement.rules.js';
import type { IndicatorTerm, RejectedMeasurement } from './measurement.types.js';

/** Inputs that would leave a « dont » certainly larger than its total; of the two, the « dont » is refused first. */
export function subsetContradictions(
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
