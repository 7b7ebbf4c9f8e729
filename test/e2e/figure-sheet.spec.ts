import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';

const KEY = 'vues-reseaux~op-2020-producteurs';
const SHEET = `/saisie/2020-09/${KEY}`;
const plain = (html: string): string => html.replace(/[\u00a0\u202f]|&nbsp;/g, ' ');
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="(\\d+)"`).exec(html)?.[1] ?? '';

const FIGURE = {
  typed: '112 000',
  qualifier: 'exact',
  absence: '',
  marking: 'provisional',
  source: 'Export de Facebook du 2 octobre',
  note: 'Hors Instagram',
  internalNote: 'À revoir avec Léa',
  reason: '',
  version: '0',
};

describe.each(ENGINES)('the sheet of one figure on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'editor'));
    const slice = { indicator: 'VUES_RESEAUX', campaign: 'OP-2020-PRODUCTEURS' };
    const ends = ['05-31', '06-30', '07-31', '08-31'];
    await server.application.get(MeasurementsService, { strict: false }).record(
      ends.map((end, index) => ({
        ...slice,
        periodStart: `2020-${end.slice(0, 2)}-01`,
        periodEnd: `2020-${end}`,
        value: [9_400, 11_250, 10_100, 9_800][index],
        source: 'Export de Facebook',
      })),
      { recordedBy: 'data-set:test', defaultStatus: 'validated', partial: false },
    );
  });
  afterAll(() => server.close());

  it('shows what is awaited, with its past and the sources that were used', async () => {
    const { status, html } = await desk.read(SHEET);
    expect(status).toBe(200);
    expect(html).toContain('<section class="card sheet-panel" id="fiche"');
    expect(plain(html)).toContain('Pas encore de chiffre');
    expect(plain(html)).toMatch(/août 2020<\/th><td class="number">9 800/);
    expect(html).toContain('<option value="Export de Facebook"></option>');
    expect(html).not.toContain('justificatif-file');
  });

  it('keeps what was typed beside what is wrong with it', async () => {
    const refused = await desk.send(SHEET, { ...FIGURE, typed: 'dix-huit vues' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="dix-huit vues"');
    expect(refused.html).toContain('À revoir avec Léa');
    expect(refused.html).toMatch(/id="chiffre-typed-error"/);
    const both = await desk.send(SHEET, { ...FIGURE, absence: 'not_communicated' });
    expect([both.status, /id="chiffre-absence-error"/.test(both.html)]).toEqual([422, true]);
  });

  it('records a figure with all that is said of it, and asks about what surprises', async () => {
    const saved = await desk.send(SHEET, FIGURE);
    expect([saved.status, saved.location]).toEqual([303, `${SHEET}?fait=enregistre#fiche`]);
    const { html } = await desk.read(SHEET);
    expect(plain(html)).toContain('112 000 est onze fois plus que d’habitude (9 400 à 13 000).');
    expect(plain(html)).toContain('(provisoire)');
    expect(html).toContain('Hors Instagram');
    expect(html).toContain('À revoir avec Léa');
    const path = `${SHEET}/etonnements/unusual`;
    expect((await desk.send(path, { reason: '' })).status).toBe(422);
    expect((await desk.send(path, { reason: 'Vidéo reprise par une chaîne' })).status).toBe(303);
    const confirmed = await desk.read(SHEET);
    expect(plain(confirmed.html)).toContain('Vidéo reprise par une chaîne');
    expect(confirmed.html).not.toContain('etonnement-unusual');
    expect((await journalOf(server, 'measurement.doubt_confirmed')).length).toBe(1);
    expect((await desk.send(`${SHEET}/etonnements/falling_total`, { reason: 'Non' })).status).toBe(409);
  });

  it('tells versions with what they changed and why, and refuses to write over somebody else', async () => {
    const { html } = await desk.read(SHEET);
    const version = hidden(html, 'version');
    const sent = await desk.send(SHEET, { ...FIGURE, typed: '11 200', reason: 'Un zéro de trop', version });
    expect(sent.status).toBe(303);
    const after = plain((await desk.read(SHEET)).html);
    expect(after).toContain('112 000 → 11 200');
    expect(after).toContain('Motif : Un zéro de trop');
    const late = await desk.send(SHEET, { ...FIGURE, typed: '11 300', version });
    expect(late.status).toBe(409);
    expect(plain(late.html)).toContain('a écrit « 11 200 »');
    expect(hidden(late.html, 'version')).not.toBe(version);
    expect(late.html).toContain('value="11 300"');
  });

  it('takes an absence with its reason, and takes a figure back with another', async () => {
    const version = hidden((await desk.read(SHEET)).html, 'version');
    await desk.send(SHEET, { ...FIGURE, typed: '', absence: 'not_available', version });
    expect(plain((await desk.read(SHEET)).html)).toContain('Non disponible');
    expect((await desk.send(`${SHEET}/retrait`, { reason: 'Saisi deux fois' })).status).toBe(303);
    const { html } = await desk.read(SHEET);
    expect(html).toContain('Retiré');
    expect(html).toContain('Saisi deux fois');
    expect(html).not.toContain('id="retrait-reason"');
  });

  it('says when a figure that counted was revised, from what to what, and why', async () => {
    const service = server.application.get(MeasurementsService, { strict: false });
    const figure = {
      indicator: 'VUES_RESEAUX',
      campaign: 'OP-2020-PRODUCTEURS',
      periodStart: '2020-10-01',
      periodEnd: '2020-10-31',
    };
    const options = { recordedBy: 'data-set:test', defaultStatus: 'validated', partial: false } as const;
    await service.record([{ ...figure, value: 450 }], options);
    const sheet = `/saisie/2020-10/${KEY}`;
    expect((await desk.read(sheet)).html).not.toContain('Révisé le');
    await service.record([{ ...figure, value: 463, marking: 'revised', reason: 'recomptage' }], options);
    const { html } = await desk.read(sheet);
    expect(plain(html)).toMatch(/Révisé le \d+(?:er)? \S+ \d{4} : 450 → 463 \(recomptage\)<\/p>/);
  });

  it('keeps internal notes, names and other organisations from partners', async () => {
    const partner = deskOf(server, await signIn(server, 'contributor', { organisation: 'CCI46' }));
    const own = `/saisie/2020-09/${KEY}~~~cci46`;
    expect((await partner.read(SHEET)).status).toBe(404);
    expect((await partner.read(own)).html).not.toContain('Note interne');
    const { internalNote: _, ...figure } = FIGURE;
    expect((await partner.send(own, figure)).status).toBe(303);
    await desk.send(own, { ...FIGURE, version: '1' });
    const { html } = await partner.read(own);
    expect(html).not.toContain('Léa');
    expect((await desk.read(own)).html).toContain('Léa');
    expect((await partner.read('/saisie/2020-09/inconnu')).status).toBe(404);
    expect((await partner.read('/saisie/2020-13/vues-reseaux')).status).toBe(404);
  });
});
