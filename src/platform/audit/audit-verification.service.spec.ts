import fc from 'fast-check';
import {
  auditRetention,
  auditTrail,
  auditVerification,
  unlockJournal,
} from '../../../test/support/audit-trail.js';
import { ENGINES } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { FixedClock } from '../clock/clock.js';
import { runIn } from '../context/request-context.js';
import { placeholders } from '../database/bulk-sql.js';
import { SecretKeys } from '../security/secret-keys.js';
import { rowHash } from './audit-digest.js';
import { AuditJournalRepository } from './audit-journal.repository.js';

const START = '2020-12-17T08:05:00Z';
const ROWS = 12;
const ROW_COLUMNS = [
  'at',
  'actor',
  'action',
  'subject',
  'before',
  'after',
  'request_id',
  'details_digest',
  'address_digest',
  'previous_hash',
  'hash',
];

describe.each(ENGINES)('verifying the journal on %s', (engine) => {
  let database: OpenedDatabase;
  let clock: FixedClock;

  /** Twelve rows by Marie (person 12), unlocked: half of them are sign-ins. */
  beforeEach(async () => {
    database = await openDatabase(engine);
    clock = new FixedClock(START);
    const trail = auditTrail(database.unitOfWork, clock);
    const around = { requestId: 'r-1', address: '192.0.2.17', userAgent: null, actor: 'person:12' };
    await runIn(around, async () => {
      for (let index = 1; index <= ROWS; index += 1) {
        await trail.record({
          action: index % 2 === 0 ? 'sign_in.succeeded' : 'person.role_changed',
          subject: 'person:12',
          before: { role: 'viewer' },
          after: { role: 'editor' },
          actorIsPersonal: index % 2 === 0,
          personal: { personId: 12, details: { name: 'Marie Dupont' } },
        });
      }
    });
    await unlockJournal(database.unitOfWork);
  });
  afterEach(() => database.close());

  const run = (statement: string): Promise<unknown> =>
    database.unitOfWork.write((manager) => manager.query(statement));
  const full = () => auditVerification(database.unitOfWork, clock).full();
  const findings = async (): Promise<string[]> =>
    (await full()).findings.map((text) => text.replaceAll('\u00a0', ' '));

  /** Puts a value of any type in one cell. */
  const put = (table: string, column: string, where: string, value: unknown): Promise<unknown> =>
    database.unitOfWork.write((manager) =>
      manager.query(`UPDATE ${table} SET ${column} = ${placeholders(manager, 1)} WHERE ${where}`, [value]),
    );
  const read = async (table: string, column: string, where: string): Promise<unknown> => {
    const [row] = await database.unitOfWork.primary.query(
      `SELECT ${column} AS value FROM ${table} WHERE ${where}`,
    );
    return row.value;
  };

  it('finds nothing in what was written', async () => {
    expect(await full()).toEqual({ ok: true, entries: ROWS, findings: [], untold: 0 });
    expect(await auditVerification(database.unitOfWork, clock).quick()).toMatchObject({ ok: true });
  });

  it('finds any character altered in any column, and names the row', async () => {
    const cells = [
      ...ROW_COLUMNS.map((column) => ({ table: 'audit_entries', column, facet: '' })),
      ...['content', 'salt'].flatMap((column) =>
        ['details', 'address'].map((name) => ({
          table: 'audit_personal',
          column,
          facet: ` AND facet = '${name}'`,
        })),
      ),
    ];
    const cell = fc.constantFrom(...cells);
    await fc.assert(
      fc.asyncProperty(cell, fc.integer({ min: 1, max: ROWS }), fc.nat(), async (at, id, place) => {
        const where = `${at.table === 'audit_entries' ? 'id' : 'entry_id'} = ${id}${at.facet}`;
        const value = await read(at.table, at.column, where);
        await put(at.table, at.column, where, altered(value, place));
        const found = await findings();
        expect(found[0]).toMatch(new RegExp(`^Ligne ${id} du journal`));
        // The row after it follows what it was: one alteration is one finding.
        expect(found).toHaveLength(1);
        await put(at.table, at.column, where, value);
      }),
      { numRuns: engine === 'sqlite' ? 300 : 60 },
    );
    expect(await full()).toMatchObject({ ok: true });
  });

  it.each(ROW_COLUMNS)('finds %s emptied or replaced by bytes', async (column) => {
    const found = async (value: unknown): Promise<string[]> => {
      const before = await read('audit_entries', column, 'id = 5');
      await put('audit_entries', column, 'id = 5', value);
      const told = await findings();
      await put('audit_entries', column, 'id = 5', before);
      return told;
    };
    expect((await found(''))[0]).toMatch(/^Ligne 5 du journal/);
    if (engine === 'sqlite')
      expect((await found(Buffer.from('person:12')))[0]).toMatch(/^Ligne 5 du journal/);
  });

  it('finds a journal that was emptied whole, and never signs the one begun in its place', async () => {
    await run(`INSERT INTO people (email, name, role, state, notices, created_at, updated_at)
      VALUES ('marie@exemple.fr', 'Marie', 'viewer', 'invited', ${engine === 'sqlite' ? '1' : 'true'}, '2019-01-01T00:00:00Z', '2019-01-01T00:00:00Z')`);
    for (const table of ['audit_personal', 'audit_head', 'audit_entries']) await run(`DELETE FROM ${table}`);
    expect(await findings()).toEqual([
      'Le journal est vide alors que des comptes existent : toutes ses lignes ont été effacées.',
    ]);
    const trail = auditTrail(database.unitOfWork, clock);
    await trail.record({ action: 'person.role_changed', subject: 'person:12', before: null, after: null });
    expect((await findings())[0]).toContain('ne porte pas la signature de cette installation');
  });

  it('says when the altered row was written, in Paris', async () => {
    await run("UPDATE audit_entries SET actor = 'person:1' WHERE id = 3");
    expect(await findings()).toEqual([
      'Ligne 3 du journal (17 décembre 2020 à 9 h 05) : son contenu ou son empreinte ont été modifiés depuis son enregistrement.',
    ]);
  });

  it('finds a row rewritten with its own right hash', async () => {
    const rows = new AuditJournalRepository(database.unitOfWork);
    const [row] = await rows.after(4, {}, 1);
    if (row === undefined) throw new Error('there is no fifth row');
    const forged = { ...row, after: '{"role":"admin"}' };
    await put('audit_entries', 'after', 'id = 5', forged.after);
    await put('audit_entries', 'hash', 'id = 5', rowHash(forged));
    expect(await findings()).toEqual([
      'Ligne 6 du journal (17 décembre 2020 à 9 h 05) : elle ne suit plus la ligne qui la précède : l’une des deux a été réécrite.',
    ]);
  });

  it('finds a journal rewritten to its end, which other hands cannot sign', async () => {
    const rows = await new AuditJournalRepository(database.unitOfWork).after(0, {}, ROWS);
    let previousHash = rows[9]?.hash ?? '';
    for (const row of rows.slice(10)) {
      const forged = { ...row, requestId: 'forged', previousHash };
      previousHash = rowHash(forged);
      await put('audit_entries', 'request_id', `id = ${row.id}`, 'forged');
      await put('audit_entries', 'previous_hash', `id = ${row.id}`, forged.previousHash);
      await put('audit_entries', 'hash', `id = ${row.id}`, previousHash);
    }
    expect(await findings()).toEqual([
      'Ligne 12 du journal : elle n’est pas celle que la fin signée du journal désigne.',
    ]);
    await run(`UPDATE audit_head SET hash = '${previousHash}'`);
    expect(await findings()).toEqual([
      expect.stringContaining('ne porte pas la signature de cette installation'),
    ]);
  });

  it.each([
    "UPDATE audit_head SET mac = 'forged'",
    'UPDATE audit_head SET entry_id = 5',
    'DELETE FROM audit_head',
  ])('goes on writing after « %s », and never signs what other hands wrote', async (statement) => {
    await run(statement);
    await auditTrail(database.unitOfWork, clock).record({
      action: 'programme.changed',
      subject: 'programme',
    });
    expect(await full()).toMatchObject({
      entries: ROWS + 1,
      findings: [expect.stringContaining('ne porte pas la signature de cette installation')],
    });
  });

  it('takes the journal of another installation for a forged one', async () => {
    const keys = new SecretKeys({ secretKey: 'another-secret-key-of-more-than-32-characters' });
    expect((await auditVerification(database.unitOfWork, clock, keys).quick()).findings).toEqual([
      expect.stringContaining('SECRET_KEY a changé'),
    ]);
  });

  it.each([
    ['DELETE FROM audit_entries WHERE id = 4', 'La ligne 4 du journal manque.'],
    ['DELETE FROM audit_entries WHERE id IN (4, 5, 6)', 'Les lignes 4 à 6 du journal manquent.'],
    ['DELETE FROM audit_entries WHERE id = 1', 'La ligne 1 du journal manque.'],
    ['DELETE FROM audit_entries WHERE id > 10', 'Les lignes 11 à 12 du journal manquent.'],
    ['DELETE FROM audit_entries', 'Les lignes 1 à 12 du journal manquent.'],
    ['DELETE FROM audit_head', 'La fin du journal n’est plus signée : sa signature a été effacée.'],
    [
      'UPDATE audit_head SET entry_id = 11',
      'Ligne 12 du journal : elle a été ajoutée après la fin signée du journal.',
    ],
  ])('names what is missing after « %s »', async (statement, finding) => {
    if (statement.startsWith('DELETE FROM audit_entries')) {
      await run(statement.replace('audit_entries', 'audit_personal').replaceAll(/\bid\b/g, 'entry_id'));
    }
    await run(statement);
    expect(await findings()).toContain(finding);
  });

  it.each([0, 13, 40])('names a row %i that was inserted', async (id) => {
    await run(
      `INSERT INTO audit_entries (id, at, actor, action, previous_hash, hash)
       VALUES (${id}, '2020-12-17T08:00:00Z', 'system', 'programme.changed', 'x', 'y')`,
    );
    expect((await findings()).join('\n')).toMatch(new RegExp(`Ligne ${id} du journal.*ajoutée`));
  });

  it('finds personal rows moved, removed too soon, added, or of no entry', async () => {
    await run("UPDATE audit_personal SET person_id = 13 WHERE entry_id = 2 AND facet = 'details'");
    await run("DELETE FROM audit_personal WHERE entry_id = 3 AND facet = 'details'");
    await run("DELETE FROM audit_personal WHERE entry_id = 4 AND facet = 'address'");
    await run(
      'UPDATE audit_personal SET salt = NULL, content = \'{"address":"192.0.2.0"}\' WHERE entry_id = 5 AND facet = \'address\'',
    );
    await run(
      "INSERT INTO audit_personal (entry_id, facet, content) SELECT id, 'details', '{}' FROM audit_entries WHERE id = 99",
    );
    if (engine === 'postgres') {
      await run("INSERT INTO audit_personal (entry_id, facet, content) VALUES (99, 'details', '{}')");
    }
    const when = '(17 décembre 2020 à 9 h 05) :';
    expect(await findings()).toEqual([
      `Ligne 2 du journal ${when} ses renseignements personnels ont été modifiés.`,
      `Ligne 3 du journal ${when} ses renseignements personnels manquent avant leur échéance.`,
      `Ligne 4 du journal ${when} son adresse réseau manque avant son échéance.`,
      `Ligne 5 du journal ${when} son adresse réseau a été modifiée.`,
      ...(engine === 'postgres'
        ? ['Des renseignements personnels désignent la ligne 99 du journal, qui n’existe pas.']
        : []),
    ]);
  });

  it('finds nothing wrong in what the retention and an anonymisation took away', async () => {
    const retention = auditRetention(database.unitOfWork, clock);
    clock.set('2021-01-20T08:00:00Z');
    await retention.purge();
    expect(await findings()).toEqual([]);
    await run(
      'UPDATE audit_personal SET content = \'{"address":"192.0.2.17"}\' WHERE entry_id = 5 AND facet = \'address\'',
    );
    expect(await findings()).toHaveLength(1);
    await run(
      'UPDATE audit_personal SET content = \'{"address":"192.0.2.0"}\' WHERE entry_id = 5 AND facet = \'address\'',
    );
    clock.set('2022-01-20T08:00:00Z');
    await retention.purge();
    expect(await findings()).toEqual([]);
    await retention.forgetPerson(12, 'marie@exemple.fr');
    expect(await full()).toMatchObject({ ok: true, entries: ROWS + 3 });
  });

  it('tells a hundred findings and counts the rest, in a journal longer than what is read at once', async () => {
    const trail = auditTrail(database.unitOfWork, clock);
    await database.unitOfWork.write(async () => {
      for (let count = 0; count < 1_200; count += 1) {
        await trail.record({ action: 'programme.changed', subject: 'programme' });
      }
    });
    expect(await full()).toMatchObject({ ok: true, entries: 1_212 });
    await run("UPDATE audit_entries SET subject = 'x' WHERE id <= 150");
    const found = await full();
    expect([found.findings.length, found.untold]).toEqual([100, 50]);
    expect(await auditVerification(database.unitOfWork, clock).quick()).toMatchObject({ ok: true });
    await run("UPDATE audit_entries SET subject = 'x' WHERE id = 1200");
    const {
      findings: [first],
    } = await auditVerification(database.unitOfWork, clock).quick();
    expect(first).toMatch(/^Ligne 1200 du journal/);
  });
});

/** Another text that differs by one character; something where there was nothing. */
function altered(value: unknown, place: number): string {
  if (typeof value !== 'string' || value === '') return 'x';
  const index = place % value.length;
  return value.slice(0, index) + String.fromCharCode(value.charCodeAt(index) ^ 1) + value.slice(index + 1);
}
