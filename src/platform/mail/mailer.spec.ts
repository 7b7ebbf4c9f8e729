import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.js';
import { senderOf } from './mail.rules.js';
import { Mailer } from './mailer.js';

const MAIL = { to: 'lea@exemple.fr', subject: 'Votre accès', text: 'Bonjour Léa,\n\nÀ bientôt.' };

describe('Mails', () => {
  let server: MailServer | undefined;
  let log = '';
  const logger = pino(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        log += chunk.toString();
        done();
      },
    }),
  );
  const mailer = (smtpUrl: string | null, baseUrl: string | null = null): Mailer =>
    new Mailer({ smtpUrl, baseUrl }, logger, [1, 1]);

  beforeEach(() => {
    log = '';
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it('reach a mail server, in UTF-8, from an address of the site', async () => {
    server = await startMailServer();
    const sender = mailer(server.url, 'https://bilan.exemple.fr');
    expect(sender.isConfigured).toBe(true);
    expect(await sender.send(MAIL)).toBe(true);
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'copil@bilan.exemple.fr', to: ['lea@exemple.fr'] });
    expect(received?.headers).toEqual(
      expect.arrayContaining([
        'From: Copil <copil@bilan.exemple.fr>',
        'To: lea@exemple.fr',
        'Subject: Votre accès',
        'Auto-Submitted: auto-generated',
      ]),
    );
    expect(received?.text.trim().replaceAll('\r\n', '\n')).toBe(MAIL.text);
    await sender.onApplicationShutdown();
  });

  it('write no header that a name carries, and reach nobody else', async () => {
    server = await startMailServer();
    const sender = mailer(server.url);
    const subject = 'Votre accès\r\nBcc: espion@exemple.fr\nX-A: b\u2028c';
    expect(await sender.send({ ...MAIL, subject })).toBe(true);
    expect(server.received[0]?.to).toEqual(['lea@exemple.fr']);
    expect(server.received[0]?.headers.filter((line) => /^(bcc|x-a):/i.test(line))).toEqual([]);
    expect(server.received[0]?.headers).toContain('Subject: Votre accès Bcc: espion@exemple.fr X-A: b c');
    for (const to of [
      'lea@exemple.fr, espion@exemple.fr',
      'lea@exemple.fr\r\nRCPT TO:<espion@exemple.fr>',
      'Léa <lea@exemple.fr>',
      '',
    ]) {
      expect(await sender.send({ ...MAIL, to })).toBe(false);
    }
    expect(server.received).toHaveLength(1);
  });

  it('are tried three times when the server asks to come back, and say nothing of whom in the log', async () => {
    let refusals = 2;
    server = await startMailServer({
      onRcptTo: ({ address }, _session, done) => {
        refusals -= 1;
        if (refusals < 0) done();
        else done(Object.assign(new Error(`${address} later`), { responseCode: 451 }));
      },
    });
    const sender = mailer(server.url);
    expect(await sender.send(MAIL)).toBe(true);
    expect(server.received).toHaveLength(1);
    refusals = 3;
    expect(await sender.send(MAIL)).toBe(false);
    expect(log).toContain('"response":451');
    expect(log).toContain('mail not sent');
    expect(log).not.toMatch(/lea|exemple|Bonjour/);
  });

  it('are not tried again when refused for good', async () => {
    let asked = 0;
    server = await startMailServer({
      onRcptTo: (_address, _session, done) => {
        asked += 1;
        done(Object.assign(new Error('unknown'), { responseCode: 550 }));
      },
    });
    expect(await mailer(server.url).send(MAIL)).toBe(false);
    expect(asked).toBe(1);
  });

  it('fail without a word to anybody when no server answers, or none is set', async () => {
    server = await startMailServer();
    const { url } = server;
    await server.close();
    server = undefined;
    expect(await mailer(url).send(MAIL)).toBe(false);
    expect(log).toContain('"tries":3');
    expect(mailer(null).isConfigured).toBe(false);
    expect(await mailer(null).send(MAIL)).toBe(false);
  });

  it('under way are awaited at the stop, and those waiting for another try are given up', async () => {
    server = await startMailServer();
    const sender = mailer(server.url);
    const sending = sender.send(MAIL);
    await sender.onApplicationShutdown();
    expect(await sending).toBe(true);
    await server.close();
    const patient = new Mailer({ smtpUrl: server.url, baseUrl: null }, logger, [60_000]);
    const failing = patient.send(MAIL);
    await patient.onApplicationShutdown();
    expect(await failing).toBe(false);
    server = undefined;
  });

  it('do not hold a stop up when the server is silent', async () => {
    const silent: Server = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const sender = new Mailer({ smtpUrl: `smtp://127.0.0.1:${port}`, baseUrl: null }, logger, []);
    const [socket] = await Promise.all([once(silent, 'connection'), Promise.resolve(void sender.send(MAIL))]);
    await sender.onApplicationShutdown();
    expect(log).toBe('');
    (socket[0] as { destroy(): void }).destroy();
    await sender.settled();
    expect(log).toContain('mail not sent');
    silent.close();
  });

  it.each([
    ['smtp://relais.exemple.fr', 'https://bilan.exemple.fr', 'copil@bilan.exemple.fr'],
    ['smtp://copil%40exemple.fr:secret@relais.exemple.fr', 'https://bilan.exemple.fr', 'copil@exemple.fr'],
    ['smtp://copil:secret@relais.exemple.fr', null, 'copil@localhost'],
  ])('through %s with %s come from %s', (smtpUrl, baseUrl, sender) => {
    expect(senderOf(smtpUrl, baseUrl)).toBe(sender);
  });
});
