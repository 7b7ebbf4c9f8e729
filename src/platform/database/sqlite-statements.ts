import type BetterSqlite3 from 'better-sqlite3';
import type { EntityManager } from 'typeorm';

const kept = new WeakMap<object, Map<string, BetterSqlite3.Statement<unknown[]>>>();

/**
 * A statement of the SQLite connection behind a manager, prepared once for all its runs; null on PostgreSQL. A row of a
 * prepared statement costs microseconds, where one long statement for hundreds of rows is read and bound anew.
 */
export function sqliteStatement(
  manager: EntityManager,
  text: string,
): BetterSqlite3.Statement<unknown[]> | null {
  const { driver } = manager.dataSource;
  if (!('databaseConnection' in driver)) return null;
  const connection = driver.databaseConnection as BetterSqlite3.Database;
  const statements = kept.get(connection) ?? new Map<string, BetterSqlite3.Statement<unknown[]>>();
  kept.set(connection, statements);
  const statement = statements.get(text) ?? connection.prepare<unknown[]>(text);
  statements.set(text, statement);
  return statement;
}

/**
 * Runs a statement that every request pays for: prepared once on SQLite, without the entity machinery around it.
 * @param text the code's own, of which there are few; with the engine's `placeholders`
 * @returns the rows that it answers
 */
export async function plainQuery<Row = never>(
  manager: EntityManager,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const statement = sqliteStatement(manager, text);
  if (statement === null) return manager.query(text, [...parameters]);
  if (statement.reader) return statement.all(parameters) as Row[];
  statement.run(parameters);
  return [];
}
