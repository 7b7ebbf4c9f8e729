import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { OneTimeLinksService } from '../../src/accounts/links/one-time-links.service.js';
import { PasswordResetService } from '../../src/accounts/sign-in/password-reset.service.js';
import type { Configuration } from '../../src/platform/config/configuration.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startServer } from '../../src/server.js';
import { ENGINES, scratchDatabase } from '../support/databases.js';
import { startMailServer } from '../support/mail-server.js';
import { Visitor } from './visitor.js';

const PASSWORD = 'tournesol brique vélo mardi';
const WRONG = 'jamais le bon mot de passe';
const EMAIL = 'jeanne.dupont@exemple.fr';

describe.each(ENGINES)('Secrets, on %s', (engine) => {
  it('stand nowhere in clear: neither in the database, its log of writes, nor the server’s log', async () => {
    const database = await scratchDatabase(engine);
    const mails = await startMailServer();
    let log = '';
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        log += chunk.toString();
        done();
      },
    });
    const configuration: Configuration = {
      port: 0,
      host: '127.0.0.1',
      baseUrl: null,
      database: database.location,
      dataDir: database.folder,
      seed: null,
      reportsDir: resolve(database.folder, 'reports'),
      secretKey: 'test-secret-key-of-more-than-32-characters',
      trustProxy: [],
      logLevel: 'trace',
      smtpUrl: mails.url,
      matomo: null,
    };
    const clock = new FixedClock('2021-01-15T09:00:00Z');
    const server = await startServer({ configuration, clock, logger: pino({ level: 'trace' }, stream) });
    const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });
    try {
      const visitor = new Visitor(server);
      const secrets = [PASSWORD, WRONG];
      const follow = async (link: string): Promise<void> => {
        const { pathname, search } = new URL(link);
        secrets.push(search.slice('?code='.length));
        await visitor.get(pathname + search);
      };
      await follow(server.firstAdminLink ?? '');
      await visitor.post('/premiere-connexion', { email: EMAIL, name: 'Jeanne', password: PASSWORD });
      secrets.push(visitor.cookies.get('copil') ?? '');
      await visitor.get('/mon-compte/second-facteur');
      await visitor.post('/deconnexion', {});
      await visitor.post('/connexion', { email: EMAIL, password: WRONG, next: '/' });
      await visitor.post('/connexion', { email: EMAIL, password: PASSWORD, next: '/' });
      secrets.push(visitor.cookies.get('copil') ?? '');
      await new Visitor(server).post('/mot-de-passe-oublie', { email: EMAIL });
      await get(PasswordResetService).settled();
      await get(Mailer).settled();
      await follow(/http\S+code=[\w-]+/.exec(mails.received[0]?.text ?? '')?.[0] ?? '');
      await follow(await get(OneTimeLinksService).create('password_reset', 1));
      await visitor.get('/nouveau-mot-de-passe');
      const kept = `${await everyRow(get(UnitOfWork), engine)}${filesOf(database.location)}`;
      expect(secrets.filter((secret) => secret.length < 20)).toEqual([]);
      expect(secrets).toHaveLength(7);
      // What is looked for would be found: the person's address is there, and requests were logged.
      expect(kept).toContain(EMAIL);
      expect(log).toContain('"route":"/premiere-connexion"');
      for (const place of [kept, log]) expect(secrets.filter((secret) => place.includes(secret))).toEqual([]);
      expect(log).not.toMatch(/exemple\.fr|127\.0\.0\.1/);
    } finally {
      await server.stop();
      await mails.close();
      await database.remove();
    }
  });
});

/** Every row of every table, as text. */
async function everyRow({ manager }: UnitOfWork, engine: string): Promise<string> {
  const tables: { name: string }[] = await manager.query(
    engine === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const rows: unknown[] = [];
  for (const { name } of tables) rows.push(await manager.query(`SELECT * FROM "${name}"`));
  return JSON.stringify(rows);
}

/** The bytes of a SQLite database and of its write-ahead log, pages freed included. */
function filesOf(location: { engine: string; file?: string }): string {
  if (location.file === undefined) return '';
  const files = [location.file, `${location.file}-wal`].filter((file) => existsSync(file));
  return files.map((file) => readFileSync(file, 'utf8')).join('');
}
