import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';
import { textOf as textIn } from '../support/html-lint.js';

describe.each(ENGINES)('search on %s', (engine) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ engine });
  });
  afterAll(() => server.close());

  const search = (query: string) =>
    fetch(`${server.url}/recherche?${new URLSearchParams({ q: query }).toString()}`);
  const textOf = async (query: string): Promise<string> => {
    const response = await search(query);
    expect(response.status).toBe(200);
    return textIn(await response.text()).replace(/\s+/g, ' ');
  };

  it.each(['sets de table', 'SETS DE TABLE', '130000', '130 000 sets', '130\u202f000', 'séts tablé'])(
    '%j gives the figure, its period, its source and a sentence to quote',
    async (query) => {
      const text = await textOf(query);
      expect(text).toContain('1 chiffre');
      expect(text).toContain('Sets de table');
      expect(text).toMatch(/130 000/);
      expect(text).toContain('Phrase à citer');
    },
  );

  it('keeps the qualifier in the sentence', async () => {
    const text = await textOf('vues réseaux');
    expect(text).toMatch(/Plus de 13 000 vues [^.]*\([^)]+\)\./);
  });

  it('finds operations, with their state, and where they stand', async () => {
    const text = await textOf('spots du lot');
    expect(text).toContain('Opérations');
    expect(text).toContain('Les spots du Lot');
  });

  it('finds no draft, for nobody: what it shows is what the dashboard shows', async () => {
    const editor = await signIn(server, 'editor');
    const saved = await fetch(`${server.url}/saisie/2020-11/cellules`, {
      method: 'POST',
      headers: { ...editor.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ cells: [{ key: 'spots-partages~op-2020-spots', typed: '7 321', version: 0 }] }),
    });
    expect(saved.status).toBe(200);
    for (const headers of [{}, editor.headers]) {
      const response = await fetch(`${server.url}/recherche?q=7321`, { headers });
      expect(textIn(await response.text())).toContain('Rien ne correspond à « 7321 »');
    }
    expect(await textOf('spots')).toContain('250');
  });

  it('says what was probably meant, and links to it', async () => {
    const html = await (await search('stes de table')).text();
    expect(html).toContain('Vouliez-vous dire');
    expect(html).toContain('href="/recherche?q=sets+table"');
  });

  it.each([
    '',
    '   ',
    '«',
    'de',
    'x'.repeat(5000),
    '<script>alert(1)</script>',
    '%_',
    '\u202e\u0000',
    '🦆'.repeat(200),
  ])('answers %j as a page', async (query) => {
    const response = await search(query);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).not.toContain('<script>alert');
    expect(html.length).toBeLessThan(60_000);
  });

  it('refuses two searches at once, in French', async () => {
    const response = await fetch(`${server.url}/recherche?q=a&q=b`);
    expect(response.status).toBe(400);
  });

  it('stands in the header of every page, and works without script', async () => {
    const html = await (await fetch(`${server.url}/operations`)).text();
    expect(html).toMatch(
      /<form class="site-search" role="search" aria-label="Tout le site" method="get" action="\/recherche">/,
    );
  });
});
