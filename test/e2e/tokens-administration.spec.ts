import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

const ROOM = '/administration/jetons';
const STAND = {
  name: 'Stand <du marché>',
  write: 'on',
  indicators: 'visiteurs_stand',
  campaigns: '',
  organisations: '',
  expires: '2021-06-30',
  rate: '2',
};

describe.each(ENGINES)('Administration of tokens on %s', (engine) => {
  let server: TestServer;
  let admin: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    admin = await signIn(server, 'admin', { name: 'Alice Admin' });
  });
  afterAll(() => server.close());

  const list = async (): Promise<string> =>
    (await fetch(`${server.url}${ROOM}`, { headers: admin.headers })).text();
  const send = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { cookie: admin.headers.cookie },
      body: new URLSearchParams({ _csrf: admin.csrfToken, ...fields }),
      redirect: 'manual',
    });
  const measure = (token: string, indicator = 'VISITEURS_STAND'): Promise<Response> =>
    fetch(`${server.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ indicator, periodStart: '2021-01-02', periodEnd: '2021-01-02', value: 12 }),
    });

  it('says what is wrong beside each field, and makes nothing', async () => {
    expect(await list()).toContain('Aucun jeton n’a encore été donné');
    const refused = await send(ROOM, { ...STAND, name: '', expires: '2031-01-01', indicators: '' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('id="jeton-name-error"');
    expect(page).toContain('id="jeton-expires-error"');
    const unknown = await (await send(ROOM, { ...STAND, indicators: 'VISITEUR_STAND, TRUC' })).text();
    expect(unknown).toContain('vouliez-vous dire VISITEURS_STAND');
    expect(unknown).toContain('«\u00a0TRUC\u00a0»');
    const { write: _, ...nothing } = STAND;
    expect(await (await send(ROOM, nothing)).text()).toContain('Un jeton sert à quelque chose');
    const mistakes: Record<string, string>[] = [
      { rate: 'vite' },
      { rate: '-1' },
      { admin: 'on' },
      { read: 'oui' },
    ];
    for (const wrong of mistakes) {
      expect([wrong, (await send(ROOM, { ...STAND, ...wrong })).status]).toEqual([wrong, 422]);
    }
    expect(await list()).toContain('Aucun jeton n’a encore été donné');
  });

  it('makes a token shown once, limited in scope and rate, and ends it', async () => {
    const made = await (await send(ROOM, STAND)).text();
    const token = /<code id="secret">(copil_[0-9A-Za-z]{49})<\/code>/.exec(made)?.[1] ?? '';
    expect(token).not.toBe('');
    expect((await measure(token)).status).toBe(200);
    expect((await measure(token, 'VUES_RESEAUX')).status).toBe(403);
    const tooMany = await measure(token);
    expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([
      429,
      expect.stringMatching(/^\d+$/),
    ]);
    // A rate is for what is written: reading is never refused.
    const reads = await Promise.all(
      Array.from({ length: 5 }, () =>
        fetch(`${server.url}/api/v1/figures?year=2020`, { headers: { authorization: `Bearer ${token}` } }),
      ),
    );
    expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const page = await list();
    expect(page).not.toContain(token);
    for (const words of [
      'Stand &lt;du marché&gt;',
      'par Alice Admin',
      'Envoyer des mesures',
      'VISITEURS_STAND',
      '2 par minute',
      'Valable',
    ]) {
      expect(page).toContain(words);
    }
    const action = /action="([^"]+\/revocation)"/.exec(page)?.[1] ?? '';
    const ended = await send(action, {});
    expect(ended.headers.get('location')).toBe(`${ROOM}?fait=revocation`);
    expect((await measure(token)).status).toBe(401);
    expect(await list()).toContain('Révoqué');
    for (const id of ['999999', 'abc']) expect((await send(`${ROOM}/${id}/revocation`, {})).status).toBe(404);
  });
});
