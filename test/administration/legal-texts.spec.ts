import { htmlMistakes, textOf } from '../support/html-lint.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';

const ROOM = '/administration/textes';
const TEXT = `## Éditeur <script>alert(1)</script>\r\n\r\nDépartement du Lot & alliés, voir https://lot.fr.\r\n\r\n- « un » 😀\r\n- javascript:alert(2)`;

describe.each(ENGINES)('the texts of the law on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;
  let visitor: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'admin'));
    visitor = deskOf(server, null);
  });
  afterAll(() => server.close());

  it('are proposed, true of what is kept', async () => {
    const { html } = await visitor.read('/donnees-personnelles');
    expect(htmlMistakes(html)).toEqual([]);
    const text = textOf(html);
    for (const words of ['pas de bandeau', '12 mois', 'tronquées au bout de 30 jours', 'CNIL', 'DPO']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Aucun cookie n’est déposé');
    expect(html).toContain('<a href="https://www.cnil.fr/fr/plaintes">');
    const notices = await visitor.read('/mentions-legales');
    expect(textOf(notices.html)).toContain('Directeur de la publication');
  });

  it('are written by an administrator, shown as text and nothing else', async () => {
    expect((await deskOf(server, await signIn(server, 'validator')).read(ROOM)).status).toBe(403);
    expect(textOf((await desk.read(ROOM)).html)).toContain('Texte proposé par Copil');
    const saved = await desk.send(`${ROOM}/mentions-legales`, { text: TEXT });
    expect(saved.location).toBe(`${ROOM}/mentions-legales?fait=texte`);
    const page = await visitor.read('/mentions-legales');
    expect(htmlMistakes(page.html)).toEqual([]);
    expect(page.html).toContain('<h2>Éditeur &lt;script&gt;alert(1)&lt;/script&gt;</h2>');
    expect(page.html).toContain('<a href="https://lot.fr">https://lot.fr</a>.');
    expect(page.html).not.toContain('href="javascript:');
    const room = await desk.read(saved.location ?? '');
    expect(htmlMistakes(room.html)).toEqual([]);
    expect(textOf(room.html)).toContain('voici la page comme on la lit');
    // The same text again, as browsers send it, changes nothing.
    await desk.send(`${ROOM}/mentions-legales`, { text: TEXT });
    expect(await journalOf(server, 'legal_text.changed')).toMatchObject([
      {
        subject: 'legal_text:notices',
        before: null,
        after: { characters: TEXT.replaceAll('\r', '').length },
      },
    ]);
  });

  it.each([
    ['   ', 'Le texte est à remplir.'],
    ['a'.repeat(20_001), 'compte 20 001 caractères'],
  ])('refuse %#', async (text, words) => {
    const refused = await desk.send(`${ROOM}/mentions-legales`, { text });
    expect([refused.status, textOf(refused.html).includes(words)]).toEqual([422, true]);
    expect(refused.html).toContain('id="texte-text-error"');
  });

  it('go back to what is proposed', async () => {
    const reset = await desk.send(`${ROOM}/mentions-legales/origine`, {});
    expect(reset.location).toBe(`${ROOM}/mentions-legales?fait=origine`);
    expect(textOf((await visitor.read('/mentions-legales')).html)).toContain('Directeur de la publication');
    expect(await journalOf(server, 'legal_text.changed')).toMatchObject([{}, { after: null }]);
    expect((await desk.read(`${ROOM}/conditions`)).status).toBe(404);
  });
});
