import { auditJournal, auditRetention, auditTrail } from '../../../test/support/audit-trail.js';
import { ENGINES } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { FixedClock } from '../clock/clock.js';
import { runIn } from '../context/request-context.js';
import type { AuditJournal } from './audit-journal.service.js';
import type { AuditRetention } from './audit-retention.service.js';
import type { AuditTrail } from './audit-trail.service.js';
import type { JournalEntry } from './audit.types.js';

const MARIE = 12;
const from = (address: string) => ({ requestId: 'r-1', address, userAgent: null, actor: `person:${MARIE}` });

describe.each(ENGINES)('what the journal keeps of people on %s', (engine) => {
  let database: OpenedDatabase;
  let clock: FixedClock;
  let trail: AuditTrail;
  let journal: AuditJournal;
  let retention: AuditRetention;

  beforeEach(async () => {
    database = await openDatabase(engine);
    clock = new FixedClock('2020-01-10T08:00:00Z');
    trail = auditTrail(database.unitOfWork, clock);
    journal = auditJournal(database.unitOfWork);
    retention = auditRetention(database.unitOfWork, clock);
  });
  afterEach(() => database.close());

  const entries = async (): Promise<JournalEntry[]> => (await journal.page({}, null, 100)).entries;
  const signIn = (address = '192.0.2.17', personId = MARIE): Promise<void> =>
    runIn(from(address), () =>
      trail.record({
        action: 'sign_in.succeeded',
        subject: null,
        actorIsPersonal: true,
        personal: { personId, details: { device: 'Firefox sur Windows' } },
      }),
    );
  const passwordChange = (): Promise<void> =>
    runIn(from('2001:db8:7:8::9'), () =>
      trail.record({
        action: 'password.changed',
        subject: `person:${MARIE}`,
        personal: { personId: MARIE, details: { name: 'Marie' } },
      }),
    );

  it('keeps everything of today, and says nothing of a purge that found nothing', async () => {
    await signIn();
    await retention.purge();
    expect(await entries()).toMatchObject([
      { actor: 'person:12', details: { device: 'Firefox sur Windows' }, address: '192.0.2.17', personId: 12 },
    ]);
  });

  it('keeps the network of addresses after thirty days, once', async () => {
    await signIn();
    await passwordChange();
    clock.set('2020-02-09T08:00:00Z');
    await retention.purge();
    expect(await entries()).toHaveLength(2);
    clock.set('2020-02-09T08:00:01Z');
    await retention.purge();
    await retention.purge();
    expect(await entries()).toMatchObject([
      { action: 'journal.purged', after: { reason: 'retention', removed: 0, shortenedAddresses: 2 } },
      { address: '2001:db8:7::', details: { name: 'Marie' } },
      { address: '192.0.2.0', details: { device: 'Firefox sur Windows' } },
    ]);
  });

  it('forgets who signed in after a year, and keeps the rest of the journal', async () => {
    await signIn();
    await passwordChange();
    clock.set('2021-01-10T08:00:01Z');
    await retention.purge();
    expect(await entries()).toMatchObject([
      { action: 'journal.purged', after: { reason: 'retention', removed: 3, shortenedAddresses: 0 } },
      { action: 'password.changed', details: { name: 'Marie' }, address: null, personId: 12 },
      { action: 'sign_in.succeeded', actor: 'somebody', details: null, address: null, personId: null },
    ]);
  });

  it('forgets one person at once, and says in the chain which entries lost something', async () => {
    await signIn();
    await signIn('192.0.2.18', 13);
    await passwordChange();
    await retention.forgetPerson(MARIE, 'marie@exemple.fr');
    await retention.forgetPerson(MARIE, 'marie@exemple.fr');
    expect(await entries()).toMatchObject([
      { action: 'journal.purged', after: { reason: 'anonymisation', removed: 4, entries: '1,3' } },
      { action: 'password.changed', details: null, address: null },
      { details: { device: 'Firefox sur Windows' }, address: '192.0.2.18' },
      { action: 'sign_in.succeeded', actor: 'somebody', details: null },
    ]);
  });

  it('forgets an address that was tried before it had an account, and no other', async () => {
    const tried = (email: string) =>
      trail.record({
        action: 'sign_in.failed',
        subject: null,
        personal: { personId: null, details: { email } },
        actorIsPersonal: true,
      });
    const emails = ['marie_d@exemple.fr', 'marie-d@exemple.fr', 'a.marie_d@exemple.fr', "o'hara%@exemple.fr"];
    for (const email of emails) await runIn(from('192.0.2.17'), () => tried(email));
    await retention.forgetPerson(MARIE, 'marie_d@exemple.fr');
    await retention.forgetPerson(MARIE, "o'hara%@exemple.fr");
    const kept = (await entries()).flatMap(({ details }) => details?.['email'] ?? []);
    expect(kept.map(String).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'a.marie_d@exemple.fr',
      'marie-d@exemple.fr',
    ]);
  });

  it('gives people what the journal holds by them or about them, and nothing of others', async () => {
    await signIn();
    await signIn('192.0.2.18', 13);
    await runIn(from('192.0.2.17'), () =>
      trail.record({
        action: 'person.invited',
        subject: 'person:13',
        personal: { personId: 13, details: { email: 'autre@exemple.fr' } },
      }),
    );
    expect(await retention.exportPerson(MARIE)).toMatchObject([
      { id: 1, actor: 'person:12', details: { device: 'Firefox sur Windows' }, address: '192.0.2.17' },
      { id: 3, action: 'person.invited', subject: 'person:13', details: null, address: null },
    ]);
  });

  it('forgets thousands of rows in one go', async () => {
    await database.unitOfWork.write(async () => {
      for (let count = 0; count < 1_100; count += 1) await signIn();
    });
    await retention.forgetPerson(MARIE, 'marie@exemple.fr');
    expect((await entries())[0]).toMatchObject({ after: { removed: 2_200, entries: '1-1100' } });
  });
});
