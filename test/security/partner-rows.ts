import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { CouponsRepository } from '../../src/entry/coupons/coupons.repository.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { OWN } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

const COUPONS = '/saisie/coupons';
const COUPON = { organisation: OWN, month: '2020-09', expires: '2021-01-31' };

/** A coupon of the contributor's organisation. @returns its number and its path. */
async function newCoupon(world: World): Promise<{ id: number; path: string }> {
  const { path } = await world.get(CouponsService).create({ ...COUPON, email: null }, 1, world.server.url);
  const [row] = await world.get(CouponsRepository).latest(null, 1);
  return { id: row?.id ?? 0, path };
}

const PLAN = '/administration/collecte';
const NOWHERE = { campaign: '', territory: '', channel: '', organisation: '' };
const TERMS = { startsOn: '', endsOn: '', dueDays: '10', ownerId: '' };

/** A line of the plan that nothing else has: one for each frequency and organisation. @returns where its page is. */
async function newLine(world: World): Promise<string> {
  const lines = world.get(CollectionLinesService);
  for (const { id } of await lines.all()) await lines.remove(id);
  const terms = { startsOn: null, endsOn: null, dueDays: 10, ownerId: null };
  const place = { campaign: null, territory: null, channel: null, organisation: OWN };
  const id = await lines.add({ indicator: 'AMBASSADEURS', ...place, frequency: 'year', ...terms });
  return `${PLAN}/${id}`;
}

/** What partners owe, and the links by which they give it. */
export const PARTNER_ROWS: readonly Row[] = [
  get(PLAN, 'collection:manage'),
  post(PLAN, 'collection:manage', async (world) => {
    await newLine(world);
    const form = { indicator: 'SPOTS_PARTAGES', frequency: 'quarter', ...NOWHERE, ...TERMS };
    return { path: PLAN, form };
  }),
  get(`${PLAN}/:id`, 'collection:manage', '', {
    sample: async (world) => ({ path: await newLine(world) }),
  }),
  post(`${PLAN}/:id`, 'collection:manage', async (world) => ({
    path: await newLine(world),
    form: { ...TERMS, dueDays: '12' },
  })),
  post(`${PLAN}/:id/retrait`, 'collection:manage', async (world) => ({
    path: `${await newLine(world)}/retrait`,
    form: {},
  })),
  get(COUPONS, 'collection:manage'),
  post(COUPONS, 'collection:manage', () => ({ path: COUPONS, form: COUPON })),
  post(`${COUPONS}/:id/revoquer`, 'collection:manage', async (world) => ({
    path: `${COUPONS}/${(await newCoupon(world)).id}/revoquer`,
    form: {},
  })),
];
