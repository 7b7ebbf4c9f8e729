import { ProfilesService } from '../../src/imports/profiles/profiles.service.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

const PROFILES = '/administration/profils';
const VALUES = [{ column: 'Ventes', indicator: 'SETS_DE_TABLE' }];
const COLUMNS = { date: 'Jour', values: VALUES, item: null, territory: null };
const CHOICES = { ...COLUMNS, channel: null, note: null, leaveTotalsOut: true, grain: 'month' } as const;
const column = (index: number, header: string) => {
  return { index, header, examples: [], guess: null, isPersonal: false, decimals: 0 } as const;
};
const GLIMPSE = {
  sheet: null,
  headerLine: 1,
  columns: [column(0, 'Jour'), column(1, 'Ventes')],
  rows: 1,
  totalLines: [],
};

/** A profile that was learned. @returns its identifier. */
const learned = (world: World): Promise<string> =>
  world.get(ProfilesService).learn(CHOICES, GLIMPSE, { name: `Relevé ${world.unique()}`, sender: null });

/** How files are recognised. */
export const PROFILE_ROWS: readonly Row[] = [
  get(PROFILES, 'profiles:manage'),
  get(`${PROFILES}/:id`, 'profiles:manage', `${PROFILES}/ga4`),
  post(`${PROFILES}/:id`, 'profiles:manage', async (world) => {
    const id = await learned(world);
    const { text } = await world.get(ProfilesService).one(id);
    return { path: `${PROFILES}/${id}`, form: { content: text.replace('Ventes', 'Ventes du jour') } };
  }),
  post(`${PROFILES}/:id/retrait`, 'profiles:manage', async (world) => ({
    path: `${PROFILES}/${await learned(world)}/retrait`,
    form: {},
  })),
  post(`${PROFILES}/:id/remise`, 'profiles:manage', async (world) => {
    const id = await learned(world);
    await world.get(ProfilesService).remove(id);
    return { path: `${PROFILES}/${id}/remise`, form: {} };
  }),
  post(`${PROFILES}/:id/origine`, 'profiles:manage', async (world) => {
    const profiles = world.get(ProfilesService);
    const { text } = await profiles.one('ga4');
    await profiles.change('ga4', text.replace(/"name": "[^"]*"/, `"name": "Analytics ${world.unique()}"`));
    return { path: `${PROFILES}/ga4/origine`, form: {} };
  }),
];
