import { AuditTrail } from '../../src/platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { runIn } from '../../src/platform/context/request-context.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes } from '../support/html-lint.js';
import { signIn, type SignedIn } from '../support/people.js';

const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('&#39;', "'");
const rowsOf = (html: string): number => html.split('<th scope="row">').length - 1;

describe.each(ENGINES)('/administration/journal on %s', (engine) => {
  let server: TestServer;
  let admin: SignedIn;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    admin = await signIn(server, 'admin', { name: 'Jeanne Lacoste' });
    desk = deskOf(server, admin);
    const around = (actor: string) => ({ requestId: 'r-7', address: '192.0.2.17', userAgent: null, actor });
    await runIn(around(`person:${admin.personId}`), async () => {
      await get(AuditTrail).record({
        action: 'person.role_changed',
        subject: 'person:999',
        before: { role: 'viewer' },
        after: { role: 'editor' },
      });
      await get(AuditTrail).record({
        action: 'sign_in.succeeded',
        subject: null,
        actorIsPersonal: true,
        personal: { personId: admin.personId, details: { device: '=Firefox;"x"' } },
      });
    });
  });
  afterAll(() => server.close());

  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });
  const page = async (query = ''): Promise<string> =>
    plain((await desk.read(`/administration/journal${query}`)).html);
  const exported = async (fields: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/administration/journal/export`, {
      method: 'POST',
      headers: admin.headers,
      body: new URLSearchParams(fields),
    });

  it('is for administrators only', async () => {
    expect((await desk.read('/administration/journal')).status).toBe(200);
    const editor = deskOf(server, await signIn(server, 'editor'));
    expect((await editor.read('/administration/journal')).status).toBe(403);
    expect((await editor.send('/administration/journal/export', {})).status).toBe(403);
    expect((await deskOf(server, null).read('/administration/journal')).status).toBe(303);
  });

  it('says in French who did what, when in Paris, and what it changed', async () => {
    const html = await page();
    expect(html).toContain('15 janvier 2021 à 10 h 00');
    expect(html).toContain('Jeanne Lacoste');
    expect(html).toContain('Rôle changé');
    expect(html).toContain('rôle : Membre du comité → Communication');
    expect(html).toContain('Connexion réussie');
    expect(html).toContain('adresse réseau : 192.0.2.17');
    expect(html).toContain('Jeu de données chargé');
    expect(html).toContain('système');
    expect(htmlMistakes((await desk.read('/administration/journal')).html)).toEqual([]);
  });

  it('finds by person, by action, by family and by days, and says when there is nothing', async () => {
    expect(rowsOf(await page(`?personne=${admin.personId}`))).toBe(2);
    expect(rowsOf(await page('?action=sign_in'))).toBe(1);
    expect(rowsOf(await page('?action=person.role_changed&du=2021-01-15&au=2021-01-15'))).toBe(1);
    expect(await page('?du=2021-01-16')).toContain('Aucune ligne du journal ne répond à ces critères.');
    expect(rowsOf(await page('?action=constructor&personne=abc&du=hier&avant=x'))).toBeGreaterThan(2);
  });

  it('gives a CSV that a spreadsheet reads and does not run, and tells it to the journal', async () => {
    const response = await exported({ personne: String(admin.personId) });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="journal.csv"; filename*=UTF-8''journal.csv`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(header).toBe(
      'ligne;quand_utc;qui;acteur;quoi;action;objet;sujet;avant;apres;demande;renseignements_personnels;adresse',
    );
    expect(lines.at(-1)).toMatch(
      /^\d+;2021-01-15T09:00:00Z;Jeanne Lacoste;person:\d+;Rôle changé;person\.role_changed;.*person:999;"\{""role"":""viewer""\}"/,
    );
    expect(await journalOf(server, 'journal.exported')).toMatchObject([
      { actor: `person:${admin.personId}`, after: { person: `person:${admin.personId}`, action: null } },
    ]);
  });

  it('refuses an export that is not asked by its own form', async () => {
    expect((await exported({ autre: 'x' })).status).toBe(400);
    const { cookie } = admin.headers;
    const url = `${server.url}/administration/journal/export`;
    expect((await fetch(url, { method: 'POST', headers: { cookie } })).status).toBe(403);
  });

  it('turns its pages both ways without losing a line, and exports thousands', async () => {
    await get(UnitOfWork).write(async () => {
      for (let index = 1; index <= 1_300; index += 1) {
        await get(AuditTrail).record({ action: 'logo.changed', subject: 'programme', after: { index } });
      }
    });
    const first = await page('?action=logo.changed');
    expect([rowsOf(first), first.includes('rel="prev"')]).toEqual([50, false]);
    const older = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = plain((await desk.read(older)).html);
    expect(second).toContain('index : 1250');
    const newer = /rel="prev" href="([^"]+)"/.exec(second)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(plain((await desk.read(newer)).html)).toContain('index : 1251<');
    const text = await (await exported({ action: 'logo.changed' })).text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(1_301);
  });
});
