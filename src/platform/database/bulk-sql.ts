import type { EntityManager } from 'typeorm';
import { sqliteStatement } from './sqlite-statements.js';

/** Rows of one statement on PostgreSQL: large enough to be quick, small enough for its limit on parameters. */
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

/** What an insertion does beside inserting: `ON CONFLICT …`, and the columns that it answers. */
export interface InsertOptions {
  onConflict?: string;
  returning?: string;
}

/**
 * Inserts many rows without the entity machinery: a prepared statement run for each on SQLite, few long statements on
 * PostgreSQL. Table and column names are the code's own.
 * @returns what `returning` names, for every row, in no particular order.
 */
export async function bulkInsert<Returned = never>(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly unknown[][],
  { onConflict = '', returning }: InsertOptions = {},
): Promise<Returned[]> {
  const insertion = (values: string): string =>
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values} ${onConflict}` +
    (returning === undefined ? '' : ` RETURNING ${returning}`);
  const one = sqliteStatement(manager, insertion(`(${columns.map(() => '?').join(', ')})`));
  const returned: Returned[] = [];
  if (one !== null) {
    for (const row of rows) {
      if (returning === undefined) one.run(row);
      else returned.push(one.get(row) as Returned);
    }
    return returned;
  }
  for (const chunk of inChunks(rows)) {
    const values = chunk.map(
      (_, row) => `(${placeholders(manager, columns.length, row * columns.length + 1)})`,
    );
    const answered: Returned[] = await manager.query(insertion(values.join(', ')), chunk.flat());
    if (returning !== undefined) returned.push(...answered);
  }
  return returned;
}

/** One statement for many tuples: `?` of each on SQLite, `unnest` of their columns on PostgreSQL (`unnest($1::integer[], …)`). */
export interface EachStatement {
  sqlite: string;
  postgres: string;
}

/**
 * Runs a statement for each tuple, prepared once on SQLite, all at once on PostgreSQL.
 * @returns the rows that it answers, one at most for each tuple
 */
export async function forEachTuple<Row = never>(
  manager: EntityManager,
  { sqlite, postgres }: EachStatement,
  tuples: readonly (readonly unknown[])[],
): Promise<Row[]> {
  const [first] = tuples;
  if (first === undefined) return [];
  const statement = sqliteStatement(manager, sqlite);
  if (statement === null) {
    const columns = first.map((_, column) => tuples.map((tuple) => tuple[column]));
    return manager.query(postgres, columns);
  }
  const rows: Row[] = [];
  for (const tuple of tuples) {
    if (!statement.reader) statement.run(tuple);
    else {
      const row = statement.get(tuple) as Row | undefined;
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}

/**
 * The same for an insertion into a table whose keys the database gives, in the order of the tuples: on PostgreSQL the
 * statement says so (`unnest(…) WITH ORDINALITY … ORDER BY … RETURNING id`).
 * @returns the keys, in that order
 */
export async function insertEach(
  manager: EntityManager,
  { sqlite, postgres }: EachStatement,
  tuples: readonly (readonly unknown[])[],
): Promise<number[]> {
  const statement = sqliteStatement(manager, sqlite);
  if (statement !== null) return tuples.map((tuple) => Number(statement.run(tuple).lastInsertRowid));
  const rows = await forEachTuple<{ id: number }>(manager, { sqlite, postgres }, tuples);
  return rows.map(({ id }) => id).toSorted((one, other) => one - other);
}
