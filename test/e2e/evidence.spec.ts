import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { deskOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { HOSTILE, PDF, PNG } from '../support/evidence-samples.js';
import { signIn, type SignedIn } from '../support/people.js';

const SHEET = '/saisie/2020-09/spots-partages~op-2020-spots';
const plain = (html: string): string => html.replace(/[\u00a0\u202f]|&nbsp;/g, ' ');

describe.each(ENGINES)('proofs handed over in the sheet of a figure, on %s', (engine) => {
  let server: TestServer;
  let editor: SignedIn;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    await server.application.get(MeasurementsService, { strict: false }).record(
      [
        {
          indicator: 'SPOTS_PARTAGES',
          campaign: 'OP-2020-SPOTS',
          periodStart: '2020-09-01',
          periodEnd: '2020-09-30',
          value: 35,
        },
      ],
      { recordedBy: 'data-set:test', defaultStatus: 'submitted', partial: false },
    );
    editor = await signIn(server, 'editor');
    desk = deskOf(server, editor);
  });
  afterAll(() => server.close());

  const stored = (): Promise<string[]> =>
    readdir(join(server.configuration.dataDir, 'evidence')).catch(() => []);
  const attach = (name: string, bytes: Buffer) =>
    desk.send(`${SHEET}/justificatifs`, { file: new File([new Uint8Array(bytes)], name) });

  it.each(HOSTILE)('refuses %s with the reason', async (_, name, bytes, _code, reason) => {
    const { status, html } = await attach(name, bytes);
    expect(status).toBe(422);
    expect(html).toMatch(/id="justificatif-file-error"/);
    expect(plain(html)).toMatch(reason);
    expect(await stored()).toEqual([]);
  });

  it('refuses fifty megabytes, announced or not, without keeping them in memory', async () => {
    const chunk = new Uint8Array(1_048_576);
    const before = process.memoryUsage().arrayBuffers;
    let peak = before;
    const stream = (bounded: string): ReadableStream<Uint8Array> => {
      let sent = -1;
      return new ReadableStream({
        pull: (controller) => {
          peak = Math.max(peak, process.memoryUsage().arrayBuffers);
          sent += 1;
          if (sent === 0)
            controller.enqueue(
              new TextEncoder().encode(
                `--${bounded}\r\ncontent-disposition: form-data; name="file"; filename="gros.pdf"\r\n\r\n`,
              ),
            );
          else if (sent <= 50) controller.enqueue(chunk);
          else {
            controller.enqueue(new TextEncoder().encode(`\r\n--${bounded}--\r\n`));
            controller.close();
          }
        },
      });
    };
    const init = {
      method: 'POST',
      headers: {
        ...editor.headers,
        accept: 'text/html',
        'content-type': 'multipart/form-data; boundary=limite',
      },
      body: stream('limite'),
      duplex: 'half',
    };
    const unannounced = await fetch(`${server.url}${SHEET}/justificatifs`, init as RequestInit);
    expect(unannounced.status).toBe(413);
    expect(plain(await unannounced.text())).toContain('10 Mo');
    expect(peak - before).toBeLessThan(40 * 1_048_576);
    const announced = await attach('gros.pdf', Buffer.concat([PDF, Buffer.alloc(50 * 1_048_576)]));
    expect(announced.status).toBe(413);
    expect(plain(announced.html)).toContain('10 Mo');
    expect(await stored()).toEqual([]);
  });

  it('reads eight files at once at most, and none of whoever is not signed in', async () => {
    const { hostname, port } = new URL(server.url);
    const started = Array.from({ length: 8 }, () => {
      const socket = connect(Number.parseInt(port, 10), hostname);
      const lines = [
        `POST ${SHEET}/justificatifs HTTP/1.1`,
        `host: ${hostname}:${port}`,
        `cookie: ${editor.headers.cookie}`,
        'content-type: multipart/form-data; boundary=limite',
        'content-length: 1000',
      ];
      socket.on('error', () => {});
      socket.write(`${lines.join('\r\n')}\r\n\r\n--limite\r\n`);
      return socket;
    });
    let status = 0;
    // Until the eight have come in.
    for (let asked = 0; asked < 50 && status !== 503; asked += 1)
      status = (await attach('vide.pdf', Buffer.alloc(0))).status;
    expect(status).toBe(503);
    for (const socket of started) socket.destroy();
    for (let asked = 0; asked < 50 && status === 503; asked += 1)
      status = (await attach('vide.pdf', Buffer.alloc(0))).status;
    expect(status).toBe(422);
    const nobody = await deskOf(server, null).send(`${SHEET}/justificatifs`, {
      file: new File([new Uint8Array(PDF)], 'a.pdf'),
    });
    expect(nobody.status).toBe(401);
  });

  it('takes a name for a label only, and hands the file back inert', async () => {
    const { status, location } = await attach('../../../etc/<b>Bon d’été</b>.pdf', PDF);
    expect([status, location]).toEqual([303, `${SHEET}?fait=joint#fiche`]);
    const [name = ''] = await stored();
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    const { html } = await desk.read(SHEET);
    expect(html).toContain('b_.pdf');
    expect(html).not.toContain('<b>');
    const href = /href="(\/justificatifs\/\d+)"/.exec(html)?.[1] ?? '';
    const answer = await fetch(server.url + href, { headers: editor.headers });
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="b_\.pdf"; filename\*=UTF-8''/,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    const viewer = await signIn(server, 'viewer');
    expect((await fetch(server.url + href, { headers: viewer.headers })).status).toBe(403);
  });

  it('says that a file is there already, and takes it away with a reason', async () => {
    const again = await attach('le même.pdf', PDF);
    expect(again.status).toBe(409);
    expect(plain(again.html)).toContain('Ce fichier est déjà joint à ce chiffre');
    const { html } = await desk.read(SHEET);
    const action = /action="(\/saisie[^"]*\/justificatifs\/\d+\/retrait)"/.exec(html)?.[1] ?? '';
    expect((await desk.send(action, { reason: ' ' })).status).toBe(422);
    expect((await desk.send(action, { reason: 'Mauvais mois' })).status).toBe(303);
    const removed = (await desk.read(SHEET)).html;
    expect(removed).toContain('Justificatifs retirés');
    expect(removed).toContain('Mauvais mois');
    expect(removed).not.toContain(action);
    expect(await stored()).toHaveLength(1);
    const elsewhere = await desk.send('/saisie/2020-08/spots-partages~op-2020-spots/justificatifs', {
      file: new File([new Uint8Array(PNG)], 'a.png'),
    });
    expect(elsewhere.status).toBe(404);
  });
});
