import { dataCallerOf } from '../../src/accounts/access/caller.rules.js';
import { EvidenceService } from '../../src/entry/evidence/evidence.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { OTHER, OWN } from '../support/callers.js';
import { asPerson } from '../support/identities.js';
import { get, post, type Row, type Sent } from './row.types.js';
import { figureOf, type World } from './world.js';

/** A proof of a figure of an organisation, by a person. @returns the address of its sheet and the number of the proof */
async function evidenceOf(
  world: World,
  organisation: string | null,
  personId: number | null = null,
): Promise<{ path: string; proof: number }> {
  const editor = dataCallerOf(asPerson('editor'));
  if (editor === null) throw new Error('an editor reads figures');
  const by = personId === null ? editor : { ...editor, signature: `person:${personId}` };
  const bytes = Buffer.from(`Appel du 2 octobre, ${world.unique()} spots.`);
  const { path, id } = await sheetOf(world, organisation);
  const proof = await world.get(EvidenceService).add(id, { name: 'appel.txt', bytes }, by);
  return { path, proof: proof.id };
}

/** Whoever is bound to another organisation is not told that it exists. */
const outOfReach = (organisation: string | null): Row['except'] => ({
  ...(organisation === OWN ? {} : { contributor: 'h' }),
  ...(organisation === OTHER ? {} : { otherContributor: 'h' }),
});

/** The sheet of a new figure of an organisation, sent for validation. @returns its address and its number */
async function sheetOf(world: World, organisation: string | null): Promise<{ path: string; id: number }> {
  const id = await world.measurementOf(organisation, 'submitted');
  const [row] = await world.manager.query(`SELECT period_start AS day FROM measurements WHERE id = ${id}`);
  return { path: `/saisie/${row.day}/${keyOf(organisation)}`, id };
}

const keyOf = (organisation: string | null): string =>
  `spots-partages~op-2020-spots${organisation === null ? '' : `~~~${organisation.toLowerCase()}`}`;

/** The sheet of a new figure of a day long before its operation, in a year that no row seals. @returns its address */
async function surprisingSheetOf(world: World, organisation: string | null): Promise<string> {
  const day = new Date(Date.UTC(2001, 0, world.unique())).toISOString().slice(0, 10);
  const figure = {
    ...figureOf(organisation, 1),
    indicator: 'SPOTS_PARTAGES',
    periodStart: day,
    periodEnd: day,
  };
  const context = { recordedBy: 'person:1', defaultStatus: 'submitted', partial: false } as const;
  const { rejected } = await world.get(MeasurementsService).record([figure], context);
  if (rejected.length > 0) throw new Error(rejected.map(({ message }) => message).join(' '));
  return `/saisie/${day}/${keyOf(organisation)}`;
}

const SHEET = '/saisie/:period/:key';

/** Entering figures, one by one. */
export const ENTRY_ROWS: readonly Row[] = [OWN, OTHER, null].flatMap((organisation) => {
  const rest = { about: `of ${organisation ?? 'no organisation'}`, except: outOfReach(organisation) };
  const rows = [
    get('/justificatifs/:id', 'entry:use', '', {
      ...rest,
      sample: async (world) => ({ path: `/justificatifs/${(await evidenceOf(world, organisation)).proof}` }),
    }),
    get(SHEET, 'entry:use', '', {
      ...rest,
      sample: async (world) => ({ path: (await sheetOf(world, organisation)).path }),
    }),
  ];
  // Whose figures are nobody's are out of reach in the same way: reading them is enough to know.
  if (organisation === null) return rows;
  return [
    ...rows,
    post(
      SHEET,
      'entry:use',
      async (world) => ({
        path: (await sheetOf(world, organisation)).path,
        form: {
          typed: '35',
          qualifier: 'about',
          absence: '',
          marking: 'provisional',
          source: 'Appel',
          note: '',
          reason: 'Recomptage',
          version: '1',
        },
      }),
      rest,
    ),
    post(
      `${SHEET}/justificatifs`,
      'entry:use',
      async (world) => multipart((await sheetOf(world, organisation)).path, world.unique()),
      { ...rest, ignoresBody: 'it holds a file, which other tests send' },
    ),
    post(
      `${SHEET}/justificatifs/:id/retrait`,
      'entry:use',
      async (world, caller) => {
        const { path, proof } = await evidenceOf(world, organisation, caller.personId);
        return { path: `${path}/justificatifs/${proof}/retrait`, form: { reason: 'Mauvais mois' } };
      },
      rest,
    ),
    post(
      `${SHEET}/etonnements/:code`,
      'entry:use',
      async (world) => ({
        path: `${await surprisingSheetOf(world, organisation)}/etonnements/outside_campaign`,
        form: { reason: 'Une répétition' },
      }),
      rest,
    ),
    post(
      `${SHEET}/retrait`,
      'entry:use',
      async (world) => ({
        path: `${(await sheetOf(world, organisation)).path}/retrait`,
        form: { reason: 'Double' },
      }),
      rest,
    ),
  ];
});

function multipart(path: string, unique: number): Sent {
  const boundary = 'limite';
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="appel.txt"\r\n\r\nAppel ${unique}\r\n--${boundary}--\r\n`;
  return {
    path: `${path}/justificatifs`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(body),
  };
}
