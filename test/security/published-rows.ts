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
  get('/recherche', 'public', '/recherche?q=sets%20de%20table'),
  get('/donnees', 'public'),
  get('/bilans', 'public'),
  get('/bilans/:year', 'public', '/bilans/2020', { exceptMembers: { bilanLink: 'o' } }),
  get('/api/v1/programme', 'public'),
  get('/api/v1/indicators', 'public'),
  get('/api/v1/indicators.csv', 'public'),
  get('/api/v1/indicators/:code', 'public', '/api/v1/indicators/visiteurs-stand'),
  get('/api/v1/indicators/:code/versions', 'public', '/api/v1/indicators/visiteurs-stand/versions'),
  get('/api/v1/campaigns', 'public'),
  get('/api/v1/campaigns/:code', 'public', '/api/v1/campaigns/op-2020-spots'),
  get('/api/v1/annotations', 'public'),
  get('/api/v1/figures', 'public', '/api/v1/figures?year=2020', {
    // Totals hold the figures of everybody: a token for one organisation does not read them.
    except: { otherToken: 'r' },
  }),
  get('/indicateurs/:code/provenance', 'public', '/indicateurs/visiteurs-stand/provenance?annee=2020'),
  get('/api/v1/figures.csv', 'public', '/api/v1/figures.csv?year=2020', { except: { otherToken: 'r' } }),
  get(
    '/api/v1/figures/provenance',
    'public',
    '/api/v1/figures/provenance?year=2020&indicator=visiteurs-stand',
    { except: { otherToken: 'r' } },
  ),
  get(
    '/api/v1/indicators/:code/series',
    'public',
    '/api/v1/indicators/visiteurs-stand/series?from=2020-01&to=2020-12',
    { except: { otherToken: 'r' } },
  ),
  post('/bilans/:year/brouillon', 'public', () => ({ path: '/bilans/2020/brouillon' }), {
    exceptMembers: { bilanLink: 'o' },
  }),
];

/** Whoever is bound to another organisation is not told that it exists. */
const outOfReach = (organisation: string | null): Row['except'] => ({
  ...(organisation === OWN ? {} : { contributor: 'h' }),
  ...(organisation === OTHER ? {} : { otherContributor: 'h', otherToken: 'h' }),
});

/** Figures of one organisation, seen and written by people and programs of this one and of another. */
export const MEASUREMENT_ROWS: readonly Row[] = [
  get('/api/v1/measurements', 'measurements:read'),
  get('/api/v1/measurements.csv', 'measurements:read', '/api/v1/measurements.csv?year=2020'),
  get('/api/v1/measurements.xlsx', 'measurements:read', '/api/v1/measurements.xlsx?year=2020'),
  get('/api/v1/measurements/:id/versions', 'measurements:read', '', {
    about: 'of the own organisation',
    sample: async (world) => ({ path: `/api/v1/measurements/${await world.measurementOf(OWN)}/versions` }),
    except: { otherContributor: 'h', otherToken: 'h' },
  }),
  post(
    '/api/v1/measurements',
    'measurements:write',
    ({ unique }) => ({
      path: '/api/v1/measurements',
      body: figureOf(OWN, unique()),
    }),
    {
      about: 'of the own organisation',
      except: { otherContributor: 'r', otherToken: 'r' },
      accepts: ['campaign: null', 'organisation: null'],
    },
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
        path: `/api/v1/measurements/${await world.measurementOf(organisation, 'submitted')}/withdraw`,
        body: { reason: 'Comptée deux fois.' },
      }),
      { about: `submitted, of ${organisation ?? 'no organisation'}`, except: outOfReach(organisation) },
    ),
  ),
  post(
    '/api/v1/measurements/:id/withdraw',
    'measurements:write',
    async (world) => ({
      path: `/api/v1/measurements/${await world.measurementOf(OWN)}/withdraw`,
      body: { reason: 'Comptée deux fois.' },
    }),
    // A figure that counts is withdrawn by whoever may validate it.
    { about: 'validated', except: { ...outOfReach(OWN), contributor: 'r', editor: 'r' } },
  ),
];
