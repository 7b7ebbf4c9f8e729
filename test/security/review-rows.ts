import { OTHER, OWN } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';

const PATH = '/validation';

/** A decision on a new figure of an organisation, by the API. */
function decision(name: string, organisation: string, said: object, except: Row['except']): Row {
  const hidden: Row['except'] =
    organisation === OWN ? { otherContributor: 'h', otherToken: 'h' } : { contributor: 'h' };
  return post(
    `/api/v1/measurements/:id/${name}`,
    'measurements:write',
    async (world) => ({
      path: `/api/v1/measurements/${await world.measurementOf(organisation, 'submitted')}/${name}`,
      body: { ...said, version: 1 },
    }),
    {
      about: `of ${organisation}`,
      except: { ...except, ...hidden },
      ...(name === 'submit' ? { unrecorded: 'it was submitted already' } : {}),
    },
  );
}

/** What waits to be validated, and what is decided on it. */
export const REVIEW_ROWS: readonly Row[] = [
  ...[OWN, OTHER].flatMap((organisation) => [
    decision('submit', organisation, {}, {}),
    // Whoever writes figures without validating them is told so, of those that they may see.
    decision('validate', organisation, {}, { contributor: 'r', editor: 'r', otherContributor: 'r' }),
    decision(
      'return',
      organisation,
      { reason: 'La source est à préciser' },
      { contributor: 'r', editor: 'r', otherContributor: 'r' },
    ),
  ]),
  get(PATH, 'review:read'),
  post(`${PATH}/valider`, 'review:decide', async (world) => ({
    path: `${PATH}/valider`,
    form: { items: `${await world.measurementOf(OWN, 'submitted')}.1`, next: '' },
  })),
  post(`${PATH}/correction`, 'review:decide', async (world) => ({
    path: `${PATH}/correction`,
    form: {
      items: `${await world.measurementOf(OWN, 'submitted')}.1`,
      next: '',
      reason: 'La source est à préciser',
    },
  })),
];
