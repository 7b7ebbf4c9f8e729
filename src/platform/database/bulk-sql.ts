import type { EntityManager } from 'typeorm';

/** Rows or keys of one statement: large enough to be quick, small enough for both engines' limits on parameters. */
const CHUNK = 500;

/** Cuts a list in pieces that fit one statement. */
export function* inChunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}

/** `?, ?` or `$1, $2`, as the engine writes parameters; counted from `first` on PostgreSQL. */
export function placeholders(manager: EntityManager, count: number, first = 1): string {
  const numbered = manager.dataSource.options.type === 'postgres';
  return Array.from({ length: count }, (_, index) => (numbered ? `$${first + index}` : '?')).join(', ');
}

/**
 * Inserts many rows with few statements, without the entity machinery. Table and column names are the code's own.
 * @returns what `returning` names, for every row, in no particular order.
 */
export async function bulkInsert<Returned = never>(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly unknown[][],
  returning?: string,
): Promise<Returned[]> {
  const returned: Returned[] = [];
  for (const chunk of inChunks(rows)) {
    const values = chunk.map(
      (_, row) => `(${placeholders(manager, columns.length, row * columns.length + 1)})`,
    );
    const answered: Returned[] = await manager.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(', ')}` +
        (returning === undefined ? '' : ` RETURNING ${returning}`),
      chunk.flat(),
    );
    if (returning !== undefined) for (const row of answered) returned.push(row);
  }
  return returned;
}
