import BetterSqlite3 from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { DatabaseLocation } from '../config/configuration.js';
import { makeFolder } from '../config/folders.js';
import { applyPragmas } from './sqlite-connections.js';
import { FileLock } from './instance-lock.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { errorCode } from '../../kernel/error-code.js';

const MIGRATION_PATIENCE_MS = 60_000;

export interface MigrationReport {
  applied: string[];
  /** Copy made before, when there was something to lose. */
  backup: string | null;
}

/**
 * Brings the schema up to date on a connection of its own, closed afterwards: TypeORM leaves foreign keys off on a
 * connection whose migration failed. A SQLite file with data is copied first and checked after.
 */
export async function migrate(location: DatabaseLocation): Promise<MigrationReport> {
  if (location.engine === 'postgres') return migratePostgres(location.url);
  makeFolder(dirname(location.file));
  const lock = await FileLock.wait(`${location.file}.migration-lock`, MIGRATION_PATIENCE_MS);
  if (!lock) {
    throw new DomainError('migration_busy', 'Une autre mise à jour de la base est en cours.', 503);
  }
  try {
    return await migrateSqlite(location.file);
  } finally {
    lock.release();
  }
}

async function migrateSqlite(file: string): Promise<MigrationReport> {
  const existed = existsSync(file);
  if (existed) {
    assertReadable(file);
    assertOurs(file);
  }
  const source = new DataSource({
    type: 'better-sqlite3',
    database: file,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    prepareDatabase: applyPragmas,
  });
  await source.initialize();
  let backup: string | null = null;
  try {
    if (!(await source.showMigrations())) return { applied: [], backup };
    if (existed) backup = await backUp(file);
    const applied = await source.runMigrations();
    const orphans: unknown[] = await source.query('PRAGMA foreign_key_check');
    if (orphans.length > 0) throw new Error(`${orphans.length} rows lost their parent.`);
    return { applied: applied.map((migration) => migration.name), backup };
  } catch (error) {
    const way = backup ? ` La copie faite juste avant est intacte : ${backup}.` : '';
    throw new DomainError(
      'migration_failed',
      `La mise à jour de la base a échoué : ${error instanceof Error ? error.message : String(error)}.${way}`,
      500,
    );
  } finally {
    await source.destroy();
  }
}

/** A damaged file is never repaired by opening an empty one over it. */
function assertReadable(file: string): void {
  const refuse = (found: string): DomainError =>
    new DomainError(
      'database_damaged',
      `La base ${file} est illisible (${found}). Rien n’y a été changé. ` +
        'Mettez une sauvegarde à sa place, puis redémarrez.',
      500,
    );
  if (statSync(file).size === 0) throw refuse('fichier vide');
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { fileMustExist: true });
    const verdict = database.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw refuse(String(verdict));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refuse(error instanceof Error ? error.message : String(error));
  } finally {
    database?.close();
  }
}

/** Tables that are none of ours belong to another program: they are left alone. */
function assertOurs(file: string): void {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    if (tables.length === 0 || tables.includes('migrations')) return;
    throw new DomainError(
      'foreign_database',
      `La base ${file} est celle d’un autre programme : rien n’y a été changé. Donnez une autre DATABASE_URL.`,
      500,
    );
  } finally {
    database.close();
  }
}

async function backUp(file: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const target = `${file}.before-migration-${stamp}`;
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    await database.backup(target);
  } finally {
    database.close();
  }
  return target;
}

/** @throws DomainError in words when the server, the database or the account of DATABASE_URL is not there. */
async function reachable<T>(connecting: Promise<T>): Promise<T> {
  try {
    return await connecting;
  } catch (error) {
    const code = errorCode(error);
    const reason = CONNECTION_ERRORS[code] ?? (error instanceof Error ? error.message : String(error));
    throw new DomainError(
      'database_unavailable',
      `La base de données ne répond pas : ${reason}. Vérifiez DATABASE_URL et le serveur PostgreSQL.`,
      503,
    );
  }
}

const CONNECTION_ERRORS: Record<string, string> = {
  ECONNREFUSED: 'aucun serveur n’écoute à cette adresse',
  ENOTFOUND: 'ce nom de machine est inconnu',
  ETIMEDOUT: 'elle n’a pas répondu à temps',
  '3D000': 'cette base n’existe pas',
  '28P01': 'le mot de passe est refusé',
  '28000': 'ce compte est refusé',
};

async function migratePostgres(url: string): Promise<MigrationReport> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    extra: { max: 2, connectionTimeoutMillis: 5_000 },
  });
  await reachable(source.initialize());
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock(20201217)');
    const applied = await source.runMigrations();
    return { applied: applied.map((migration) => migration.name), backup: null };
  } finally {
    await guard.query('SELECT pg_advisory_unlock(20201217)');
    await guard.release();
    await source.destroy();
  }
}
