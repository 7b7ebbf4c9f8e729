import { AnnotationsService } from '../../src/annotations/annotations.service.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { signIn } from '../support/people.js';

const ROOM = '/administration/evenements';
const HOSTILE = `"><img src=x onerror=alert(1)> « l’été » 😀`;
const EVENT = {
  label: 'Premier confinement',
  text: 'Lieux fermés au public.',
  start: '2020-03-17',
  end: '2020-05-11',
  precision: 'day',
  indicator: '',
  campaign: '',
  isPublic: 'on',
};

describe.each(ENGINES)('the room of events on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'editor'));
  });
  afterAll(() => server.close());

  const answers = async (
    query = '',
    headers: Record<string, string> = {},
  ): Promise<{ code: string; label: string }[]> => {
    const response = await fetch(`${server.url}/api/v1/annotations${query}`, { headers });
    return ((await response.json()) as { items: { code: string; label: string }[] }).items;
  };

  it('is empty at first and says what to do; is an editor’s, not a member’s', async () => {
    const page = await desk.read(ROOM);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    expect(textOf(page.html)).toContain('Aucun événement n’est encore noté.');
    expect(await answers()).toEqual([]);
    expect((await deskOf(server, await signIn(server, 'viewer')).read(ROOM)).status).toBe(403);
  });

  it('adds one, which the API tells everybody', async () => {
    const added = await desk.send(ROOM, { ...EVENT, indicator: 'VISITEURS_STAND' });
    expect([added.status, added.location]).toEqual([303, `${ROOM}?fait=ajout`]);
    expect(await answers('?year=2020')).toEqual([
      {
        code: 'EV-2020-PREMIER-CONFINEMENT',
        label: 'Premier confinement',
        text: 'Lieux fermés au public.',
        period: {
          start: '2020-03-17',
          end: '2020-05-11',
          precision: 'day',
          text: 'du 17\u00a0mars au 11\u00a0mai\u00a02020',
        },
        indicator: 'VISITEURS_STAND',
        campaign: null,
        public: true,
        updatedAt: expect.any(String),
      },
    ]);
    expect(await answers('?year=2021')).toEqual([]);
    expect(await journalOf(server, 'annotation.added')).toMatchObject([
      {
        subject: 'annotation:EV-2020-PREMIER-CONFINEMENT',
        after: { label: 'Premier confinement', start: '2020-03-17', indicator: 'VISITEURS_STAND' },
      },
    ]);
  });

  it('fills the month to which an event is known, and tells two of one name apart', async () => {
    await desk.send(ROOM, { ...EVENT, precision: 'month', end: '' });
    expect((await answers()).map(({ code }) => code)).toEqual([
      'EV-2020-PREMIER-CONFINEMENT-2',
      'EV-2020-PREMIER-CONFINEMENT',
    ]);
    expect(textOf((await desk.read(ROOM)).html)).toContain('Mars 2020');
  });

  it.each([
    ['label', ' ', 'Le libellé est à remplir.'],
    ['start', '', 'Le premier jour est à remplir.'],
    ['start', '2020-02-30', 'n’est pas un jour du calendrier'],
    ['end', '2020-03-16', 'Le dernier jour vient avant le premier'],
    ['precision', 'week', 'Choisissez une précision de la liste.'],
    ['indicator', 'INCONNU', 'Choisissez un indicateur de la liste.'],
    ['campaign', 'INCONNUE', 'Choisissez une opération de la liste.'],
  ])('names the field %s typed %p', async (field, typed, words) => {
    const refused = await desk.send(ROOM, { ...EVENT, text: HOSTILE, [field]: typed });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(words);
    expect(refused.html).toContain(`id="evenement-${field}-error"`);
    expect([refused.html.includes('<img src=x'), htmlMistakes(refused.html)]).toEqual([false, []]);
  });

  it('corrects one, keeps what is internal from visitors, and takes it away with its trace', async () => {
    const path = `${ROOM}/ev-2020-premier-confinement-2`;
    const { isPublic: _published, ...internal } = { ...EVENT, label: HOSTILE };
    expect((await desk.send(path, internal)).location).toBe(`${ROOM}?fait=modification`);
    const page = await desk.read(path);
    expect([page.status, page.html.includes('<img src=x'), htmlMistakes(page.html)]).toEqual([
      200,
      false,
      [],
    ]);
    expect((await answers()).map(({ label }) => label)).toEqual(['Premier confinement']);
    const { headers } = await signIn(server, 'viewer');
    expect((await answers('', headers)).map(({ label }) => label)).toContain(HOSTILE);
    const service = server.application.get(AnnotationsService, { strict: false });
    expect(await service.published({ start: '2020-01-01', end: '2020-12-31' })).toHaveLength(1);

    expect((await desk.send(path, internal)).status).toBe(303);
    expect(await journalOf(server, 'annotation.changed')).toMatchObject([
      {
        before: { label: 'Premier confinement', isPublic: true },
        after: { label: HOSTILE, isPublic: false },
      },
    ]);
    expect((await desk.send(`${path}/retrait`, {})).location).toBe(`${ROOM}?fait=retrait`);
    expect((await desk.read(path)).status).toBe(404);
    expect((await desk.send(`${path}/retrait`, {})).status).toBe(404);
    expect(await journalOf(server, 'annotation.removed')).toMatchObject([{ before: { label: HOSTILE } }]);
  });
});

describe.each(ENGINES)('events of a data set on %s', (engine) => {
  it('are stored once, and the same set again changes nothing', async () => {
    const server = await startTestServer({ engine });
    try {
      const service = server.application.get(AnnotationsService, { strict: false });
      const event = {
        code: 'EV-2020-SALON',
        label: 'Salon de Paris',
        text: null,
        start: '2020-01-16',
        end: null,
        precision: 'day',
        indicator: 'VISITEURS_STAND',
        campaign: 'OP-2020-SALON-PARIS',
        isPublic: true,
      } as const;
      const store = () => service.store(event, '2020-12-17T08:00:00Z');
      expect([await store(), await store()]).toEqual(['created', 'unchanged']);
      expect(await service.byCode('ev-2020-salon')).toMatchObject({ ...event, slug: 'ev-2020-salon' });
      await expect(service.store({ ...event, indicator: 'INCONNU' }, '2020-12-17T08:00:00Z')).rejects.toThrow(
        'not_found',
      );
    } finally {
      await server.close();
    }
  });
});
