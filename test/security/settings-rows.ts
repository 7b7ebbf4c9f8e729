import { OrganisationChangesService } from '../../src/administration/organisations/organisation-changes.service.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

const BODIES = '/administration/organisations';
const TEXTS = '/administration/textes';
const SETUP = '/administration/demarrage';
const ENTRY = '/administration/saisie';
const JOURNAL = '/administration/journal';

/** A body that no figure and nobody belongs to. */
async function newBody(world: World): Promise<string> {
  const code = `CORPS-${world.unique()}`;
  const names = [
    { name: `Corps ${code}`, nameInSentence: `le corps ${code}`, validFrom: null, validTo: null },
  ];
  await world
    .get(OrganisationChangesService)
    .create({ code, kind: 'organisme', role: null, note: null, names });
  return code;
}
async function mergedBody(world: World): Promise<string> {
  const code = await newBody(world);
  const into = await newBody(world);
  await world.get(OrganisationChangesService).merge(code, { into, on: '2021-01-01' });
  return code;
}

/** The bodies of the programme, their names over time and what became of them. */
export const ORGANISATION_ROWS: readonly Row[] = [
  get(BODIES, 'organisations:manage'),
  get(`${BODIES}/:code`, 'organisations:manage', `${BODIES}/lot-tourisme`),
  post(BODIES, 'organisations:manage', ({ unique }) => ({
    path: BODIES,
    form: {
      code: `NOUVEAU-${unique()}`,
      name: `Nouveau corps ${unique()}`,
      nameInSentence: '',
      kind: 'organisme',
      role: '',
      note: '',
    },
  })),
  post(`${BODIES}/:code`, 'organisations:manage', async (world) => ({
    path: `${BODIES}/${await newBody(world)}`,
    form: { kind: 'groupe', role: 'relais', note: '' },
  })),
  post(`${BODIES}/:code/noms`, 'organisations:manage', async (world) => ({
    path: `${BODIES}/${await newBody(world)}/noms`,
    form: { name: 'Autre nom', nameInSentence: '', from: '2021-01-01' },
  })),
  post(`${BODIES}/:code/noms/:place`, 'organisations:manage', async (world) => ({
    path: `${BODIES}/${await newBody(world)}/noms/0`,
    form: { name: 'Nom corrigé', nameInSentence: '', validFrom: '', validTo: '' },
  })),
  post(`${BODIES}/:code/fusion`, 'organisations:manage', async (world) => ({
    path: `${BODIES}/${await newBody(world)}/fusion`,
    form: { into: await newBody(world), on: '2021-01-01' },
  })),
  post(`${BODIES}/:code/fusion/annulation`, 'organisations:manage', async (world) => ({
    path: `${BODIES}/${await mergedBody(world)}/fusion/annulation`,
    form: {},
  })),
];

/** Legal texts, the first steps of a programme, the journal. */
export const SETTINGS_ROWS: readonly Row[] = [
  get(TEXTS, 'programme:manage'),
  get(`${TEXTS}/:page`, 'programme:manage', `${TEXTS}/mentions-legales`),
  post(`${TEXTS}/:page`, 'programme:manage', ({ unique }) => ({
    path: `${TEXTS}/mentions-legales`,
    form: { text: `Éditeur du site : le Département, ${unique()}.` },
  })),
  post(
    `${TEXTS}/:page/origine`,
    'programme:manage',
    () => ({ path: `${TEXTS}/mentions-legales/origine`, form: {} }),
    { unrecorded: 'the text may be that of the origin already' },
  ),
  get(SETUP, 'programme:manage'),
  post(
    SETUP,
    'programme:manage',
    () => ({
      path: SETUP,
      form: {
        name: 'Autre programme',
        tagline: 'Ailleurs',
        carriedBy: 'Une autre collectivité',
        territory: 'Ailleurs',
        territoryCode: 'AILLEURS',
        visibility: 'public',
        year: '2021',
      },
    }),
    { unrecorded: 'there is a programme already: nothing is written' },
  ),
  post(`${SETUP}/exemple`, 'programme:manage', () => ({ path: `${SETUP}/exemple`, form: {} }), {
    unrecorded: 'there is a programme already: nothing is written',
  }),
  get(ENTRY, 'programme:manage'),
  post(ENTRY, 'programme:manage', ({ unique }) => ({
    path: ENTRY,
    form: { review: 'single', closingDays: String((unique() % 300) + 1), reminderDay: '3' },
  })),
  get(JOURNAL, 'journal:read'),
  post(`${JOURNAL}/export`, 'journal:read', () => ({ path: `${JOURNAL}/export`, form: {} })),
];
