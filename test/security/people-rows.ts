import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { ApiTokenEntity } from '../../src/accounts/tokens/api-token.entity.js';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { get, post, type Row, type Sample } from './row.types.js';
import type { World } from './world.js';

const PEOPLE = '/administration/personnes';
const TOKENS = '/administration/jetons';

/** A button of somebody's page. @param whom somebody new, in the state that the button is for. */
const button = (
  name: string,
  whom: (world: World) => Promise<number> = async (world) => (await world.newPerson()).personId,
  rest: Partial<Row> = {},
): Row =>
  post(
    `${PEOPLE}/:id/${name}`,
    'people:manage',
    async (world) => ({ path: `${PEOPLE}/${await whom(world)}/${name}`, form: {} }),
    rest,
  );

async function disabled(world: World): Promise<number> {
  const { personId } = await world.newPerson();
  await world.get(PeopleRepository).update(personId, { state: 'disabled' });
  return personId;
}

async function withSecondFactor(world: World): Promise<number> {
  const { personId } = await world.newPerson();
  await world.codeOf(personId);
  return personId;
}

const anonymised: Sample = async (world) => {
  const { personId, email } = await world.newPerson();
  return { path: `${PEOPLE}/${personId}/anonymisation`, form: { email } };
};

/** Who has an account, and what is done about it. */
export const PEOPLE_ROWS: readonly Row[] = [
  get('/administration', 'people:manage'),
  get(PEOPLE, 'people:manage'),
  get(`${PEOPLE}/:id`, 'people:manage', '', {
    sample: async (world) => ({ path: `${PEOPLE}/${(await world.newPerson()).personId}` }),
  }),
  get(`${PEOPLE}/:id`, 'people:manage', `${PEOPLE}/999999`, { about: 'of nobody', except: { admin: 'h' } }),
  post(PEOPLE, 'people:manage', ({ unique }) => ({
    path: PEOPLE,
    form: { email: `invitee-${unique()}@exemple.fr`, name: 'Jeanne Vidal', role: 'editor', organisation: '' },
  })),
  post(`${PEOPLE}/:id`, 'people:manage', async (world) => ({
    path: `${PEOPLE}/${(await world.newPerson()).personId}`,
    form: { name: 'Jeanne Vidal', role: 'editor', organisation: '' },
  })),
  button('invitation', async (world) => (await world.newLink('invitation')).personId),
  button('reinitialisation'),
  button('second-facteur', withSecondFactor),
  button('desactivation'),
  button('desactivation', () => Promise.resolve(999_999), { about: 'of nobody', except: { admin: 'h' } }),
  button('reactivation', disabled),
  button('export'),
  post(`${PEOPLE}/:id/anonymisation`, 'people:manage', anonymised),
];

/** What programs may do. */
export const TOKEN_ROWS: readonly Row[] = [
  get(TOKENS, 'tokens:manage'),
  post(TOKENS, 'tokens:manage', ({ unique }) => ({
    path: TOKENS,
    form: {
      name: `Stand ${unique()}`,
      read: 'on',
      indicators: '',
      campaigns: '',
      organisations: '',
      expires: '2021-06-30',
      rate: '600',
    },
  })),
  post(`${TOKENS}/:id/revocation`, 'tokens:manage', async (world) => {
    const name = `À révoquer ${world.unique()}`;
    await world.get(ApiTokensService).create({ name, scope: 'read' });
    const { id } = await world.manager.findOneByOrFail(ApiTokenEntity, { name });
    return { path: `${TOKENS}/${id}/revocation`, form: {} };
  }),
];
