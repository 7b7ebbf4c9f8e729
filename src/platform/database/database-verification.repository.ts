import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

/** What SQLite and this verification tell at most, each. */
const MOST_TOLD = 100;

/** What a verification of the database found: one French sentence each. */
export interface DatabaseVerification {
  ok: boolean;
  findings: string[];
}

/** Reads the whole database and asks its engine whether it holds together. Changes nothing. */
@Injectable()
export class DatabaseVerifier {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async verify(): Promise<DatabaseVerification> {
    const isPostgres = this.unitOfWork.primary.dataSource.options.type === 'postgres';
    const findings = isPostgres ? await this.postgresFindings() : await this.sqliteFindings();
    return { ok: findings.length === 0, findings: findings.slice(0, MOST_TOLD) };
  }

  private async sqliteFindings(): Promise<string[]> {
    const verdicts: { integrity_check: string }[] = await this.query(`PRAGMA integrity_check(${MOST_TOLD})`);
    const damages = verdicts
      .map((row) => row.integrity_check)
      .filter((verdict) => verdict !== 'ok')
      .map((verdict) => `La base est abîmée\u00a0: ${verdict}.`);
    const orphans: { table: string; rowid: number | null; parent: string }[] =
      await this.query('PRAGMA foreign_key_check');
    return [
      ...damages,
      ...orphans.map(
        ({ table, rowid, parent }) =>
          `Table ${table}, ligne ${rowid ?? 'sans numéro'}\u00a0: elle désigne une ligne de ${parent} qui n’existe pas.`,
      ),
    ];
  }

  /** PostgreSQL holds its constraints itself, once they are valid; whether its pages can be read is known by reading them. */
  private async postgresFindings(): Promise<string[]> {
    const findings: string[] = [];
    const doubtful: { name: string; table: string }[] = await this.query(
      `SELECT conname AS name, conrelid::regclass::text AS "table" FROM pg_constraint
       WHERE NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY 1`,
    );
    for (const { name, table } of doubtful) {
      findings.push(
        `Table ${table}\u00a0: la contrainte ${name} n’a pas été vérifiée sur toutes ses lignes.`,
      );
    }
    const tables: { name: string }[] = await this.query(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`,
    );
    for (const { name } of tables) {
      try {
        // Every column of every row is read, also those that are kept apart for being long.
        await this.query(`SELECT COUNT(md5(t::text)) FROM ${name} t`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        findings.push(`Table ${name}\u00a0: elle ne se lit pas (${reason}).`);
      }
    }
    return findings;
  }

  private query<Row>(statement: string): Promise<Row[]> {
    return this.unitOfWork.primary.query(statement);
  }
}
