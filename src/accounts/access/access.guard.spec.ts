import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { asShare, asToken, personOf } from '../../../test/support/identities.js';
import { Access } from '../../platform/http/access.js';
import type { Caller, PersonIdentity } from '../account.types.js';
import type { SessionsService } from '../sessions/sessions.service.js';
import type { ShareLinksService } from '../shares/share-links.service.js';
import type { ApiTokensService, Authentication } from '../tokens/api-tokens.service.js';
import { AccessGuard } from './access.guard.js';

class Routes {
  undeclared(): void {}
  @Access('open') open(): void {}
  @Access('public') published(): void {}
  @Access('read') reserved(): void {}
  @Access('measurements:write') write(): void {}
}

@Access('read')
class Room {
  inherited(): void {}
  @Access('open') overridden(): void {}
}

type Asked = Partial<{
  headers: Record<string, string>;
  url: string | null;
  method: string;
  body: unknown;
  params: unknown;
}>;

const CSRF = 'a'.repeat(64);
const authenticate = async (bearer: string): Promise<Authentication> => {
  const caller = { reader: asToken(['read']), writer: asToken(['measurements:write']) }[bearer];
  if (caller?.kind === 'token') return { ok: true, identity: caller.token };
  return { ok: false, reason: bearer === 'old' ? 'expired' : 'unknown' };
};
const person = async (secret: string): Promise<PersonIdentity | null> =>
  secret === 'editor' || secret === 'viewer' || secret === 'contributor' ? personOf(secret) : null;
const shared = asShare('dashboard');

describe('the guard of every route', () => {
  let programmeIsPublic: boolean;
  let writes: number;
  const tokens: Pick<ApiTokensService, 'authenticate' | 'programmeIsPublic' | 'countWrite'> = {
    authenticate,
    programmeIsPublic: async () => programmeIsPublic,
    countWrite: () => {
      writes += 1;
    },
  };
  const sessions: Pick<SessionsService, 'identify'> = { identify: person };
  const shares: Pick<ShareLinksService, 'identify'> = {
    identify: async (secret) => (secret === 'link' && shared.kind === 'share' ? shared.page : null),
  };
  const guard = new AccessGuard(
    new Reflector(),
    tokens as ApiTokensService,
    sessions as SessionsService,
    shares as ShareLinksService,
    { baseUrl: null },
  );

  const requestOf = ({
    headers = {},
    url = '/api/v1/x',
    method = 'GET',
    body,
    params,
  }: Asked): FastifyRequest =>
    ({ headers, method, body, params, routeOptions: { url: url ?? undefined } }) as unknown as FastifyRequest;
  const pass = (
    handler: (...args: never[]) => unknown,
    type: new () => object,
    request: FastifyRequest,
    answered: Record<string, string> = {},
  ): Promise<boolean> => {
    const reply = { header: (name: string, value: string) => (answered[name] = value) };
    const context = {
      getHandler: () => handler,
      getClass: () => type,
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }),
    };
    return guard.canActivate(context as unknown as ExecutionContext);
  };
  const call = (name: keyof Routes, asked: Asked = {}): Promise<boolean> =>
    pass(Routes.prototype[name], Routes, requestOf(asked));
  const callerOf = async (asked: Asked): Promise<Caller['kind'] | undefined> => {
    const request = requestOf(asked);
    await pass(Routes.prototype.open, Routes, request);
    return request.caller?.kind;
  };

  beforeEach(() => {
    programmeIsPublic = true;
    writes = 0;
  });

  it.each<[keyof Routes, string | undefined, string | true]>([
    ['undeclared', 'Bearer reader', 'forbidden'],
    ['undeclared', undefined, 'forbidden'],
    ['open', undefined, true],
    ['published', 'Bearer writer', true],
    ['published', 'Bearer faux', 'token_unknown'],
    ['open', 'Basic dG90bzp0b3Rv', 'token_unknown'],
    ['reserved', undefined, 'token_required'],
    ['reserved', 'bearer reader', true],
    ['reserved', 'Bearer writer', 'scope_missing'],
    ['write', 'Bearer writer', true],
    ['write', 'Bearer reader', 'scope_missing'],
    ['write', 'Bearer old', 'token_expired'],
    ['write', undefined, 'token_required'],
  ])('answers %s with %p: %p', async (handler, authorization, expected) => {
    const answer = call(handler, authorization === undefined ? {} : { headers: { authorization } });
    if (expected === true) await expect(answer).resolves.toBe(true);
    else await expect(answer).rejects.toMatchObject({ code: expected });
  });

  it('closes what declares nothing, wherever it stands', async () => {
    for (const url of ['/tableau-de-bord/:year', '/apiculture', null]) {
      await expect(call('undeclared', { url })).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    }
  });

  it('takes what the whole controller declares, unless the handler says otherwise', async () => {
    const page = requestOf({ url: '/salle' });
    await expect(pass(Room.prototype.inherited, Room, page)).rejects.toMatchObject({
      code: 'authentication_required',
    });
    await expect(pass(Room.prototype.overridden, Room, requestOf({ url: '/salle' }))).resolves.toBe(true);
  });

  it('says what it expects in WWW-Authenticate, on the API only', async () => {
    const [api, page]: Record<string, string>[] = [{}, {}];
    await pass(Routes.prototype.reserved, Routes, requestOf({}), api).catch(() => undefined);
    await pass(Routes.prototype.reserved, Routes, requestOf({ url: '/p' }), page).catch(() => undefined);
    expect([api, page]).toEqual([{ 'www-authenticate': 'Bearer realm="copil"' }, {}]);
  });

  it('knows a token on the API only, and before a session', async () => {
    const headers = { authorization: 'Bearer reader', cookie: 'copil=editor' };
    expect(await callerOf({ headers })).toBe('token');
    expect(await callerOf({ headers, url: '/tableau-de-bord/:year' })).toBe('person');
    expect(await callerOf({ headers: { authorization: 'Bearer faux' }, url: '/' })).toBe('visitor');
    // What matched no route is answered like the API: nothing of it is a page.
    await expect(
      call('open', { headers: { authorization: 'Bearer faux' }, url: null }),
    ).rejects.toMatchObject({
      code: 'token_unknown',
    });
  });

  it('prefers somebody signed in to their share link, and a share link to nobody', async () => {
    expect(await callerOf({ headers: { cookie: 'copil-share=link; copil=editor' } })).toBe('person');
    expect(await callerOf({ headers: { cookie: 'copil-share=link; copil=ended' } })).toBe('share');
    expect(await callerOf({ headers: { cookie: 'copil-share=closed; copil=ended' } })).toBe('visitor');
    expect(await callerOf({ headers: { cookie: '=;;; copil' } })).toBe('visitor');
  });

  it('opens to a share link the year of its page, as the route matched it', async () => {
    programmeIsPublic = false;
    const shareOf = (params: unknown): Promise<boolean> =>
      call('published', {
        headers: { cookie: 'copil-share=link' },
        url: '/tableau-de-bord/:year',
        params,
      });
    await expect(shareOf({ year: '2020' })).resolves.toBe(true);
    for (const params of [{ year: '2021' }, { year: 2020 }, { year: ['2020'] }, {}, null, undefined]) {
      await expect(shareOf(params)).rejects.toMatchObject({ code: 'authentication_required' });
    }
  });

  it('opens a shared page to somebody whose own role does not', async () => {
    programmeIsPublic = false;
    const asPartner = (year: string, cookie: string): Promise<boolean> =>
      call('published', { headers: { cookie }, url: '/tableau-de-bord/:year', params: { year } });
    await expect(asPartner('2020', 'copil=contributor; copil-share=link')).resolves.toBe(true);
    await expect(asPartner('2021', 'copil=contributor; copil-share=link')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(asPartner('2020', 'copil=contributor; copil-share=closed')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('leaves visitors of a reserved programme at the door', async () => {
    programmeIsPublic = false;
    await expect(call('published')).rejects.toMatchObject({ code: 'token_required' });
    await expect(call('published', { headers: { authorization: 'Bearer reader' } })).resolves.toBe(true);
    await expect(call('published', { headers: { authorization: 'Bearer writer' } })).rejects.toMatchObject({
      code: 'scope_missing',
    });
    await expect(call('published', { headers: { cookie: 'copil=viewer' } })).resolves.toBe(true);
  });

  it('tells the pages who reads, and counts the writes of tokens', async () => {
    const request = requestOf({ headers: { cookie: 'copil=viewer' } });
    await pass(Routes.prototype.open, Routes, request);
    expect(request.pageReader).toMatchObject({ name: 'Marie Dupont', csrfToken: CSRF });
    await call('write', { headers: { authorization: 'Bearer writer' }, method: 'POST' });
    await call('published', { headers: { authorization: 'Bearer writer' } });
    const own = { cookie: 'copil=editor', 'x-csrf-token': CSRF };
    await call('write', { headers: own, method: 'POST' });
    expect(writes).toBe(1);
  });

  it('refuses somebody for what they may not do', async () => {
    const headers = { cookie: 'copil=viewer', 'x-csrf-token': CSRF };
    await expect(call('write', { headers, method: 'POST' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each<[string, Asked, boolean]>([
    ['no token', { body: { a: '1' } }, false],
    ['no body', {}, false],
    ['the field', { body: { _csrf: CSRF, a: '1' } }, true],
    ['the header', { headers: { 'x-csrf-token': CSRF } }, true],
    ['the header, and a wrong field', { headers: { 'x-csrf-token': CSRF }, body: { _csrf: 'x' } }, true],
    ['a wrong header, and the field', { headers: { 'x-csrf-token': 'x' }, body: { _csrf: CSRF } }, false],
    ['an empty header', { headers: { 'x-csrf-token': '' }, body: { _csrf: CSRF } }, false],
    ['another session’s token', { body: { _csrf: 'b'.repeat(64) } }, false],
    ['a part of it', { body: { _csrf: CSRF.slice(1) } }, false],
    ['an object', { body: { _csrf: { toString: CSRF } } }, false],
    ['a list', { body: { _csrf: [CSRF] } }, false],
    ['a text for body', { body: `_csrf=${CSRF}` }, false],
    ['bytes for body, and the header', { headers: { 'x-csrf-token': CSRF }, body: Buffer.from('a;b') }, true],
  ])('asks the form of a session for its token: %s', async (_, { headers, body }, isOwn) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const asked = {
        method,
        url: '/p',
        body: structuredClone(body),
        headers: { cookie: 'copil=editor', ...headers },
      };
      const answer = call('reserved', asked);
      if (isOwn) await expect(answer).resolves.toBe(true);
      else await expect(answer).rejects.toMatchObject({ code: 'form_expired', status: 403 });
      // What is left is what the route's own schema describes.
      expect(JSON.stringify(asked.body) ?? '').not.toContain('"_csrf"');
    }
  });

  it('asks it of no reading, and of nobody without a session', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      await expect(call('reserved', { method, headers: { cookie: 'copil=editor' } })).resolves.toBe(true);
    }
    await expect(call('open', { method: 'POST' })).resolves.toBe(true);
    await expect(call('open', { method: 'POST', headers: { cookie: 'copil-share=link' } })).resolves.toBe(
      true,
    );
  });

  it('keeps the host-bound name of cookies once the site is served over https', async () => {
    const secure = new AccessGuard(
      new Reflector(),
      tokens as ApiTokensService,
      sessions as SessionsService,
      shares as ShareLinksService,
      { baseUrl: 'https://copil.exemple.fr' },
    );
    const kindOf = async (cookie: string): Promise<string | undefined> => {
      const request = requestOf({ headers: { cookie } });
      const context = {
        getHandler: () => Routes.prototype.open,
        getClass: () => Routes,
        switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }),
      };
      await secure.canActivate(context as unknown as ExecutionContext);
      return request.caller?.kind;
    };
    expect([await kindOf('copil=editor'), await kindOf('__Host-copil=editor')]).toEqual([
      'visitor',
      'person',
    ]);
    expect(await kindOf('__Host-copil-share=link')).toBe('share');
  });
});
