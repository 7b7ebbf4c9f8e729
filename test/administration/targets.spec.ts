import { htmlMistakes, textOf } from '../support/html-lint.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { PRESS_RELEASE, startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { fieldValues } from '../support/html-texts.js';
import { signIn } from '../support/people.js';

const TARGETS = '/administration/cibles';
const OPINIONS = '/administration/avis';
const HOSTILE = `"><img src=x onerror=alert(1)> ﷽ « l’été » 😀`;
const TARGET = {
  kind: 'target',
  indicator: 'VUES_RESEAUX',
  campaign: '',
  periodStart: '2020-01-01',
  periodEnd: '2020-12-31',
  value: 'plus de 14 000',
  path: 'linear',
  steps: '',
  decidedBy: 'comité de pilotage',
  meetingCode: '',
  note: '',
};
const OPINION = {
  indicator: 'SETS_DE_TABLE',
  campaign: '',
  opinion: 'serene',
  givenOn: '2020-12-16',
  meetingCode: 'COPIL-2020-12',
  reason: '',
};

describe.each(ENGINES)('the rooms of targets and opinions on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;
  let meeting: string;

  beforeAll(async () => {
    server = await startTestServer({ engine, seed: PRESS_RELEASE });
    desk = deskOf(server, await signIn(server, 'validator'));
    meeting = /value="(COPIL[^"]*)"/.exec((await desk.read(TARGETS)).html)?.[1] ?? '';
  });
  afterAll(() => server.close());

  const targetOf = async (indicator: string): Promise<string> => {
    const { html } = await desk.read(`${TARGETS}?annee=2020`);
    const links = [...html.matchAll(/<a href="(\/administration\/cibles\/\d+)">([^<]*)</g)];
    return links.find(([, , name]) => name?.includes(indicator))?.[1] ?? '';
  };
  const figure = async (indicator: string) => {
    const response = await fetch(`${server.url}/api/v1/figures?year=2020&indicator=${indicator}`);
    const { items } = (await response.json()) as { items: Record<string, unknown>[] };
    return items[0];
  };

  it('show editors what was decided, without a form, and nothing to viewers', async () => {
    const editor = deskOf(server, await signIn(server, 'editor'));
    for (const path of [TARGETS, OPINIONS]) {
      const page = await editor.read(path);
      expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
      expect(page.html).not.toContain('class="form"');
      expect((await deskOf(server, await signIn(server, 'viewer')).read(path)).status).toBe(403);
    }
    expect(textOf((await editor.read(TARGETS)).html)).toContain(
      'Aucune cible n’est fixée pour cet exercice.',
    );
    expect((await editor.send(TARGETS, TARGET)).status).toBe(403);
  });

  it('keep a target with who decided it, in which session, and judge the figure by it', async () => {
    expect((await desk.send(TARGETS, { ...TARGET, meetingCode: meeting })).location).toBe(
      `${TARGETS}?fait=ajout`,
    );
    const page = await desk.read(`${TARGETS}?fait=ajout`);
    expect(htmlMistakes(page.html)).toEqual([]);
    expect(textOf(page.html)).toContain('Comité de pilotage, séance du 16 décembre 2020');
    expect(await figure('VUES_RESEAUX')).toMatchObject({
      target: {
        value: 14_000,
        qualifier: 'more_than',
        decidedBy: 'comité de pilotage',
        decidedIn: 'séance du 16\u00a0décembre\u00a02020',
        version: 1,
      },
      expectedToDate: { value: 14_000, path: 'linear' },
      assessment: 'undetermined',
    });
    expect((await desk.send(TARGETS, TARGET)).status).toBe(409);
    expect(await journalOf(server, 'target.changed')).toMatchObject([
      { before: null, after: { version: 1, value: 14_000, qualifier: 'more_than' } },
    ]);
  });

  it.each([
    ['value', 'beaucoup', 'n’est pas un nombre'],
    ['value', '', 'La valeur est à remplir.'],
    ['value', '12,5', 'un nombre entier'],
    ['path', 'window', 'Une cible d’ensemble'],
    ['steps', 'en juin', 'écrivez un jour et une valeur'],
    ['steps', '30/06/2020 : 500', 'ne vont qu’avec le rythme'],
    ['periodEnd', '2019-12-31', 'La fin vient avant le début'],
    ['indicator', 'INCONNU', 'Choisissez un indicateur de la liste.'],
    ['meetingCode', 'SEANCE-INCONNUE', 'Choisissez une séance de la liste.'],
    ['campaign', 'OP-INCONNUE', 'Choisissez une opération de la liste.'],
  ])('say what is wrong beside %s typed %p', async (field, typed, words) => {
    const refused = await desk.send(TARGETS, {
      ...TARGET,
      indicator: 'SPOTS_PARTAGES',
      note: HOSTILE,
      [field]: typed,
    });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(words);
    if (field !== 'path' && field !== 'indicator')
      expect(refused.html).toContain(`id="cible-${field}-error"`);
    expect([refused.html.includes('<img src=x'), htmlMistakes(refused.html)]).toEqual([false, []]);
  });

  it('change a target by another version, and keep the former one', async () => {
    const path = await targetOf('Vues');
    const { kind: _, indicator: __, campaign: ___, periodStart: ____, periodEnd: _____, ...said } = TARGET;
    const change = { ...said, value: '12 000', path: 'stepped', steps: '30/06/2020 : 6 000' };
    expect((await desk.send(path, { ...change, reason: '' })).html).toContain('id="version-reason-error"');
    expect((await desk.send(path, { ...change, reason: `Revue ${HOSTILE}` })).location).toBe(
      `${path}?fait=version`,
    );
    const page = await desk.read(`${path}?fait=version`);
    expect([page.html.includes('<img src=x'), htmlMistakes(page.html)]).toEqual([false, []]);
    const text = textOf(page.html);
    expect(text).toContain('Version 2 : 12 000');
    expect(text).toContain('Version 1 : plus de 14 000');
    expect(text).toContain('Par paliers : 6 000 le 30 juin 2020');
    expect(await figure('VUES_RESEAUX')).toMatchObject({
      target: { value: 12_000, version: 2 },
      attainment: { lower: 108 },
      assessment: 'reached',
    });
  });

  it('take a target back with its reason: the figure stands calm without it', async () => {
    expect((await desk.send(TARGETS, { ...TARGET, indicator: 'SPOTS_PARTAGES', value: '300' })).status).toBe(
      303,
    );
    expect(await figure('SPOTS_PARTAGES')).toMatchObject({ assessment: 'late', target: { value: 300 } });
    const path = await targetOf('Spots');
    expect((await desk.send(`${path}/retrait`, { reason: ' ' })).status).toBe(422);
    expect((await desk.send(`${path}/retrait`, { reason: 'Décidée par erreur' })).location).toBe(
      `${path}?fait=retrait`,
    );
    const page = textOf((await desk.read(path)).html);
    expect(page).toContain('Version 2 : Retirée');
    expect(page).toContain('Motif : Décidée par erreur');
    expect(await figure('SPOTS_PARTAGES')).toMatchObject({ assessment: 'no_target' });
    expect((await desk.read(`${TARGETS}/999999`)).status).toBe(404);
  });

  it('lead back from a target to the exercice that holds it, which may not be its civil year', async () => {
    const admin = deskOf(server, await signIn(server, 'admin'));
    const exercice = '/administration/programme/exercices/2020';
    const fields = fieldValues((await admin.read(exercice)).html);
    const dated = { ...Object.fromEntries(fields), startDate: '2020-01-01', endDate: '2021-03-31' };
    delete (dated as Record<string, string>)['_csrf'];
    expect((await admin.send(exercice, { ...dated, state: 'open' })).status).toBe(303);
    const wide = { ...TARGET, indicator: 'AMBASSADEURS', periodEnd: '2021-03-31', value: '500' };
    expect((await desk.send(`${TARGETS}?annee=2020`, wide)).location).toBe(
      `${TARGETS}?annee=2020&fait=ajout`,
    );
    for (const [room, words] of [
      [TARGETS, 'Cibles de'],
      [OPINIONS, 'Avis sur'],
    ] as const) {
      const list = textOf((await desk.read(`${room}?annee=2020`)).html);
      expect(list).toContain(`${words} l’exercice 2020-2021`);
    }
    const page = await desk.read(await targetOf('Ambassadeurs'));
    expect(page.html).toContain(`<a href="${TARGETS}?annee=2020">Cibles</a>`);
    await admin.send(exercice, { ...dated, startDate: '', endDate: '', state: 'open' });
  });

  it('show a target in the list of the exercice in which it ends', async () => {
    const next = { ...TARGET, indicator: 'AMBASSADEURS', value: '600', periodStart: '2021-01-01' };
    const added = await desk.send(`${TARGETS}?annee=2020`, { ...next, periodEnd: '2021-12-31' });
    expect(added.location).toBe(`${TARGETS}?annee=2021&fait=ajout`);
    expect(textOf((await desk.read(`${TARGETS}?annee=2021&fait=ajout`)).html)).toContain(
      'Ambassadeurs Cible 600',
    );
  });

  it('ask why an opinion contradicts the calculation, and keep those before', async () => {
    await desk.send(TARGETS, { ...TARGET, indicator: 'SETS_DE_TABLE', value: '200 000' });
    const opinion = { ...OPINION, meetingCode: meeting };
    const refused = await desk.send(`${OPINIONS}?annee=2020`, opinion);
    expect([refused.status, refused.html.includes('id="avis-reason-error"')]).toEqual([422, true]);
    expect(textOf(refused.html)).toContain(
      'L’avis « Serein » contredit le calcul (65 % de la cible de 200 000)',
    );
    const given = await desk.send(`${OPINIONS}?annee=2020`, {
      ...opinion,
      reason: `Commande en cours ${HOSTILE}`,
    });
    expect(given.location).toBe(`${OPINIONS}?annee=2020&fait=avis`);
    expect(await figure('SETS_DE_TABLE')).toMatchObject({
      assessment: 'late',
      opinion: { opinion: 'serene', label: 'Serein', contradicts: true, givenOn: '2020-12-16' },
    });
    await desk.send(`${OPINIONS}?annee=2020`, {
      ...opinion,
      opinion: 'support_needed',
      givenOn: '2020-12-20',
    });
    const page = await desk.read(`${OPINIONS}?annee=2020&fait=avis`);
    expect([page.html.includes('<img src=x'), htmlMistakes(page.html)]).toEqual([false, []]);
    expect(textOf(page.html)).toContain('Appui nécessaire');
    expect(textOf(page.html)).toContain('Avis précédents');
    expect(textOf((await desk.read('/tableau-de-bord/2020')).html)).toContain(
      'Avis du comité : appui nécessaire',
    );
    expect(textOf((await desk.read('/indicateurs?annee=2020')).html)).toContain(
      'Avis du comité : appui nécessaire',
    );
    const back = { ...opinion, opinion: 'taken_back', givenOn: '2020-12-21' };
    expect((await desk.send(`${OPINIONS}?annee=2020`, back)).status).toBe(422);
    await desk.send(`${OPINIONS}?annee=2020`, { ...back, reason: 'Plus d’avis' });
    expect(await figure('SETS_DE_TABLE')).not.toHaveProperty('opinion');
    expect(await journalOf(server, 'opinion.given')).toHaveLength(3);
    for (const [field, typed] of [
      ['indicator', 'INCONNU'],
      ['campaign', 'OP-X'],
      ['meetingCode', 'X'],
    ] as const) {
      expect((await desk.send(OPINIONS, { ...opinion, [field]: typed })).status).toBe(422);
    }
  });
});
