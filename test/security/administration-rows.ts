import { AnnotationsService } from '../../src/annotations/annotations.service.js';
import { makeShareLink } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

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

const EVENTS = '/administration/evenements';
const EVENT = {
  label: 'Premier confinement',
  text: 'Lieux fermés au public.',
  start: '2020-03-17',
  end: '2020-05-11',
  precision: 'day',
  indicator: '',
  campaign: '',
  isPublic: 'on',
};

/** An event that nothing else knows. */
const newEvent = (world: World): Promise<string> =>
  world.get(AnnotationsService).add({
    ...EVENT,
    label: `Événement ${world.unique()}`,
    precision: 'day',
    indicator: null,
    campaign: null,
    isPublic: true,
  });

/** Dated events that explain figures, told and taken away. */
export const ANNOTATION_ROWS: readonly Row[] = [
  get(EVENTS, 'annotations:manage'),
  post(EVENTS, 'annotations:manage', ({ unique }) => ({
    path: EVENTS,
    form: { ...EVENT, label: `Nouvel événement ${unique()}` },
  })),
  get(`${EVENTS}/:code`, 'annotations:manage', '', {
    sample: async (world) => ({ path: `${EVENTS}/${await newEvent(world)}` }),
  }),
  post(`${EVENTS}/:code`, 'annotations:manage', async (world) => ({
    path: `${EVENTS}/${await newEvent(world)}`,
    form: { ...EVENT, label: `Autre libellé ${world.unique()}` },
  })),
  post(`${EVENTS}/:code/retrait`, 'annotations:manage', async (world) => ({
    path: `${EVENTS}/${await newEvent(world)}/retrait`,
    form: {},
  })),
];
