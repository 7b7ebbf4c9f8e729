import { OTHER, OWN } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';
import { figureOf } from './world.js';

/** What the programme publishes: pages, API and the state of the service. */
export const PUBLISHED_ROWS: readonly Row[] = [
  get('/healthz', 'open'),
  get('/readyz', 'open'),
  get('/accessibilite', 'open'),
  get('/mentions-legales', 'open'),
  get('/donnees-personnelles', 'open'),
  get('/', 'public'),
  get('/tableau-de-bord/:year', 'public', '/tableau-de-bord/2020', { exceptMembers: { dashboardLink: 'o' } }),
  get('/operations', 'public'),
  get('/operations/:code', 'public', '/operations/op-2020-spots'),
  get('/indicateurs', 'public'),
  get('/indicateurs/:code', 'public', '/indicateurs/visiteurs-stand'),
  get('/api/v1/programme', 'public'),
  get('/api/v1/indicators', 'public'),
  get('/api/v1/indicators/:code', 'public', '/api/v1/indicators/visiteurs-stand'),
  get('/api/v1/campaigns', 'public'),
  get('/api/v1/campaigns/:code', 'public', '/api/v1/campaigns/op-2020-spots'),
  get('/api/v1/figures', 'public', '/api/v1/figures?year=2020'),
  post('/bilans/:year/brouillon', 'public', () => ({ path: '/bilans/2020/brouillon' }), {
    exceptMembers: { bilanLink: 'o' },
  }),
];

/** Figures of one organisation, seen and written by people and programs of this one and of another. */
export const MEASUREMENT_ROWS: readonly Row[] = [
  get('/api/v1/measurements', 'measurements:read'),
  get('/api/v1/measurements/:id/versions', 'measurements:read', '', {
    about: 'of the own organisation',
    sample: async (world) => ({ path: `/api/v1/measurements/${await world.measurementOf(OWN)}/versions` }),
    exceptMembers: { otherContributor: 'h', otherToken: 'h' },
  }),
  post(
    '/api/v1/measurements',
    'measurements:write',
    ({ unique }) => ({
      path: '/api/v1/measurements',
      body: figureOf(OWN, unique()),
    }),
    { about: 'of the own organisation', except: { otherContributor: 'r', otherToken: 'r' } },
  ),
  post(
    '/api/v1/measurements',
    'measurements:write',
    ({ unique }) => ({
      path: '/api/v1/measurements',
      body: figureOf(OTHER, unique()),
    }),
    { about: 'of the other organisation', except: { contributor: 'r' } },
  ),
  post(
    '/api/v1/measurements',
    'measurements:write',
    ({ unique }) => ({
      path: '/api/v1/measurements',
      body: figureOf(null, unique()),
    }),
    { about: 'of no organisation', except: { contributor: 'r', otherContributor: 'r', otherToken: 'r' } },
  ),
  ...[OWN, OTHER, null].map((organisation) =>
    post(
      '/api/v1/measurements/:id/withdraw',
      'measurements:write',
      async (world) => ({
        path: `/api/v1/measurements/${await world.measurementOf(organisation)}/withdraw`,
        body: { reason: 'Comptée deux fois.' },
      }),
      {
        about: `of ${organisation ?? 'no organisation'}`,
        except: {
          ...(organisation === OWN ? {} : { contributor: 'h' as const }),
          ...(organisation === OTHER ? {} : { otherContributor: 'h' as const, otherToken: 'h' as const }),
        },
      },
    ),
  ),
];
