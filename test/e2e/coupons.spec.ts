import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { MeasurementLifeService } from '../../src/measurements/measurement-life.service.js';
import { MeasurementVersionEntity } from '../../src/measurements/measurement.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ExerciceEntity } from '../../src/programme/programme.entity.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { signIn } from '../support/people.js';

const SPOTS = 'spots-partages~~~~cci46';
const VIEWS = 'vues-reseaux~~~~cci46';
const NETWORK = 'ambassadeurs~~~~cci46';
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('a coupon in the hands of a partner, on %s', (engine) => {
  let server: TestServer;
  let partner: Desk;
  let month = 0;

  beforeAll(async () => {
    server = await startTestServer({ engine, now: '2021-01-04T09:00:00Z' });
    partner = deskOf(server, null);
    for (const indicator of ['SPOTS_PARTAGES', 'VUES_RESEAUX', 'AMBASSADEURS']) {
      await get(CollectionLinesService).add({ indicator, ...PLACE });
    }
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await server.at('2021-01-04T09:00:00Z');
    month += 1;
  });

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    server.application.get(type, { strict: false });
  /** A coupon of a month that no other test has. */
  const newCoupon = async (): Promise<{ path: string; id: number; of: string }> => {
    const of = `2020-${String(month).padStart(2, '0')}`;
    const request = { organisation: 'CCI46', month: of, expires: '2021-01-15', email: null };
    const { path } = await get(CouponsService).create(request, 1, server.url);
    return { path, of, id: (await coupon(0)).id };
  };
  const coupon = async (nth: number) => {
    const found = (await get(CouponsService).list())[nth];
    if (found === undefined) throw new Error('no coupon was made');
    return found;
  };
  const versions = async () => {
    const { manager } = get(UnitOfWork);
    return manager.find(MeasurementVersionEntity, { order: { measurementId: 'ASC', version: 'ASC' } });
  };
  const written = async (id: number) =>
    (await versions()).filter(({ recordedBy }) => recordedBy === `coupon:${id}`);
  const filled = (fields: Record<string, string>, version = '0'): Record<string, string> =>
    Object.fromEntries(
      [SPOTS, VIEWS, NETWORK].flatMap((key) => [
        [`chiffre.${key}`, fields[key] ?? ''],
        [`version.${key}`, version],
      ]),
    );

  it('says whose figures of which month are asked for, to whoever has the link', async () => {
    const { path } = await newCoupon();
    const { status, html } = await partner.read(path);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    const text = plain(textOf(html));
    expect(text).toContain('Vos chiffres, janvier 2020 Chambre de commerce et d’industrie');
    expect(text).toContain('Ce lien s’ouvre jusqu’au 15 janvier 2021 inclus.');
    for (const key of [SPOTS, VIEWS, NETWORK]) expect(html).toContain(`name="chiffre.${key}"`);
    const { headers } = await fetch(`${server.url}${path}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(await coupon(0)).toMatchObject({ openings: 2, lastSentAt: null });
  });

  it('keeps what is sent as figures to validate, says them back in words, and counts once validated', async () => {
    const { path, id, of } = await newCoupon();
    const sent = { ...filled({ [SPOTS]: '12', [VIEWS]: '13k+', [NETWORK]: 'nc' }), source: 'Relevé du 3' };
    const answer = await partner.send(path, { ...sent, action: 'envoyer' });
    expect([answer.status, answer.location]).toEqual([303, `${path}?fait=recu`]);
    const { html } = await partner.read(`${path}?fait=recu`);
    expect(htmlMistakes(html)).toEqual([]);
    const text = plain(textOf(html));
    expect(text).toContain('Merci, chiffres reçus le 4 janvier ; vous pouvez les modifier jusqu’au 15.');
    expect(text).toContain('plus de 13 000 vues sur les réseaux sociaux');
    expect(html).toContain('Relevé du 3</textarea>');
    const rows = await written(id);
    expect(rows.map(({ status, source }) => [status, source])).toEqual(
      Array.from({ length: 3 }, () => ['submitted', 'Relevé du 3']),
    );
    const [entry] = (await journalOf(server, 'measurements.recorded')).toReversed();
    expect(entry?.actor).toBe(`coupon:${id}`);
    // The month is long closed: that it comes by a coupon is the reason.
    expect(rows[0]?.reason).toBe('Reçu par coupon de saisie après la clôture du mois');
    const queueDesk = deskOf(server, await signIn(server, 'validator'));
    const queue = await queueDesk.read('/validation');
    const author = /un coupon de saisie \(Chambre de commerce et d’industrie \[CCI\]\)/;
    expect(plain(textOf(queue.html))).toMatch(new RegExp(`par ${author.source}`));
    const sheet = `/saisie/${of}/${SPOTS}`;
    expect(plain(textOf((await queueDesk.read(sheet)).html))).toMatch(
      new RegExp(`En attente de validation, le .*, par ${author.source}`),
    );
    const own = await deskOf(server, await signIn(server, 'contributor', { organisation: 'CCI46' })).read(
      sheet,
    );
    expect([own.status, author.test(plain(textOf(own.html)))]).toEqual([200, false]);
    const journal = await deskOf(server, await signIn(server, 'admin')).read('/administration/journal');
    expect(plain(textOf(journal.html))).toMatch(/coupon de saisie n° \d+ \(Chambre de commerce/);
    const { readsReserved, ...caller } = validator();
    const items = rows.map(({ measurementId }) => ({ id: measurementId }));
    const life = get(MeasurementLifeService);
    await life.decide(items, 'validate', { by: { readsReserved, ...caller }, mode: 'four_eyes' });
    const after = plain(textOf((await partner.read(path)).html));
    expect(after).toContain('12 spots partagés (validé)');
    expect(after).toContain('Aucun autre chiffre n’est attendu de vous pour ce mois.');
    const series = await fetch(
      `${server.url}/api/v1/measurements?indicator=SPOTS_PARTAGES&from=${of}&to=${of}`,
    );
    const { items: shown } = (await series.json()) as { items: { value: number; organisation: string }[] };
    expect(shown.filter(({ organisation }) => organisation === 'CCI46')).toMatchObject([{ value: 12 }]);
    // A validated figure does not change by the coupon, whatever is sent.
    await partner.send(path, { ...filled({ [SPOTS]: '99' }, '2'), action: 'envoyer' });
    expect(await written(id)).toHaveLength(3);
  });

  const validator = () => ({
    signature: 'person:999',
    limits: { indicators: null, campaigns: null, organisations: null },
    role: 'validator' as const,
    readsReserved: true,
    readsInternal: true,
    tokenId: null,
  });

  it('keeps the right ones, and says what is wrong beside the others with what was typed', async () => {
    const { path, id } = await newCoupon();
    const answer = await partner.send(path, filled({ [SPOTS]: '12', [VIEWS]: 'dix-huit' }));
    expect([answer.status, htmlMistakes(answer.html)]).toEqual([422, []]);
    const text = plain(textOf(answer.html));
    expect(text).toContain('Un chiffre est enregistré. Le reste est à corriger.');
    expect(answer.html).toMatch(
      /id="chiffre-\d" name="chiffre\.vues-reseaux[^>]*value="dix-huit"[^>]*aria-invalid="true"/,
    );
    expect(await written(id)).toHaveLength(1);
    // The page that came back goes on from where things stand.
    const versionOf = (key: string): string =>
      new RegExp(`name="version\\.${key}" value="(\\d+)"`).exec(answer.html)?.[1] ?? '';
    const again = {
      [`chiffre.${SPOTS}`]: '14',
      [`version.${SPOTS}`]: versionOf(SPOTS),
      [`chiffre.${VIEWS}`]: '18',
      [`version.${VIEWS}`]: versionOf(VIEWS),
    };
    expect((await partner.send(path, again)).status).toBe(303);
    expect((await written(id)).map(({ value }) => value)).toEqual(expect.arrayContaining([12, 14, 18]));
  });

  it('asks before noting that there is no data, and never notes a zero', async () => {
    const { path, id } = await newCoupon();
    expect((await partner.send(path, { ...filled({}), action: 'envoyer' })).status).toBe(422);
    const asked = await partner.send(path, { ...filled({ [SPOTS]: '3' }), action: 'rien' });
    expect([asked.status, htmlMistakes(asked.html)]).toEqual([200, []]);
    expect(textOf(asked.html)).toContain('Oui, pas de données');
    expect(asked.html).toMatch(/name="chiffre\.spots-partages[^>]*value="3"/);
    expect(await written(id)).toEqual([]);
    expect((await partner.send(path, { ...filled({ [SPOTS]: '3' }), action: 'rien-confirme' })).status).toBe(
      303,
    );
    const rows = await written(id);
    expect(rows.filter(({ absence }) => absence === 'not_available')).toHaveLength(2);
    expect(rows.map(({ note }) => note)).toContain('Pas de données ce mois-ci');
    expect(rows.some(({ value }) => value === 0)).toBe(false);
  });

  it('shows each of two people at once what the other wrote, and loses nothing', async () => {
    const { path, id } = await newCoupon();
    const [one, other] = await Promise.all([
      partner.send(path, filled({ [SPOTS]: '12', [VIEWS]: '300' })),
      partner.send(path, filled({ [SPOTS]: '13', [NETWORK]: '40' })),
    ]);
    expect(new Set([one.status, other.status])).toEqual(new Set([303, 409]));
    const late = one.status === 409 ? one : other;
    expect(plain(textOf(late.html))).toContain('Ce chiffre a changé entre-temps');
    expect(await written(id)).toHaveLength(3);
    const keys = /name="version\.spots-partages[^"]*" value="(\d+)"/.exec(late.html)?.[1] ?? '';
    const kept = { [`chiffre.${SPOTS}`]: '20', [`version.${SPOTS}`]: keys };
    expect((await partner.send(path, kept)).status).toBe(303);
    expect((await written(id)).map(({ value }) => value)).toContain(20);
    // Sent twice, the same thing is there once.
    expect((await partner.send(path, kept)).status).toBe(303);
    expect(await written(id)).toHaveLength(4);
  });

  it('is refused kindly after its end, or taken back, and is not found when it was never given', async () => {
    const { path, id } = await newCoupon();
    await server.at('2021-01-15T22:59:59Z');
    expect((await partner.read(path)).status).toBe(200);
    await server.at('2021-01-15T23:00:00Z');
    const over = await partner.read(path);
    expect([over.status, htmlMistakes(over.html)]).toEqual([410, []]);
    expect(plain(textOf(over.html))).toContain(
      'Ce coupon est terminé Il s’ouvrait jusqu’au 15 janvier 2021 inclus.',
    );
    expect(over.html).not.toContain('Numéro de la demande');
    expect((await partner.send(path, filled({ [SPOTS]: '12' }))).status).toBe(410);
    await server.at('2021-01-05T09:00:00Z');
    await get(CouponsService).revoke(id);
    expect((await partner.read(path)).status).toBe(410);
    expect((await partner.send(path, filled({ [SPOTS]: '12' }))).status).toBe(410);
    expect(await written(id)).toEqual([]);
    const tampered = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [tampered, '/coupon/court', '/coupon/%00', `/coupon/${'A'.repeat(43)}`]) {
      expect([wrong, (await partner.read(wrong)).status]).toEqual([wrong, 404]);
      expect((await partner.send(wrong, filled({ [SPOTS]: '12' }))).status).toBe(404);
    }
  });

  it('opens no other organisation’s figures, and takes no field that it did not show', async () => {
    const { path, id } = await newCoupon();
    const foreign = {
      'chiffre.spots-partages~op-2020-spots': '1',
      'version.spots-partages~op-2020-spots': '0',
    };
    const answer = await partner.send(path, { ...filled({ [SPOTS]: '5' }), ...foreign });
    expect(answer.status).toBe(422);
    expect(plain(textOf(answer.html))).toContain('Une ligne n’est plus demandée');
    expect((await partner.send(path, { ...filled({}), status: 'validated' })).status).toBe(422);
    expect((await written(id)).map(({ value, status }) => [value, status])).toEqual([[5, 'submitted']]);
  });

  it('shows hostile words as words, and keeps what may be kept', async () => {
    const { path, id } = await newCoupon();
    const hostile = [
      '"><img src=x onerror=alert(1)>',
      '</textarea><script>alert(1)</script>',
      '﷽ l’été 😀',
      '=1+1',
    ];
    for (const text of [...hostile, 'a\u0000b', ' ', '9'.repeat(199), '٣٤', '1,234']) {
      const answer = await partner.send(path, { ...filled({ [SPOTS]: text }), source: text });
      expect([text, answer.status, htmlMistakes(answer.html)]).toEqual([text, 422, []]);
      expect(answer.html).not.toMatch(/<img src=x|<script>alert/);
    }
    const kept = { [`chiffre.${VIEWS}`]: '5', [`version.${VIEWS}`]: '0' };
    for (const source of hostile) await partner.send(path, { ...kept, source });
    const { html } = await partner.read(path);
    expect([htmlMistakes(html), /<img src=x|<script>alert/.test(html)]).toEqual([[], false]);
    expect((await written(id)).map(({ source }) => source)).toContain(hostile[0]);
  });

  it('keeps whoever tries secrets waiting', async () => {
    let last = 0;
    for (let attempt = 0; attempt < 60 && last !== 429; attempt += 1) {
      const secret = `${String(attempt).padStart(3, '0')}${'x'.repeat(40)}`;
      last = (await partner.read(`/coupon/${secret}`)).status;
    }
    expect(last).toBe(429);
    const { path } = await newCoupon();
    expect((await partner.read(path)).status).toBe(200);
  });

  it('changes nothing of a sealed exercice, and says so', async () => {
    const { path, id } = await newCoupon();
    const seal = (state: 'sealed' | 'open'): Promise<unknown> =>
      get(UnitOfWork).write((manager) => manager.update(ExerciceEntity, { year: 2020 }, { state }));
    await seal('sealed');
    const answer = await partner.send(path, filled({ [SPOTS]: '12' }));
    await seal('open');
    expect([answer.status, htmlMistakes(answer.html)]).toEqual([422, []]);
    expect(plain(textOf(answer.html))).toContain('scellé');
    expect(answer.html).toMatch(/name="chiffre\.spots-partages[^>]*value="12"/);
    expect(await written(id)).toEqual([]);
  });

  it('is printed as a blank form, without its link', async () => {
    const { id, path } = await newCoupon();
    const desk = deskOf(server, await signIn(server, 'editor'));
    const { status, html } = await desk.read(`/saisie/coupons/${id}/imprimer`);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    expect(plain(textOf(html))).toContain('À renvoyer avant le 15 janvier 2021 inclus');
    expect(html).not.toContain(path);
    expect(html).not.toContain('/coupon/');
  });

  it('takes the words of a signed-in person as the coupon’s own', async () => {
    const { path, id } = await newCoupon();
    const desk = deskOf(server, await signIn(server, 'viewer'));
    expect((await desk.send(path, filled({ [SPOTS]: '7' }))).status).toBe(303);
    expect(await written(id)).toHaveLength(1);
  });
});

const PLACE = {
  campaign: null,
  territory: null,
  channel: null,
  organisation: 'CCI46',
  frequency: 'month',
  startsOn: null,
  endsOn: null,
  dueDays: 10,
  ownerId: null,
} as const;
