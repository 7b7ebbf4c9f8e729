import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { definitionFields, fieldsOfIndicator } from '../support/indicator-form.js';
import { signIn } from '../support/people.js';

const ROOM = '/administration/indicateurs';
const HOSTILE = `"><img src=x onerror=alert(1)> « l’été » 😀`;

describe.each(ENGINES)('the room of indicators on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;
  let indicators: IndicatorsService;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'admin'));
    indicators = server.application.get(IndicatorsService, { strict: false });
  });
  afterAll(() => server.close());

  const fieldsOf = async (code: string): Promise<Record<string, string>> =>
    fieldsOfIndicator(await indicators.byCode(code));

  it('lists them in order, for whoever administers', async () => {
    const page = await desk.read(ROOM);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    expect(textOf(page.html)).toContain('AMBASSADEURS');
    expect((await deskOf(server, await signIn(server, 'validator')).read(ROOM)).status).toBe(403);
  });

  it('shows an example before anything is saved', async () => {
    const typed = {
      ...definitionFields('Rencontres'),
      code: 'RENCONTRES',
      labelOne: 'rencontre tenue',
      labelOther: 'rencontres tenues',
      keyFigure: 'on',
      intent: 'preview',
    };
    const page = await desk.send(ROOM, typed);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    expect(textOf(page.html)).toContain('450 rencontres tenues');
    expect(textOf(page.html)).toContain('rien n’est encore enregistré');
    expect(page.html).toMatch(/name="keyFigure" value="on" checked/);
    await expect(indicators.byCode('RENCONTRES')).rejects.toMatchObject({ status: 404 });
  });

  it('creates one, last, adding up as its nature does', async () => {
    const made = await desk.send(ROOM, { ...definitionFields('Abonnés'), code: 'abonnes', nature: 'stock' });
    expect(made.location).toBe(`${ROOM}/abonnes?fait=creation`);
    expect((await indicators.all()).at(-1)).toMatchObject({
      code: 'ABONNES',
      position: 9,
      aggregationTime: 'last',
      aggregationTerritory: 'sum',
      aggregationChannel: 'none',
      version: 1,
    });
    const page = await desk.read(`${ROOM}/abonnes?fait=creation`);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    const again = await desk.send(ROOM, { ...definitionFields('Abonnés'), code: 'ABONNES' });
    expect([again.status, again.html.includes('id="indicateur-code-error"')]).toEqual([409, true]);
    expect(await journalOf(server, 'indicator.changed')).toMatchObject([
      { subject: 'indicator:ABONNES', before: null, after: { nature: 'stock', position: 9 } },
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['code', { code: 'Mes visiteurs' }, 'MES_VISITEURS'],
    ['code', { code: 'nouveau' }, 'VISITEURS_STAND'],
    ['aggregationTime', { nature: 'stock', aggregationTime: 'sum' }, '320 ambassadeurs en mai'],
    ['aggregationChannel', { nature: 'unique', aggregationChannel: 'sum' }, 'ne s’additionnent pas'],
    ['subsetOf', { subsetOf: 'INCONNU' }, 'Choisissez un indicateur de la liste.'],
    ['dueDays', { dueDays: 'dix' }, 'un nombre entier de 0 à 3 650'],
    ['labelOther', { labelOther: '' }, 'Le pluriel est à remplir.'],
  ])('names the field %s when %j is typed, and keeps what was typed', async (field, typed, words) => {
    const sent = { code: 'ESSAI', ...definitionFields('Essai'), note: HOSTILE, ...typed };
    const refused = await desk.send(ROOM, sent);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(words);
    expect(refused.html).toContain(`id="indicateur-${field}-error"`);
    expect(refused.html).not.toContain('<img src=x');
    expect(htmlMistakes(refused.html)).toEqual([]);
  });

  it('opens the folded fields that are to be corrected', async () => {
    const refused = await desk.send(ROOM, { ...definitionFields('Essai'), code: 'ESSAI', dueDays: 'dix' });
    expect(refused.html).toMatch(/<details class="form-group" open>\s*<summary>Qui le tient à jour/);
  });

  it('renames without another version, in the words of the form itself', async () => {
    const path = `${ROOM}/spots-partages`;
    const same = await desk.send(path, await fieldsOf('SPOTS_PARTAGES'));
    expect(same.location).toBe(`${path}?fait=definition`);
    expect(await journalOf(server, 'indicator.changed')).toHaveLength(1);
    await desk.send(path, { ...(await fieldsOf('SPOTS_PARTAGES')), shortName: HOSTILE });
    expect(await indicators.byCode('SPOTS_PARTAGES')).toMatchObject({ shortName: HOSTILE, version: 1 });
    expect((await desk.read(path)).html).not.toContain('<img src=x');
  });

  it('asks what a change of what is counted means, once there are figures', async () => {
    const path = `${ROOM}/visiteurs-stand`;
    const changed = { ...(await fieldsOf('VISITEURS_STAND')), method: 'Cellule de comptage' };
    const asked = await desk.send(path, changed);
    expect([asked.status, asked.html.includes('id="indicateur-change-error"')]).toEqual([422, true]);
    const undated = await desk.send(path, { ...changed, change: 'break', validFrom: '', reason: '' });
    expect(undated.html).toContain('id="indicateur-validFrom-error"');
    expect(undated.html).toContain('id="indicateur-reason-error"');
    const early = await desk.send(path, {
      ...changed,
      change: 'break',
      validFrom: '2999-01-01',
      reason: 'Autre',
    });
    expect(textOf(early.html)).toContain('n’est pas encore venu');

    const said = { change: 'break', validFrom: '2021-01-01', reason: 'Comptage par cellule' };
    expect((await desk.send(path, { ...changed, ...said })).status).toBe(303);
    expect(await indicators.breaks()).toEqual([
      { indicator: 'VISITEURS_STAND', from: '2021-01-01', version: 2, reason: 'Comptage par cellule' },
    ]);
    const page = await desk.read(path);
    expect(textOf(page.html)).toContain('série rompue');
    expect(page.html).toMatch(/name="validFrom" value=""/);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);

    const reworded = { ...changed, method: 'Cellules de comptage', change: 'same', reason: 'Pluriel' };
    expect((await desk.send(path, reworded)).status).toBe(303);
    expect(await indicators.byCode('VISITEURS_STAND')).toMatchObject({ version: 3, validFrom: '2021-01-01' });
    expect(await indicators.breaks()).toHaveLength(1);
    const answer = await fetch(`${server.url}/api/v1/indicators/visiteurs-stand/versions`);
    const { items } = (await answer.json()) as { items: { changed: string[]; breaksSeries: boolean }[] };
    expect(items.map(({ changed: members, breaksSeries }) => [members, breaksSeries])).toEqual([
      [[], false],
      [['method'], true],
      [['method'], false],
    ]);
    expect(items[0]).not.toHaveProperty('recordedBy');
  });

  it('keeps decimals and sign once there are figures, and never goes in circles', async () => {
    const path = `${ROOM}/visiteurs-stand`;
    const own = { ...(await fieldsOf('VISITEURS_STAND')), change: 'same', reason: 'Essai' };
    const refused = await desk.send(path, { ...own, decimals: '2', signed: 'on' });
    expect(refused.html).toContain('id="indicateur-decimals-error"');
    expect(refused.html).toContain('id="indicateur-signed-error"');
    const circle = await desk.send(path, { ...own, subsetOf: 'VISITEURS_PROJET_MOBILITE' });
    expect(textOf(circle.html)).toContain('VISITEURS_STAND → VISITEURS_PROJET_MOBILITE → VISITEURS_STAND');
  });

  it('moves one, and stops at the ends', async () => {
    const order = async (): Promise<string[]> => (await indicators.all()).map(({ code }) => code);
    const before = await order();
    const [first = '', second = ''] = before;
    expect((await desk.send(`${ROOM}/${second}/place`, { direction: 'up' })).status).toBe(303);
    expect((await order()).slice(0, 2)).toEqual([second, first]);
    await desk.send(`${ROOM}/${second}/place`, { direction: 'up' });
    await desk.send(`${ROOM}/${second}/place`, { direction: 'down' });
    expect(await order()).toEqual(before);
    expect(await journalOf(server, 'indicator.moved')).toHaveLength(2);
    expect((await desk.send(`${ROOM}/${second}/place`, { direction: 'aside' })).status).toBe(422);
  });

  it('retires one, and counts it again', async () => {
    const path = `${ROOM}/abonnes`;
    expect((await desk.send(`${path}/retrait`, { on: 'hier' })).html).toContain('id="retrait-on-error"');
    await desk.send(`${path}/retrait`, { on: '2021-12-31' });
    expect(textOf((await desk.read(ROOM)).html)).toContain('Retiré le 31 décembre 2021');
    const page = await desk.read(path);
    expect([textOf(page.html).includes('Le compter de nouveau'), htmlMistakes(page.html)]).toEqual([
      true,
      [],
    ]);
    const counted = async (day: string): Promise<boolean> =>
      (await indicators.countedFrom(day)).some(({ code }) => code === 'ABONNES');
    expect([await counted('2021-01-01'), await counted('2022-01-01')]).toEqual([true, false]);
    await desk.send(`${path}/retrait/annulation`, {});
    expect(await indicators.byCode('ABONNES')).toMatchObject({ retiredOn: null });
    expect(await journalOf(server, 'indicator.retired')).toHaveLength(1);
    expect(await journalOf(server, 'indicator.restored')).toHaveLength(1);
  });

  it('knows no other', async () => {
    expect((await desk.read(`${ROOM}/inconnu`)).status).toBe(404);
    expect((await desk.send(`${ROOM}/inconnu`, definitionFields('Essai'))).status).toBe(404);
  });
});
