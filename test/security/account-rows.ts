import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { SecretKeys } from '../../src/platform/security/secret-keys.js';
import type { TestCaller } from '../support/callers.js';
import { get, post, type Row, type Sample } from './row.types.js';
import { codeAt, NEW_PASSWORD, PASSWORD, SEED, type World } from './world.js';

/** Whose account it is: the caller's; anybody's for whoever has none and must be refused. */
const ownerOf = async (world: World, { personId }: TestCaller): Promise<number> =>
  personId ?? (await world.newPerson()).personId;

/** Another browser in which a person is signed in. */
async function anotherDevice(world: World, personId: number): Promise<number> {
  await world.get(SessionsService).open(personId, 'full');
  return (await world.sessionsOf(personId))[0] ?? 0;
}

const withCode =
  (path: string, form: Record<string, string> = {}): Sample =>
  async (world, caller) => ({
    path,
    form: { ...form, code: await world.codeOf(await ownerOf(world, caller)), next: '/' },
  });
/** A form that asks for the present password, of somebody with a second factor. */
const withPassword =
  (path: string): Sample =>
  async (world, caller) => {
    await world.codeOf(await ownerOf(world, caller));
    return { path, form: { password: PASSWORD } };
  };

/** One's own account: password, second factor, devices. */
export const ACCOUNT_ROWS: readonly Row[] = [
  get('/mon-compte', 'account'),
  post('/mon-compte/nom', 'account', () => ({ path: '/mon-compte/nom', form: { name: 'Jeanne Vidal' } })),
  post('/mon-compte/mot-de-passe', 'account', () => ({
    path: '/mon-compte/mot-de-passe',
    form: { current: PASSWORD, password: NEW_PASSWORD },
  })),
  post('/mon-compte/avis', 'account', () => ({ path: '/mon-compte/avis', form: {} })),
  post('/mon-compte/appareils/deconnexion', 'account', async (world, caller) => {
    await anotherDevice(world, await ownerOf(world, caller));
    return { path: '/mon-compte/appareils/deconnexion', form: {} };
  }),
  post('/mon-compte/appareils/:id/deconnexion', 'account', async (world, caller) => {
    const id = await anotherDevice(world, await ownerOf(world, caller));
    return { path: `/mon-compte/appareils/${id}/deconnexion`, form: {} };
  }),
  post(
    '/mon-compte/appareils/:id/deconnexion',
    'account',
    async (world) => {
      const id = await anotherDevice(world, (await world.newPerson()).personId);
      return { path: `/mon-compte/appareils/${id}/deconnexion`, form: {} };
    },
    {
      about: 'of another person',
      except: {
        viewer: 'h',
        contributor: 'h',
        otherContributor: 'h',
        editor: 'h',
        validator: 'h',
        admin: 'h',
      },
    },
  ),
  post('/mon-compte/export', 'account', () => ({ path: '/mon-compte/export', form: {} })),
  get('/mon-compte/second-facteur', 'second-factor:set-up'),
  get('/mon-compte/second-facteur/nouveau', 'second-factor:set-up'),
  post('/mon-compte/second-facteur', 'second-factor:set-up', async (world, caller) => {
    const personId = await ownerOf(world, caller);
    const [session] = await world.sessionsOf(personId);
    const seed = world.get(SecretKeys).seal('totp-setup', `${personId}:${session}:${SEED}`);
    return {
      path: '/mon-compte/second-facteur',
      form: { seed, code: codeAt(world.server), password: PASSWORD, next: '/' },
    };
  }),
  post('/mon-compte/second-facteur/codes', 'account', withPassword('/mon-compte/second-facteur/codes')),
  post('/mon-compte/second-facteur/retirer', 'account', withPassword('/mon-compte/second-facteur/retirer'), {
    // Their role asks for one.
    except: { validator: 'x', admin: 'x' },
  }),
  get('/connexion/second-facteur', 'sign-in:second-factor'),
  post('/connexion/second-facteur', 'sign-in:second-factor', withCode('/connexion/second-facteur')),
];
