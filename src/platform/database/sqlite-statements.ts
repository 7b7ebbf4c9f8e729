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
