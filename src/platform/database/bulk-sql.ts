import type BetterSqlite3 from 'better-sqlite3';
import type { EntityManager } from 'typeorm';
import { sqliteStatement } from './sqlite-statements.js';

/** Rows of one statement on PostgreSQL: large enough to be quick, small enough for its limit on parameters. */
const CHUNK = 500;

/** Rows of one prepared statement on SQLite: running it costs as much as a row does. More than these gain nothing. */
const TOGETHER = 20;

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
 * Runs an insertion on SQLite for twenty rows at a time, then for each of the rest; does nothing on PostgreSQL.
 * @param insertion the statement with these `VALUES`
 * @returns whether it ran
 */
function insertTogether(
  manager: EntityManager,
  insertion: (values: string) => string,
  rows: readonly (readonly unknown[])[],
  run: (statement: BetterSqlite3.Statement<unknown[]>, values: readonly unknown[], count: number) => void,
): boolean {
  if (manager.dataSource.options.type === 'postgres') return false;
  const filled = filledColumns(rows);
  const row = `(${(rows[0] ?? []).map((_, column) => (filled.includes(column) ? '?' : 'NULL')).join(', ')})`;
  const runFrom = (first: number, last: number, count: number): void => {
    const text = insertion(Array.from({ length: count }, () => row).join(', '));
    const statement = first === last ? null : sqliteStatement(manager, text);
    // One list for all runs, filled by hand: making a new one for each costs more than it spares.
    const values: unknown[] = [];
    for (let start = first; statement !== null && start < last; start += count) {
      let place = 0;
      for (let at = start; at < start + count; at += 1)
        for (const column of filled) values[place++] = rows[at]?.[column];
      run(statement, values, count);
    }
  };
  const apart = rows.length - (rows.length % TOGETHER);
  runFrom(0, apart, TOGETHER);
  runFrom(apart, rows.length, 1);
  return true;
}

/** The columns that some row fills: binding a value costs more than a NULL in the statement. */
const filledColumns = (rows: readonly (readonly unknown[])[]): number[] =>
  (rows[0] ?? []).flatMap((_, column) => (rows.some((row) => row[column] !== null) ? [column] : []));

/**
 * Inserts many rows without the entity machinery: prepared statements on SQLite, few long statements on PostgreSQL.
 * Table and column names are the code's own.
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
  const returned: Returned[] = [];
  const ran = insertTogether(manager, insertion, rows, (statement, values) => {
    if (returning === undefined) statement.run(values);
    else returned.push(...(statement.all(values) as Returned[]));
  });
  if (ran) return returned;
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
  if (tuples.length === 0) return [];
  const statement = sqliteStatement(manager, sqlite);
  if (statement === null) {
    return manager.query(postgres, columnsOf(tuples));
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

/** An insertion into a table whose keys the database gives. */
export interface KeyedInsertion {
  table: string;
  columns: readonly string[];
  /** In the order of the tuples: `INSERT … SELECT … FROM unnest(…) WITH ORDINALITY … ORDER BY … RETURNING id`. */
  postgres: string;
}

/** Inserts rows whose keys the database gives. @returns the keys, in the order of the rows */
export async function insertEach(
  manager: EntityManager,
  { table, columns, postgres }: KeyedInsertion,
  rows: readonly (readonly unknown[])[],
): Promise<number[]> {
  const keys: number[] = [];
  const ran = insertTogether(
    manager,
    (values) => `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}`,
    rows,
    (statement, values, count) => {
      // One statement of the only writer gives keys that follow each other.
      const last = Number(statement.run(values).lastInsertRowid);
      for (let key = last - count + 1; key <= last; key += 1) keys.push(key);
    },
  );
  if (ran || rows.length === 0) return keys;
  const given: { id: number }[] = await manager.query(postgres, columnsOf(rows));
  return given.map(({ id }) => id).toSorted((one, other) => one - other);
}

/** Lists of values by column, as `unnest` takes them. */
const columnsOf = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
