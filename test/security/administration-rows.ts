import { makeShareLink } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';

/** Share links, made and taken back. */
export const SHARE_ROWS: readonly Row[] = [
  get('/partage/:secret', 'open', '', {
    sample: async ({ server }) => ({ path: `/partage/${(await makeShareLink(server, 'dashboard')).secret}` }),
  }),
  get('/administration/partages', 'shares:manage'),
  post('/administration/partages', 'shares:manage', () => ({
    path: '/administration/partages',
    form: { kind: 'dashboard', year: '2020', label: 'Membres du comité', expires: '2021-06-30' },
  })),
  post('/administration/partages/:id/revoquer', 'shares:manage', async ({ server }) => ({
    path: `/administration/partages/${(await makeShareLink(server, 'bilan')).id}/revoquer`,
    form: {},
  })),
];
