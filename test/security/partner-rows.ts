import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { CouponsRepository } from '../../src/entry/coupons/coupons.repository.js';
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

/** What partners owe, and the links by which they give it. */
export const PARTNER_ROWS: readonly Row[] = [
  get(COUPONS, 'collection:manage'),
  post(COUPONS, 'collection:manage', () => ({ path: COUPONS, form: COUPON })),
  post(`${COUPONS}/:id/revoquer`, 'collection:manage', async (world) => ({
    path: `${COUPONS}/${(await newCoupon(world)).id}/revoquer`,
    form: {},
  })),
];
