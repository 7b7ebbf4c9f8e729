import fc from 'fast-check';
import { auditJournal, auditTrail, auditVerification } from '../../../test/support/audit-trail.js';
import { ENGINES } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { FixedClock } from '../clock/clock.js';
import { runIn } from '../context/request-context.js';
import type { AuditTrail } from './audit-trail.service.js';
import type { AuditState, JournalEntry } from './audit.types.js';

const clock = new FixedClock('2020-12-17T08:00:00Z');

describe.each(ENGINES)('writing the journal on %s', (engine) => {
  let database: OpenedDatabase;
  let trail: AuditTrail;

  beforeAll(async () => {
    database = await openDatabase(engine);
    trail = auditTrail(database.unitOfWork, clock);
  });
  afterAll(() => database.close());

  const newest = async (): Promise<JournalEntry | undefined> =>
    (await auditJournal(database.unitOfWork).page({}, null, 1)).entries[0];
  const count = async (): Promise<number> =>
    (await auditVerification(database.unitOfWork, clock).full()).entries;
  const isWhole = async (): Promise<string[]> =>
    (await auditVerification(database.unitOfWork, clock).full()).findings;

  it('says who did what, when, to what and by which request', async () => {
    const around = { requestId: 'r-42', address: '192.0.2.17', userAgent: null, actor: 'person:12' };
    await runIn(around, () =>
      trail.record({
        action: 'person.role_changed',
        subject: 'person:7',
        before: { role: 'viewer' },
        after: { role: 'editor' },
      }),
    );
    expect(await newest()).toMatchObject({
      at: '2020-12-17T08:00:00Z',
      actor: 'person:12',
      action: 'person.role_changed',
      subject: 'person:7',
      before: { role: 'viewer' },
      after: { role: 'editor' },
      requestId: 'r-42',
      details: null,
      address: null,
    });
  });

  it('keeps names and addresses out of the chain itself', async () => {
    const around = { requestId: null, address: '192.0.2.99', userAgent: null, actor: 'person:12345' };
    await runIn(around, () =>
      trail.record({
        action: 'sign_in.failed',
        subject: null,
        actorIsPersonal: true,
        personal: { personId: null, details: { email: 'marie@exemple.fr' } },
      }),
    );
    const rows = await database.unitOfWork.manager.query('SELECT * FROM audit_entries');
    expect(JSON.stringify(rows)).not.toMatch(/marie|192\.0\.2\.99|12345/);
    expect(await newest()).toMatchObject({
      actor: 'person:12345',
      details: { email: 'marie@exemple.fr' },
      address: '192.0.2.99',
    });
  });

  it('leaves no entry of a write that is rolled back', async () => {
    const before = await count();
    const undone = database.unitOfWork.write(async () => {
      await trail.record({ action: 'programme.changed', subject: 'programme' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await count()).toBe(before);
    expect(await isWhole()).toEqual([]);
  });

  it('keeps one unbroken chain under 200 writes at once, some of which fail', async () => {
    const before = await count();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        database.unitOfWork.write(async () => {
          await trail.record({ action: 'programme.changed', subject: 'programme', after: { index } });
          if (index % 5 === 0) throw new Error('undone');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(160);
    expect(await count()).toBe(before + 160);
    expect(await isWhole()).toEqual([]);
  });

  it.each([
    "UPDATE audit_entries SET actor = 'person:1' WHERE id = 1",
    'DELETE FROM audit_entries WHERE id = 1',
    'DELETE FROM audit_entries',
    ...(engine === 'postgres' ? ['TRUNCATE audit_entries CASCADE'] : []),
  ])('is refused by the database itself: %s', async (statement) => {
    const changing = database.unitOfWork.write((manager) => manager.query(statement));
    await expect(changing).rejects.toThrow(/append-only/);
    expect(await isWhole()).toEqual([]);
  });

  it('reads back whatever text it was given, halves of characters and U+0000 included', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u0000', '\ud83d', '\udc00x', 'a\u0000b', '\u2028', '</script>', '« 13\u202f000 »'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ minLength: 1 }), anything),
        anything,
        async (state, text) => {
          // A member named like the one of the actor's own name is the actor's.
          const details: AuditState = { text, ...state };
          await trail.record({
            action: 'programme.changed',
            subject: `x:${text}`,
            after: state,
            personal: { personId: 1, details },
          });
          const entry = await newest();
          expect(entry?.after).toEqual(state);
          expect(entry?.subject).toBe(`x:${text}`.toWellFormed().replaceAll('\u0000', '\ufffd'));
        },
      ),
      { numRuns: 40 },
    );
    expect(await isWhole()).toEqual([]);
  });
});
