import { startTestServer, type TestServer } from '../support/application.js';
import { deskOf } from '../support/administration.js';
import { makeCaller } from '../support/callers.js';
import { ENGINES } from '../support/databases.js';
import { decoded } from '../support/html-texts.js';
import { signIn, type SignedIn } from '../support/people.js';

interface Item {
  id: number;
  version: number;
  value?: number;
  counted: boolean;
  author?: string;
  recordedBy?: string;
  internalNote?: string;
  aside?: { code: string; text: string };
}
interface Answer {
  text: string;
  computation: string;
  checks: { check: string; passed: boolean; text: string }[];
  items: Item[];
  hidden?: number;
  next?: string;
  [member: string]: unknown;
}

const PAGE = '/indicateurs/vues-reseaux/provenance?annee=2020';
const views = {
  indicator: 'VUES_RESEAUX',
  campaign: 'OP-2020-PRODUCTEURS',
  periodStart: '2020-05-01',
  periodEnd: '2020-05-31',
};
const answers: string[] = [];

describe.each(ENGINES)('where a figure comes from, on %s', (engine) => {
  let server: TestServer;
  let director: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    director = await signIn(server, 'validator', { name: 'Claire Martin' });
  });
  afterAll(() => server.close());

  const ask = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/api/v1/figures/provenance?${query}`, { headers });
  const read = async (query: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await ask(query, headers);
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  const post = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${server.url}/api/v1/measurements${path}`, {
      method: 'POST',
      headers: { ...director.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  };
  const pageAs = async (person: SignedIn | null, path = PAGE): Promise<string> =>
    decoded((await deskOf(server, person).read(path)).html);

  it('tells the measurement of the press release, its source and how the figure was computed', async () => {
    const answer = await read('year=2020&indicator=visiteurs-stand');
    expect(answer).toMatchObject({
      indicator: 'VISITEURS_STAND',
      value: 450,
      text: '450 visiteurs accueillis sur le stand',
      computation: 'Une seule valeur, telle qu’elle a été donnée\u00a0: janvier\u00a02020.',
      provenance: { measurements: 1, sources: ['Communiqué du 17\u00a0décembre\u00a02020'] },
    });
    expect(answer.items).toEqual([
      expect.objectContaining({
        indicator: 'VISITEURS_STAND',
        version: 1,
        value: 450,
        counted: true,
        source: 'Communiqué du 17\u00a0décembre\u00a02020',
      }),
    ]);
    answers.push(JSON.stringify(answer));
    expect(new Set(answers).size).toBe(1);
    expect((await read('year=2020&indicator=ambassadeurs')).computation).toMatch(
      /^Dernière valeur connue, au /,
    );
    const part = await read('year=2020&indicator=visiteurs-projet-mobilite&campaign=op-2020-salon-paris');
    expect(part.checks).toEqual([
      { check: 'exceeds_parent', passed: true, text: 'Le sous-ensemble ne dépasse pas son total.' },
    ]);
    expect((await read('year=2019&indicator=visiteurs-stand')).computation).toBe(
      'Aucun relevé validé pour 2019.',
    );
  });

  it('leaves aside what details a total, tells corrections, withdrawals and authors to whoever may read them', async () => {
    await post('', { ...views, value: 500, source: 'Export', internalNote: 'à vérifier' });
    await post('', { ...views, value: 520, source: 'Export corrigé', reason: 'recomptage' });
    await post('', { ...views, channel: 'facebook', value: 300, organisation: 'LOT-TOURISME' });
    await post('', { ...views, channel: 'linkedin', value: 9 });
    const before = await read('year=2020&indicator=vues-reseaux', director.headers);
    const linkedin = before.items.find(({ value }) => value === 9);
    await post(`/${linkedin?.id}/withdraw`, { reason: 'comptée deux fois' });

    const told = await read('year=2020&indicator=vues-reseaux', director.headers);
    expect(told.computation).toBe('Somme de 2 relevés mensuels.');
    expect(told.items.map(({ value, counted, aside }) => [value, counted, aside?.text])).toEqual([
      [13_000, true, undefined],
      [520, true, undefined],
      [300, false, 'détaille un total déclaré'],
      [9, false, 'retirée le 15\u00a0janvier\u00a02021\u00a0: comptée deux fois'],
    ]);
    expect(told.items[1]).toMatchObject({ version: 2, author: 'Claire Martin' });
    expect(told.checks.map(({ check, passed }) => [check, passed])).toContainEqual([
      'overlapping_periods',
      true,
    ]);

    const published = await read('year=2020&indicator=vues-reseaux');
    expect(published.items.map(({ value }) => value)).toEqual([13_000, 520, 300]);
    expect(JSON.stringify(published)).not.toMatch(
      /Claire|author|recordedBy|internalNote|à vérifier|comptée deux fois|recomptage/,
    );
  });

  it('goes by pages of at most 1 000', async () => {
    const all = await read('year=2020&indicator=vues-reseaux', director.headers);
    const values: unknown[] = [];
    let cursor = '';
    for (let turn = 0; turn < all.items.length; turn += 1) {
      const page = await read(`year=2020&indicator=vues-reseaux&limit=1${cursor}`, director.headers);
      values.push(...page.items);
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(values).toEqual(all.items);
    expect((await ask('year=2020&indicator=vues-reseaux&limit=1001')).status).toBe(400);
    expect((await ask('year=2020&indicator=vues-reseaux&cursor=bTE')).status).toBe(400);
    expect((await ask('year=2020')).status).toBe(400);
    expect((await ask('year=2020&indicator=inconnu')).status).toBe(404);
  });

  it('keeps to the perimeter of a partner and of a token', async () => {
    const partner = await signIn(server, 'contributor', { organisation: 'LOT-TOURISME' });
    const own = await read('year=2020&indicator=vues-reseaux', partner.headers);
    expect(own.items.map(({ value }) => value)).toEqual([300]);
    expect(own.hidden).toBe(3);
    expect(JSON.stringify(own)).not.toMatch(/Claire|internalNote/);
    const { headers } = await makeCaller(server, 'otherToken');
    expect((await ask('year=2020&indicator=vues-reseaux', headers)).status).toBe(403);
    expect(await pageAs(partner)).toMatch(/3 autres relevés, d’autres organismes, ne sont pas montrés/);
  });

  it('is one click away from the figure, in a page that says the same', async () => {
    const dashboard = await pageAs(null, '/tableau-de-bord/2020');
    expect(dashboard).toContain(`href="${PAGE}"`);
    const operation = await pageAs(null, '/operations/op-2020-producteurs');
    expect(operation).toContain(`href="${PAGE}&operation=op-2020-producteurs"`);

    const page = await pageAs(director);
    for (const words of [
      'D’où vient ce chiffre\u202f?',
      'Somme de 2 relevés mensuels.',
      'plus de 13\u202f000',
      'détaille un total déclaré',
      'retirée le 15\u00a0janvier\u00a02021\u00a0: comptée deux fois',
      'Version 1\u00a0: 500',
      'Claire Martin',
    ]) {
      expect(page).toContain(words);
    }
    const visitor = await pageAs(null);
    expect(visitor).toContain('Version 1\u00a0: 500');
    const revised = 'Révisé le 15\u00a0janvier\u00a02021\u00a0: 500 → 520';
    expect(page).toContain(`${revised} (recomptage)</p>`);
    expect(visitor).toContain(`${revised}</p>`);
    expect(visitor).not.toMatch(/Claire|à vérifier|comptée deux fois|recomptage/);
    const moved = await deskOf(server, null).read('/indicateurs/VUES_RESEAUX/provenance?annee=2020');
    expect(moved.location).toBe(PAGE);
  });
});
