import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Access } from '../platform/http/access.js';
import type { TokenIdentity } from './account.types.js';
import { ApiAccessGuard } from './api-access.guard.js';
import type { ApiTokensService, Authentication } from './api-tokens.service.js';

class Routes {
  undeclared(): void {}
  @Access('public') open(): void {}
  @Access('read') reserved(): void {}
  @Access('measurements:write') write(): void {}
}

const identity = (permissions: TokenIdentity['scope']['permissions']): TokenIdentity => ({
  id: 1,
  name: 'Stand',
  ratePerMinute: 0,
  scope: { permissions, indicators: null, campaigns: null, organisations: null },
});

describe('the guard of the API', () => {
  let programmeIsPublic: boolean;
  const tokens: Pick<ApiTokensService, 'authenticate' | 'programmeIsPublic' | 'countWrite'> = {
    authenticate: async (bearer): Promise<Authentication> => {
      if (bearer === 'reader') return { ok: true, identity: identity(['read']) };
      if (bearer === 'writer') return { ok: true, identity: identity(['measurements:write']) };
      return { ok: false, reason: bearer === 'old' ? 'expired' : 'unknown' };
    },
    programmeIsPublic: async () => programmeIsPublic,
    countWrite: () => undefined,
  };
  const guard = new ApiAccessGuard(new Reflector(), tokens as ApiTokensService);

  const call = (
    handler: keyof Routes,
    authorization?: string,
    url: string | undefined = '/api/v1/x',
  ): Promise<boolean> => {
    const request = { headers: { authorization }, routeOptions: { url } };
    const context = {
      getHandler: () => Routes.prototype[handler],
      getClass: () => Routes,
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({ header: () => undefined }) }),
    };
    return guard.canActivate(context as unknown as ExecutionContext);
  };

  beforeEach(() => {
    programmeIsPublic = true;
  });

  it.each<[keyof Routes, string | undefined, string | true]>([
    ['undeclared', 'Bearer reader', 'forbidden'],
    ['open', undefined, true],
    ['open', 'Bearer writer', true],
    ['open', 'Bearer faux', 'token_unknown'],
    ['open', 'Basic dG90bzp0b3Rv', 'token_unknown'],
    ['reserved', undefined, 'token_required'],
    ['reserved', 'bearer reader', true],
    ['reserved', 'Bearer writer', 'scope_missing'],
    ['write', 'Bearer writer', true],
    ['write', 'Bearer reader', 'scope_missing'],
    ['write', 'Bearer old', 'token_expired'],
    ['write', undefined, 'token_required'],
  ])('answers %s with %p: %p', async (handler, authorization, expected) => {
    const answer = call(handler, authorization);
    if (expected === true) await expect(answer).resolves.toBe(true);
    else await expect(answer).rejects.toMatchObject({ code: expected });
  });

  it('asks visitors for a token when the programme is for members only', async () => {
    programmeIsPublic = false;
    await expect(call('open')).rejects.toMatchObject({ code: 'token_required' });
    await expect(call('open', 'Bearer writer')).resolves.toBe(true);
  });

  it('leaves pages to their own rules, and closes what matched no route', async () => {
    await expect(call('undeclared', undefined, '/tableau-de-bord/:year')).resolves.toBe(true);
    await expect(call('undeclared', undefined, '/apiculture')).resolves.toBe(true);
    await expect(call('undeclared', undefined, '/api/v1/x')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
