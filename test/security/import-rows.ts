import { readFileSync } from 'node:fs';
import { BatchesService } from '../../src/imports/batches/batches.service.js';
import { DraftsService } from '../../src/imports/drafts/drafts.service.js';
import { ReadingService } from '../../src/imports/reading.service.js';
import type { TestCaller } from '../support/callers.js';
import { get, post, type Row, type Sample } from './row.types.js';
import type { World } from './world.js';

const IMPORTS = '/imports';
const HEADER =
  'code_programme;code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif';
const NEW = `${IMPORTS}/nouveau`;
const NOBODY_S_FIGURES =
  'files that nobody decided upon are nobody’s figures, and are forgotten within a day';
const HIDDEN: Row['except'] = { contributor: 'h', otherContributor: 'h' };

/** A standard file of one figure that nobody gave yet, in the name of an organisation or of nobody. */
function fileOf(world: World): string {
  const nth = world.unique();
  const day = new Date(Date.UTC(2012, 0, nth)).toISOString().slice(0, 10);
  return `${HEADER}\nOML;OP-2020-SPOTS;SPOTS_PARTAGES;${day};${day};realise;12;exact\n`;
}

/** Files that the caller dropped; somebody else's for whoever has no account. @returns where they wait */
async function draftOf(world: World, caller: TestCaller, text?: string): Promise<string> {
  const bytes = Buffer.from(text ?? fileOf(world));
  const files = [{ name: 'spots.csv', bytes }];
  const id = await world.get(DraftsService).create(files, `person:${caller.personId ?? 0}`);
  return `${NEW}/${id}`;
}

/** A batch of the team's. @returns its page */
async function batchOf(world: World): Promise<string> {
  const said = await world.get(ReadingService).read(Buffer.from(fileOf(world)), {});
  if (!said.ok) throw new Error(said.refusal.message);
  const { encoding, separator, entry } = said.file;
  const { interpretation } = said;
  const sha256 = String(world.unique()).padStart(64, '0');
  const limits = { indicators: null, campaigns: null, organisations: null };
  const author = { signature: 'person:999999', limits, defaultStatus: 'submitted' } as const;
  const file = {
    name: 'spots.csv',
    sha256,
    size: 100,
    encoding,
    separator,
    entry,
    interpretation,
    answers: {},
  };
  const options = { origin: 'page', author, dryRun: false, create: false, totals: [] } as const;
  const { batchId, reports } = await world.get(BatchesService).apply([file], options);
  if (batchId === null) throw new Error(JSON.stringify(reports));
  return `${IMPORTS}/${batchId}`;
}

/** What somebody does with a draft of their own. */
const ofDraft =
  (tail: string, form: Record<string, string>): Sample =>
  async (world, caller) => ({ path: `${await draftOf(world, caller)}${tail}`, form });

/** Dropping files, deciding upon them, taking them back. */
export const IMPORT_ROWS: readonly Row[] = [
  get(IMPORTS, 'imports:use'),
  get(NEW, 'imports:use'),
  post(NEW, 'imports:use', () => multipart(NEW), {
    unrecorded: NOBODY_S_FIGURES,
    ignoresBody: 'it holds files, which other tests send',
  }),
  get(`${NEW}/:id`, 'imports:use', '', {
    sample: async (world, caller) => ({ path: await draftOf(world, caller) }),
  }),
  post(`${NEW}/:id`, 'imports:use', ofDraft('', {})),
  post(`${NEW}/:id/reponses`, 'imports:use', ofDraft('/reponses', {}), { unrecorded: NOBODY_S_FIGURES }),
  post(
    `${NEW}/:id/retrait`,
    'imports:use',
    async (world, caller) => {
      const path = await draftOf(world, caller);
      const draft = await world
        .get(DraftsService)
        .one(Number.parseInt(path.slice(NEW.length + 1), 10), `person:${caller.personId ?? 0}`);
      return { path: `${path}/retrait`, form: { file: String(draft.files[0]?.id) } };
    },
    { unrecorded: NOBODY_S_FIGURES },
  ),
  post(`${NEW}/:id/abandon`, 'imports:use', ofDraft('/abandon', {}), { unrecorded: NOBODY_S_FIGURES }),
  get(`${IMPORTS}/:id`, 'imports:use', '', {
    about: 'of the team',
    sample: async (world) => ({ path: await batchOf(world) }),
    except: HIDDEN,
  }),
  get(`${IMPORTS}/:id/rapport.csv`, 'imports:use', '', {
    about: 'of the team',
    sample: async (world) => ({ path: `${await batchOf(world)}/rapport.csv` }),
    except: HIDDEN,
  }),
  post(
    `${IMPORTS}/:id/annulation`,
    'imports:use',
    async (world) => ({ path: `${await batchOf(world)}/annulation`, form: {} }),
    { about: 'of the team', except: HIDDEN },
  ),
];

function multipart(path: string) {
  const boundary = 'limite';
  const bytes = readFileSync('test/import/samples/14_spots_partages_par_epci.csv', 'utf8');
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="spots.csv"\r\n\r\n${bytes}\r\n--${boundary}--\r\n`;
  return {
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(body),
  };
}
