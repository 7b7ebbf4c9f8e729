import { cookieName } from '../support/people.js';
import { get, post, type Row, type Sample } from './row.types.js';
import { NEW_PASSWORD, PASSWORD } from './world.js';

/** A form behind a one-time link, which the browser holds in a cookie. */
const withLink =
  (kind: 'invitation' | 'password_reset', path: string, form: Record<string, string>): Sample =>
  async (world) => ({
    path,
    headers: { cookie: `${cookieName(world.server)}-link=${(await world.newLink(kind)).secret}` },
    form: { ...form, password: NEW_PASSWORD },
  });

/** Getting in and out. */
export const SIGN_IN_ROWS: readonly Row[] = [
  // Whoever is half in is led to the code that is awaited.
  get('/connexion', 'open', '/connexion', { except: { halfSignedIn: 'l' } }),
  post('/connexion', 'open', async (world) => ({
    path: '/connexion',
    form: { email: (await world.newPerson()).email, password: PASSWORD, next: '/' },
  })),
  post('/deconnexion', 'open', () => ({ path: '/deconnexion', form: {} }), {
    unrecorded: 'without a session, nothing ends',
    ignoresBody: 'signing out takes no field',
  }),
  get('/premiere-connexion', 'open', '', {
    sample: async (world) => ({
      path: `/premiere-connexion?code=${(await world.newLink('invitation')).secret}`,
    }),
  }),
  post(
    '/premiere-connexion',
    'open',
    withLink('invitation', '/premiere-connexion', { name: 'Jeanne Vidal' }),
  ),
  get('/mot-de-passe-oublie', 'open'),
  post('/mot-de-passe-oublie', 'open', async (world) => ({
    path: '/mot-de-passe-oublie',
    form: { email: (await world.newPerson()).email },
  })),
  get('/nouveau-mot-de-passe', 'open', '', {
    sample: async (world) => ({
      path: `/nouveau-mot-de-passe?code=${(await world.newLink('password_reset')).secret}`,
    }),
  }),
  post('/nouveau-mot-de-passe', 'open', withLink('password_reset', '/nouveau-mot-de-passe', {})),
];
