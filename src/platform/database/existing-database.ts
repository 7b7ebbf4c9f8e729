import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { DatabaseLocation } from '../config/configuration.js';
import { MIGRATIONS } from './migrations/migrations.js';

/**
 * For what only looks: makes sure that a database is there and of this version, and leaves it as it is.
 * @throws DomainError `no_database` or `other_schema`; for PostgreSQL the driver's own when it does not answer.
 */
export async function requireExisting(location: DatabaseLocation): Promise<void> {
  if (location.engine === 'sqlite' && !existsSync(location.file)) {
    throw new DomainError(
      'no_database',
      `Il n’y a pas de base à cet endroit\u00a0: ${location.file}. Vérifiez DATABASE_URL et DATA_DIR.`,
      500,
    );
  }
  const source = new DataSource(
    location.engine === 'sqlite'
      ? { type: 'better-sqlite3', database: location.file, readonly: true, fileMustExist: true }
      : { type: 'postgres', url: location.url, extra: { max: 1, connectionTimeoutMillis: 5_000 } },
  );
  await source.initialize();
  try {
    const applied = await appliedMigrations(source);
    const expected = MIGRATIONS.map((Migration) => new Migration().name);
    if (expected.every((name) => applied.includes(name))) return;
    throw new DomainError(
      'other_schema',
      'Cette base n’est pas encore à la version de ce programme\u00a0: démarrez le serveur une fois, puis recommencez.',
      409,
    );
  } finally {
    await source.destroy();
  }
}

async function appliedMigrations(source: DataSource): Promise<string[]> {
  try {
    const rows: { name: string }[] = await source.query('SELECT name FROM migrations');
    return rows.map(({ name }) => name);
  } catch {
    // No such table: nothing was ever installed there.
    return [];
  }
}
