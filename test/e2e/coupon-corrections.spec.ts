import { OrganisationChangesService } from '../../src/administration/organisations/organisation-changes.service.js';
import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { MeasurementVersionEntity } from '../../src/measurements/measurement.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { deskOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { signIn } from '../support/people.js';

const SPOTS = 'spots-partages~~~~cci46';
const VIEWS = 'vues-reseaux~~~~cci46';
const PLACE = { campaign: null, territory: null, channel: null, frequency: 'month' } as const;
const TERMS = { startsOn: null, endsOn: null, dueDays: 10, ownerId: null } as const;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('a partner who thinks again, on %s', (engine) => {
  let server: TestServer;
  let partner: Desk;
  let month = 0;

  beforeAll(async () => {
    server = await startTestServer({ engine, now: '2021-01-04T09:00:00Z' });
    partner = deskOf(server, null);
    for (const indicator of ['SPOTS_PARTAGES', 'VUES_RESEAUX']) {
      await get(CollectionLinesService).add({ indicator, ...PLACE, ...TERMS, organisation: 'CCI46' });
    }
  });
  afterAll(() => server.close());
  beforeEach(() => {
    month += 1;
  });

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    server.application.get(type, { strict: false });
  const newCoupon = async (organisation = 'CCI46'): Promise<string> => {
    const of = `2020-${String(month).padStart(2, '0')}`;
    const request = { organisation, month: of, expires: '2021-01-15', email: null };
    return (await get(CouponsService).create(request, 1, server.url)).path;
  };
  /** Everything that was said in a coupon's month, oldest first. */
  const said = async (): Promise<MeasurementVersionEntity[]> => {
    const [id] = (await get(CouponsService).list()).map((coupon) => coupon.id);
    const all = await get(UnitOfWork).manager.find(MeasurementVersionEntity, {
      order: { version: 'ASC', measurementId: 'ASC' },
    });
    return all.filter(({ recordedBy }) => recordedBy === `coupon:${id}`);
  };
  /** What the page holds now, as a browser would send it again, with what changes. */
  const sent = async (path: string, changes: Record<string, string>): Promise<Record<string, string>> => {
    const { html } = await partner.read(path);
    const fields = [...html.matchAll(/name="((?:chiffre|version)\.[^"]*)" value="([^"]*)"/g)];
    const source = /aria-describedby="source-hint">\n([^<]*)<\/textarea>/.exec(html)?.[1] ?? '';
    return {
      ...Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])),
      source,
      ...changes,
    };
  };
  const send = async (path: string, changes: Record<string, string>) =>
    partner.send(path, await sent(path, changes));

  it('is not told that there is no data of a figure that comes after all', async () => {
    const path = await newCoupon();
    await send(path, { action: 'rien-confirme' });
    expect((await said()).map(({ note }) => note)).toEqual(Array(2).fill('Pas de données ce mois-ci'));
    expect((await send(path, { [`chiffre.${SPOTS}`]: '12' })).status).toBe(303);
    const last = (await said()).at(-1);
    expect([last?.value, last?.note ?? null]).toEqual([12, null]);
    // What still has no data keeps its words, however often the page is sent.
    expect(await said()).toHaveLength(3);
  });

  it('is asked about no line when all of them were filled before « pas de données » was pressed', async () => {
    const path = await newCoupon();
    const filled = { [`chiffre.${SPOTS}`]: '12', [`chiffre.${VIEWS}`]: '300', action: 'rien' };
    const answer = await send(path, filled);
    expect([answer.status, answer.location]).toEqual([303, `${path}?fait=recu`]);
    expect(new Set((await said()).map(({ value }) => value))).toEqual(new Set([12, 300]));
  });

  it('takes a remark back by emptying its field', async () => {
    const path = await newCoupon();
    await send(path, { [`chiffre.${SPOTS}`]: '12', source: 'Chiffre de mémoire' });
    expect((await partner.read(path)).html).toContain('Chiffre de mémoire</textarea>');
    expect((await send(path, { source: '' })).status).toBe(303);
    expect((await said()).at(-1)?.source).toContain('Chambre de commerce');
    expect((await partner.read(path)).html).not.toContain('Chiffre de mémoire');
  });

  it('is not thanked for figures that were all taken back, nor told to write decimals where there are none', async () => {
    const path = await newCoupon();
    const sentOnce = await send(path, { [`chiffre.${SPOTS}`]: 'environ 12' });
    const thanked = plain(textOf((await partner.read(sentOnce.location ?? '')).html));
    expect(thanked).toContain('Spots partagés : environ 12 spots partagés');
    expect(thanked).toContain('rien n’est compté ni publié avant');
    expect(thanked).not.toContain('« 12,5 »');
    const again = await send(path, { [`chiffre.${SPOTS}`]: '12,5' });
    expect(plain(textOf(again.html))).toContain('Rien de nouveau n’est enregistré');
    const { location } = await send(path, { [`chiffre.${SPOTS}`]: '' });
    const { html } = await partner.read(location ?? '');
    expect(htmlMistakes(html)).toEqual([]);
    expect(textOf(html)).toContain('Vos chiffres sont retirés');
    expect(textOf(html)).not.toContain('Merci, chiffres reçus');
  });

  it('writes as much as the field lets them, line breaks included', async () => {
    const path = await newCoupon();
    // Browsers count a line break as one character, and send it as two.
    const lines = `${'a\r\n'.repeat(249)}bc`;
    expect((await send(path, { [`chiffre.${SPOTS}`]: '12', source: lines })).status).toBe(303);
    expect((await said()).at(-1)?.source).toBe(lines.replaceAll('\r\n', '\n'));
    expect((await send(path, { source: 'a'.repeat(501) })).status).toBe(422);
  });

  it('explains by a remark what surprises in a figure, as far as they were shown it, and is read by who validates', async () => {
    for (const usual of ['12', '11', '13']) {
      await send(await newCoupon(), { [`chiffre.${SPOTS}`]: usual });
      month += 1;
    }
    const path = await newCoupon();
    const validator = deskOf(server, await signIn(server, 'validator'));
    const page = async (): Promise<string> => {
      const { html } = await partner.read(path);
      expect(htmlMistakes(html)).toEqual([]);
      return plain(textOf(html));
    };
    const unexplained = async (): Promise<void> => {
      expect(await page()).toMatch(
        /Reçu : 9\d\d spots partagés À vérifier : .*dites pourquoi ci-dessous, ou envoyez de nouveau/,
      );
      expect(textOf((await validator.read('/validation')).html)).not.toContain('Confirmé par');
    };
    // A remark that comes with the figure was written before anything surprised.
    await send(path, { [`chiffre.${SPOTS}`]: '950', source: 'Relevé' });
    expect(plain(textOf((await partner.read(`${path}?fait=recu`)).html))).toMatch(
      /950 spots partagés À vérifier/,
    );
    await unexplained();
    await send(path, { source: 'Le salon est en plus' });
    expect(await page()).toContain('Vous l’avez expliqué : Le salon est en plus');
    expect(await page()).not.toContain('À vérifier');
    const queue = plain(textOf((await validator.read('/validation')).html));
    expect(queue).toMatch(
      /Confirmé par un coupon de saisie \(Chambre [^)]*\) le [^:]*: Le salon est en plus/,
    );
    // Another figure may surprise for another reason; sent again as it stands, the remark is its reason too.
    await send(path, { [`chiffre.${SPOTS}`]: '960' });
    await unexplained();
    await send(path, {});
    expect(await page()).toContain('Vous l’avez expliqué : Le salon est en plus');
  });

  it('is not told of another figure where none was awaited', async () => {
    const path = await newCoupon('CD46');
    const { status, html } = await partner.read(path);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    const text = plain(textOf(html));
    expect(text).toContain('Aucun chiffre n’est attendu de vous pour ce mois.');
    expect(text).not.toContain('Aucun autre chiffre');
  });

  it('gives the figures of all that became part of their organisation, and answers for them', async () => {
    const changes = get(OrganisationChangesService);
    await get(CollectionLinesService).add({
      indicator: 'SPOTS_PARTAGES',
      ...PLACE,
      ...TERMS,
      organisation: 'POLE-EMPLOI46',
    });
    await changes.merge('POLE-EMPLOI46', { into: 'LOT-TOURISME', on: '2020-02-01' });
    await changes.merge('LOT-TOURISME', { into: 'CCI46', on: '2020-03-01' });
    const { html } = await partner.read(await newCoupon());
    expect(html).toContain('name="chiffre.spots-partages~~~~pole-emploi46"');
    const desk = deskOf(server, await signIn(server, 'editor'));
    await signIn(server, 'contributor', { organisation: 'CCI46', name: 'Paul Roux' });
    const followUp = await desk.read(`/saisie/suivi?mois=2020-${String(month).padStart(2, '0')}`);
    expect([followUp.status, htmlMistakes(followUp.html)]).toEqual([200, []]);
    // One owner, who can be reached, and not three of whom two are nobody's.
    expect(followUp.html.match(/\/saisie\/coupons\?mois=[^"]*/g)).toEqual([
      `/saisie/coupons?mois=2020-${String(month).padStart(2, '0')}&amp;organisation=CCI46`,
    ]);
  });
});
