import { deskOf, type Desk } from '../support/administration.js';
import { PRESS_RELEASE, startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { fieldValues } from '../support/html-texts.js';
import { signIn } from '../support/people.js';

const TARGET = {
  kind: 'target',
  indicator: 'VUES_RESEAUX',
  campaign: '',
  periodStart: '2020-01-01',
  periodEnd: '2020-12-31',
  value: '14 000',
  path: 'linear',
  steps: '',
  decidedBy: '',
  meetingCode: '',
  note: '',
};
const OPINION = {
  indicator: 'SETS_DE_TABLE',
  campaign: '',
  opinion: 'serene',
  givenOn: '2020-12-16',
  meetingCode: '',
  reason: '',
};
const EVENT = {
  label: 'Premier confinement',
  text: '',
  start: '2020-03-17',
  end: '',
  precision: 'day',
  indicator: '',
  campaign: '',
  isPublic: 'on',
};

/** A form: where it is sent, the prefix of its fields' ids, and what is right in it. */
const FORMS = {
  cible: { path: '/administration/cibles?annee=2020', right: TARGET },
  avis: { path: '/administration/avis?annee=2020', right: OPINION },
  evenement: { path: '/administration/evenements', right: EVENT },
} as const;
type Form = keyof typeof FORMS;

/** Kept as they are typed, and shown as words. */
const KEPT: Readonly<Record<string, string>> = {
  'a script': `<script>alert(1)</script>`,
  'an attribute': `" onfocus="alert(1)" autofocus x="`,
  'an image': `"><img src=x onerror=alert(1)>`,
  'a template': `<%= process.exit(1) %> {{7*7}} \${7*7}`,
  'a query': `'; DROP TABLE targets; --`,
  'a formula': `=1+1`,
  'a way out of a textarea': `</textarea><script>alert(1)</script>`,
  'marks of direction': `\u202eesrever\u202c \u200fعربي\u200e`,
  'faces and accents': `👩🏽‍🌾 « l’été » ﷽ e\u0301`,
  'narrow spaces': `1\u202f234\u00a0€\u2009!`,
};
const LONG = 'é'.repeat(10_000);
const NUL = 'avant\u0000après';

/** What is wrong with one field, and the words that say so. */
const REFUSED: readonly (readonly [Form, field: string, typed: string, words: string])[] = [
  ['cible', 'value', '   ', 'La valeur est à remplir.'],
  ['cible', 'value', '<b>450</b>', 'n’écrivez que le nombre et son qualificatif'],
  ['cible', 'value', '=1+1', 'copiez la valeur, pas le calcul'],
  ['cible', 'value', '-5', 'négati'],
  ['cible', 'value', '1e400', 'est en notation scientifique'],
  ['cible', 'value', '9'.repeat(40), 'dépasse les nombres que le logiciel peut tenir'],
  ['cible', 'value', '1 000,5', 'un nombre entier'],
  ['cible', 'value', 'entre 500 et 300', '500'],
  ['cible', 'value', NUL, 'caractère de commande invisible'],
  ['cible', 'value', LONG, 'La valeur compte 10 000 caractères'],
  ['cible', 'periodStart', '31/02/2020', '« 31/02/2020 » n’est pas un jour du calendrier'],
  ['cible', 'periodEnd', '2020-13-01', '« 2020-13-01 » n’est pas un jour du calendrier'],
  ['cible', 'periodStart', '0000-01-01', 'n’est pas un jour du calendrier'],
  ['cible', 'periodEnd', '99999-01-01', 'n’est pas un jour du calendrier'],
  ['cible', 'steps', '31/02/2020 : 500', 'écrivez un jour et une valeur'],
  ['cible', 'steps', '30/06/2020 : -5', 'négati'],
  ['cible', 'steps', '30/06/2020 : <script>', 'n’est pas un nombre'],
  ['cible', 'decidedBy', LONG, 'Qui a décidé compte 10 000 caractères'],
  ['cible', 'decidedBy', 'deux\nlignes', 'tient sur une seule ligne'],
  ['cible', 'note', LONG, 'La note compte 10 000 caractères'],
  ['cible', 'note', NUL, 'caractère de commande invisible'],
  ['avis', 'reason', LONG, 'Le motif compte 10 000 caractères'],
  ['avis', 'reason', NUL, 'caractère de commande invisible'],
  ['avis', 'givenOn', '31/02/2020', '« 31/02/2020 » n’est pas un jour du calendrier'],
  ['avis', 'givenOn', '2020-13-01', '« 2020-13-01 » n’est pas un jour du calendrier'],
  ['avis', 'givenOn', '0000-01-01', 'n’est pas un jour du calendrier'],
  ['avis', 'givenOn', '99999-01-01', 'n’est pas un jour du calendrier'],
  ['avis', 'givenOn', '9999-12-31', 'n’est pas encore venu'],
  ['avis', 'givenOn', '   ', 'La date est à remplir.'],
  ['avis', 'indicator', '<script>', 'Choisissez un indicateur de la liste.'],
  ['evenement', 'label', ' \u202f\u00a0 ', 'Le libellé est à remplir.'],
  ['evenement', 'label', LONG, 'Le libellé compte 10 000 caractères'],
  ['evenement', 'label', NUL, 'caractère de commande invisible'],
  ['evenement', 'text', LONG, 'L’explication compte 10 000 caractères'],
  ['evenement', 'start', '31/02/2020', '« 31/02/2020 » n’est pas un jour du calendrier'],
  ['evenement', 'start', '2020-13-01', '« 2020-13-01 » n’est pas un jour du calendrier'],
  ['evenement', 'end', '0000-01-01', 'n’est pas un jour du calendrier'],
  ['evenement', 'end', '99999-01-01', 'n’est pas un jour du calendrier'],
];

describe.each(ENGINES)('hostile texts in the rooms of targets, opinions and events on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine, seed: PRESS_RELEASE });
    desk = deskOf(server, await signIn(server, 'validator'));
  });
  afterAll(() => server.close());

  const send = (form: Form, typed: Record<string, string>) =>
    desk.send(FORMS[form].path, { ...FORMS[form].right, ...typed });

  it.each(REFUSED)('refuse, in the form %s, %s typed %j beside it, and lose nothing', async (...sample) => {
    const [form, field, typed, words] = sample;
    const answer = await send(form, { [field]: typed, ...(field === 'steps' ? { path: 'stepped' } : {}) });
    expect(answer.status).toBe(422);
    expect(textOf(answer.html)).toContain(words);
    expect(answer.html).toContain(`id="${form}-${field}-error"`);
    expect(htmlMistakes(answer.html)).toEqual([]);
    const values = fieldValues(answer.html);
    const shown: Record<string, string> = { ...FORMS[form].right, [field]: typed };
    for (const [name, value] of Object.entries(shown)) {
      // Lists hold what they offer, and radio buttons are many of one name.
      if (!values.has(name) || ['kind', 'path', 'opinion', 'isPublic'].includes(name)) continue;
      expect([name, values.get(name)?.slice(0, 200)]).toEqual([name, value.slice(0, 200)]);
    }
  });

  it.each(Object.entries(KEPT))('keep %s as it was typed, and show it as words', async (_, text) => {
    const reasons = [
      await send('cible', { indicator: 'SPOTS_PARTAGES', decidedBy: text, note: text, value: '300' }),
      await send('avis', { reason: text }),
      await send('evenement', { label: text, text }),
    ];
    expect(reasons.map(({ status }) => status)).toEqual([303, 303, 303]);
    const room = await desk.read(FORMS.cible.path);
    const target = /href="(\/administration\/cibles\/\d+)"/.exec(room.html)?.[1] ?? '';
    const pages = [
      room,
      await desk.read(target),
      await desk.read(FORMS.avis.path),
      await desk.read(FORMS.evenement.path),
      await desk.read('/tableau-de-bord/2020'),
      await desk.read('/indicateurs/spots-partages?annee=2020'),
      await desk.read('/indicateurs?annee=2020'),
    ];
    for (const { status, html } of pages) {
      expect([status, htmlMistakes(html)]).toEqual([200, []]);
      expect(html).not.toMatch(/<script>|<img src=x|<%|onfocus="/);
    }
    expect(fieldValues((await desk.read(target)).html).get('note')).toBe(text);
    expect((await desk.send(`${target}/retrait`, { reason: text })).status).toBe(303);
    expect(fieldValues(pages[1]?.html ?? '').get('decidedBy')).toBe(text);
  });

  it.each([
    ['season', '9999-12-31'],
    ['season', '0001-01-01'],
    ['year', '0001-01-01'],
    ['month', '9999-12-31'],
  ])('take an event known to the %s, at the end of the calendar: %s', async (precision, start) => {
    const answer = await send('evenement', { precision, start });
    expect([303, 422]).toContain(answer.status);
    if (answer.status === 422) expect(answer.html).toContain('id="evenement-start-error"');
    expect((await desk.read(FORMS.evenement.path)).status).toBe(200);
  });

  it('read numbers as people type them, whatever their spaces', async () => {
    for (const [typed, words] of [
      ['12k', 'environ 12 000'],
      ['1\u202f000', '1 000'],
      ['plus de\u00a01 000', 'plus de 1 000'],
    ] as const) {
      expect((await send('cible', { indicator: 'AMBASSADEURS', value: typed })).status).toBe(303);
      const room = await desk.read(FORMS.cible.path);
      expect(textOf(room.html)).toContain(`Ambassadeurs Cible ${words}`);
      const path = /href="(\/administration\/cibles\/\d+)">Ambassadeurs</.exec(room.html)?.[1] ?? '';
      expect((await desk.send(`${path}/retrait`, { reason: 'Essai' })).status).toBe(303);
    }
  });
});
