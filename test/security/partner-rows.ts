import { CouponsRepository } from '../../src/entry/coupons/coupons.repository.js';
import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import type { CollectionFrequency } from '../../src/entry/plan/collection-line.types.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { OWN } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

const COUPONS = '/saisie/coupons';
const COUPON = { organisation: OWN, month: '2020-09', expires: '2021-01-31' };
const PLAN = '/administration/collecte';
const TERMS = { startsOn: '', endsOn: '', dueDays: '10', ownerId: '' };
const OWED = 'sets-de-table~~~~lot-tourisme';

/** Makes room for a line that nobody awaits so often yet. */
async function without(world: World, frequency: CollectionFrequency): Promise<void> {
  const lines = world.get(CollectionLinesService);
  for (const line of await lines.all()) if (line.frequency === frequency) await lines.remove(line.id);
}

/** What the contributor's organisation owes, made anew. @returns where its line is. */
async function newLine(world: World, indicator: string, frequency: CollectionFrequency): Promise<string> {
  await without(world, frequency);
  const place = { campaign: null, territory: null, channel: null, organisation: OWN };
  const terms = { startsOn: null, endsOn: null, dueDays: 10, ownerId: null };
  const id = await world.get(CollectionLinesService).add({ indicator, ...place, frequency, ...terms });
  return `${PLAN}/${id}`;
}

/** A coupon of the contributor's organisation, which owes one figure. @returns its number and its path. */
async function newCoupon(world: World): Promise<{ id: number; path: string }> {
  await newLine(world, 'SETS_DE_TABLE', 'month');
  const { path } = await world.get(CouponsService).create({ ...COUPON, email: null }, 1, world.server.url);
  const [row] = await world.get(CouponsRepository).latest(null, 1);
  return { id: row?.id ?? 0, path };
}

/** What partners owe, and the links by which they give it. */
export const PARTNER_ROWS: readonly Row[] = [
  get(PLAN, 'collection:manage'),
  post(PLAN, 'collection:manage', async (world) => {
    await without(world, 'quarter');
    const place = { campaign: '', territory: '', channel: '', organisation: '' };
    const form = { indicator: 'SPOTS_PARTAGES', frequency: 'quarter', ...place, ...TERMS };
    return { path: PLAN, form };
  }),
  get(`${PLAN}/:id`, 'collection:manage', '', {
    sample: async (world) => ({ path: await newLine(world, 'AMBASSADEURS', 'year') }),
  }),
  post(`${PLAN}/:id`, 'collection:manage', async (world) => ({
    path: await newLine(world, 'AMBASSADEURS', 'year'),
    form: { ...TERMS, dueDays: '12' },
  })),
  post(`${PLAN}/:id/retrait`, 'collection:manage', async (world) => ({
    path: `${await newLine(world, 'AMBASSADEURS', 'year')}/retrait`,
    form: {},
  })),
  get('/mes-chiffres', 'entry:use'),
  get('/saisie/suivi', 'collection:manage'),
  post(
    '/saisie/suivi/rappel',
    'collection:manage',
    async (world) => {
      const { personId } = await world.newPerson();
      return { path: '/saisie/suivi/rappel', form: { mois: '2020-09', personne: String(personId) } };
    },
    { unrecorded: 'a mail that leaves is noted in the table of reminders' },
  ),
  get(COUPONS, 'collection:manage'),
  post(COUPONS, 'collection:manage', () => ({ path: COUPONS, form: COUPON })),
  get(`${COUPONS}/:id/imprimer`, 'collection:manage', '', {
    sample: async (world) => ({ path: `${COUPONS}/${(await newCoupon(world)).id}/imprimer` }),
  }),
  post(`${COUPONS}/:id/revoquer`, 'collection:manage', async (world) => ({
    path: `${COUPONS}/${(await newCoupon(world)).id}/revoquer`,
    form: {},
  })),
  get('/coupon/:secret', 'open', '', {
    sample: async (world) => ({ path: (await newCoupon(world)).path }),
  }),
  post('/coupon/:secret', 'open', async (world) => {
    const { path } = await newCoupon(world);
    const page = await fetch(`${world.server.url}${path}`);
    const version = /name="version\.[^"]*" value="(\d+)"/.exec(await page.text())?.[1] ?? '0';
    const typed = { [`chiffre.${OWED}`]: String(world.unique()), [`version.${OWED}`]: version };
    return { path, form: { ...typed, source: 'Relevé', action: 'envoyer' } };
  }),
];
