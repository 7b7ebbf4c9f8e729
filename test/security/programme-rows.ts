import { IdentityService } from '../../src/programme/identity/identity.service.js';
import { ProgrammeService } from '../../src/programme/programme.service.js';
import { get, post, type Row, type Sent } from './row.types.js';
import type { World } from './world.js';

const ROOM = '/administration/programme';
/** The least that starts like a PNG, different each time. */
const image = (nth: number): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`image ${nth}`)]);

/** An exercice of its own that a bilan sealed. */
async function sealedYear(world: World): Promise<number> {
  const year = 1900 + (world.unique() % 100);
  const days = { startDate: null, endDate: null, closingDate: null };
  const words = { headline: null, summary: null, questionedListIsPartial: false };
  const updatedAt = '2020-12-17T08:00:00Z';
  await world.get(ProgrammeService).storeExercice({ year, state: 'sealed', ...days, ...words, updatedAt });
  return year;
}

/** A form with a file, as browsers send it. */
function withFile(path: string, field: string, content: Buffer): Sent {
  const boundary = 'copil-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  return {
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** What an administrator sets of the programme. */
export const PROGRAMME_ROWS: readonly Row[] = [
  get('/identite/:file', 'open', '', {
    sample: async (world) => {
      const identities = world.get(IdentityService);
      const { stylesheet } = await identities.identity();
      if (stylesheet !== null) return { path: stylesheet };
      await identities.changeAccentColour('#7b1e3b');
      return { path: (await identities.identity()).stylesheet ?? '' };
    },
  }),
  get(ROOM, 'programme:manage'),
  post(ROOM, 'programme:manage', ({ shown, unique }) => ({
    path: ROOM,
    form: {
      name: 'Oh my Lot !',
      tagline: `Vivre et travailler ici, ${unique()}`,
      purpose: 'Faire connaître le Lot.',
      carriedBy: 'Le Département et ses partenaires',
      visibility: shown,
      licence: '',
      sourceStatement: 'Données du comité de pilotage.',
    },
  })),
  post(`${ROOM}/couleur`, 'programme:manage', ({ unique }) => ({
    path: `${ROOM}/couleur`,
    form: { accentColour: `#7b1e${(unique() % 256).toString(16).padStart(2, '0')}` },
  })),
  post(`${ROOM}/couleur/origine`, 'programme:manage', () => ({ path: `${ROOM}/couleur/origine`, form: {} }), {
    unrecorded: 'the colour may be that of the origin already',
  }),
  post(`${ROOM}/logo`, 'programme:manage', ({ unique }) => withFile(`${ROOM}/logo`, 'logo', image(unique()))),
  post(`${ROOM}/logo/retrait`, 'programme:manage', () => ({ path: `${ROOM}/logo/retrait`, form: {} }), {
    unrecorded: 'there may be no logo to take away',
  }),
  post(`${ROOM}/exercices`, 'programme:manage', ({ unique }) => ({
    path: `${ROOM}/exercices`,
    form: { year: String(2_100 + (unique() % 800)) },
  })),
  get(`${ROOM}/exercices/:year`, 'programme:manage', `${ROOM}/exercices/2020`),
  post(`${ROOM}/exercices/:year/reouverture`, 'programme:manage', async (world) => ({
    path: `${ROOM}/exercices/${await sealedYear(world)}/reouverture`,
    form: { state: 'open', reason: 'Une erreur de saisie est à corriger' },
  })),
  post(`${ROOM}/exercices/:year`, 'programme:manage', ({ unique }) => ({
    path: `${ROOM}/exercices/2020`,
    form: {
      state: 'closed',
      startDate: '',
      endDate: '',
      closingDate: '2020-12-16',
      headline: `Une année ${unique()}`,
      summary: '',
    },
  })),
];
