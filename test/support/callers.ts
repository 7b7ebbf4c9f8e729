import type { Role, SessionStage } from '../../src/accounts/account.types.js';
import { ShareLinkEntity } from '../../src/accounts/shares/share-link.entity.js';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { hashOfSecret, newSecret } from '../../src/platform/security/secrets.js';
import type { TestServer } from './application.js';
import { cookieName, signIn } from './people.js';

/** Everybody who may knock, in the order of the columns of the access matrix. */
export const CALLERS = [
  'visitor',
  'dashboardLink',
  'bilanLink',
  'viewer',
  'contributor',
  'otherContributor',
  'editor',
  'validator',
  'admin',
  'halfSignedIn',
  'enrolling',
  'readToken',
  'writeToken',
  'otherToken',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** The organisation of the contributor, and that of another one. */
export const OWN = 'LOT-TOURISME';
export const OTHER = 'CCI46';
/** What the share links of the tests open. */
export const SHARED_YEAR = 2020;

/** One caller at the door. */
export interface TestCaller {
  name: CallerName;
  /** What their browser or program sends with each request, the form's own token included. */
  headers: Record<string, string>;
  /** Null for whoever has no account. */
  personId: number | null;
}

const ROLES: Partial<Record<CallerName, Role>> = {
  viewer: 'viewer',
  contributor: 'contributor',
  otherContributor: 'contributor',
  editor: 'editor',
  validator: 'validator',
  admin: 'admin',
  halfSignedIn: 'admin',
  enrolling: 'admin',
};
const STAGES = { halfSignedIn: 'second_factor', enrolling: 'enrolment' } as const;
const SCOPES: Partial<Record<CallerName, string>> = {
  readToken: 'read',
  writeToken: 'measurements:write',
  otherToken: `read,measurements:write;organisation=${OTHER}`,
};
let counter = 0;

/** Makes a caller of this kind, new: with a person, a session, a token or a share link of their own. */
export async function makeCaller(
  server: Pick<TestServer, 'application'>,
  name: CallerName,
  passwordHash?: string,
): Promise<TestCaller> {
  const role = ROLES[name];
  const scope = SCOPES[name];
  counter += 1;
  if (role !== undefined) {
    const stage: SessionStage = name === 'halfSignedIn' || name === 'enrolling' ? STAGES[name] : 'full';
    const bound = { contributor: OWN, otherContributor: OTHER };
    const organisation = name === 'contributor' || name === 'otherContributor' ? bound[name] : undefined;
    const options = {
      stage,
      ...(organisation === undefined ? {} : { organisation }),
      ...(passwordHash === undefined ? {} : { passwordHash }),
    };
    const { personId, headers } = await signIn(server, role, options);
    return { name, headers, personId };
  }
  if (scope !== undefined) {
    const tokens = server.application.get(ApiTokensService, { strict: false });
    const { token } = await tokens.create({ name: `Jeton ${counter}`, scope, rate: 0 });
    return { name, headers: { authorization: `Bearer ${token}` }, personId: null };
  }
  if (name === 'visitor') return { name, headers: {}, personId: null };
  const { secret } = await makeShareLink(server, name === 'bilanLink' ? 'bilan' : 'dashboard');
  return { name, headers: { cookie: `${cookieName(server)}-share=${secret}` }, personId: null };
}

/** A share link as the database keeps it, and its secret. */
export async function makeShareLink(
  { application }: Pick<TestServer, 'application'>,
  kind: 'dashboard' | 'bilan',
): Promise<{ id: number; secret: string }> {
  const secret = newSecret();
  const secretHash = hashOfSecret(secret);
  const unitOfWork = application.get(UnitOfWork, { strict: false });
  const id = await unitOfWork.write(async (manager) => {
    await manager.insert(ShareLinkEntity, {
      secretHash,
      kind,
      year: SHARED_YEAR,
      label: 'Lien d’essai',
      createdBy: null,
      createdAt: '2020-12-17T08:00:00Z',
      expiresAt: '2021-12-31',
      revokedAt: null,
      openings: 0,
      lastOpenedAt: null,
    });
    return (await manager.findOneByOrFail(ShareLinkEntity, { secretHash })).id;
  });
  return { id, secret };
}
