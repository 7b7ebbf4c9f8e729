import { ImportsService } from '../../src/imports/imports.service.js';
import { OWN } from '../support/callers.js';
import { get, post, type Row, type Sent } from './row.types.js';
import type { World } from './world.js';

const HEADER =
  'code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;source;commentaire;organisation';

/** A day of its own for each file: what is imported twice changes nothing. */
const standardFile = (unique: number): string => {
  const day = new Date(Date.UTC(1990, 0, unique)).toISOString().slice(0, 10);
  return `${HEADER}\r\nOP-2020-SPOTS;SPOTS_PARTAGES;${day};${day};realise;${unique};;;${OWN}\r\n`;
};

function multipart(path: string, unique: number): Sent {
  const boundary = 'limite';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="chiffres.csv"\r\n\r\n`;
  return {
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(`${head}${standardFile(unique)}\r\n--${boundary}--\r\n`),
  };
}

/** A batch that nobody of the callers applied. @returns its number */
async function batchOf(world: World): Promise<number> {
  const file = { name: 'chiffres.csv', bytes: Buffer.from(standardFile(world.unique())) };
  const author = {
    signature: 'import:chiffres.csv',
    limits: { indicators: null, campaigns: null, organisations: null },
    defaultStatus: 'submitted',
  } as const;
  const { batch, files } = await world.get(ImportsService).importSent([file], { dryRun: false, author });
  if (batch === null) throw new Error(JSON.stringify(files));
  return batch;
}

/** Batches of others are the team's to see. */
const NOT_THEIRS = { contributor: 'h', otherContributor: 'h', writeToken: 'h', otherToken: 'h' } as const;

/** Files sent by programs. */
export const IMPORTS_API_ROWS: readonly Row[] = [
  post('/api/v1/imports', 'measurements:write', ({ unique }) => multipart('/api/v1/imports', unique()), {
    except: { otherContributor: 'x', otherToken: 'x' },
  }),
  get('/api/v1/imports', 'measurements:write'),
  get('/api/v1/imports/:id', 'measurements:write', '', {
    sample: async (world) => ({ path: `/api/v1/imports/${await batchOf(world)}` }),
    except: NOT_THEIRS,
  }),
  post(
    '/api/v1/imports/:id/undo',
    'measurements:write',
    async (world) => ({ path: `/api/v1/imports/${await batchOf(world)}/undo` }),
    { except: NOT_THEIRS, ignoresBody: 'the address says everything' },
  ),
];
