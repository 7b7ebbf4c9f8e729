import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** What storing a record did: only `created` and `updated` wrote something. */
export type StoreOutcome = 'created' | 'updated' | 'unchanged';

export interface Stored<Row> {
  row: Row;
  outcome: StoreOutcome;
}

/**
 * Brings one row to the values given, found by its key: the same values twice write nothing the second time.
 * @param stamp values written only when something else changed, such as `updatedAt`.
 */
export async function storeRecord<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  key: Partial<Row>,
  values: Partial<Row>,
  stamp: Partial<Row> = {},
): Promise<Stored<Row>> {
  const where = key as FindOptionsWhere<Row>;
  const found = await manager.findOneBy(entity, where);
  if (found !== null && !differs(found, values)) return { row: found, outcome: 'unchanged' };
  if (found === null) await manager.insert(entity, { ...key, ...values, ...stamp });
  else await manager.update(entity, where, { ...values, ...stamp });
  const row = await manager.findOneByOrFail(entity, where);
  return { row, outcome: found === null ? 'created' : 'updated' };
}

/** Several outcomes seen as one record's: a body whose names changed is an updated body. */
export function mergeOutcomes(own: StoreOutcome, partsChanged: boolean): StoreOutcome {
  return own === 'unchanged' && partsChanged ? 'updated' : own;
}

/** Some of these values are not what the row holds; lists and records are compared by content. */
export function differs<Row extends ObjectLiteral>(row: Row, values: Partial<Row>): boolean {
  return Object.entries(values).some(
    ([name, value]) => JSON.stringify(row[name]) !== JSON.stringify(value ?? null),
  );
}
