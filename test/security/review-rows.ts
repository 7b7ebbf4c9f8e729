import { OWN } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';

const PATH = '/validation';

/** What waits to be validated, and what is decided on it. */
export const REVIEW_ROWS: readonly Row[] = [
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
