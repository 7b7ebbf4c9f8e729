import { ENGINES } from '../../../test/support/databases.js';
import { auditTrail } from '../../../test/support/audit-trail.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { ProgrammeEntity } from '../../programme/programme.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { ApiTokensService } from './api-tokens.service.js';
import { RateLimiter } from './rate-limiter.js';
import { looksLikeToken, newToken } from './token-secret.js';

describe.each(ENGINES)('API tokens on %s', (engine) => {
  let database: OpenedDatabase;
  let clock: FixedClock;
  let tokens: ApiTokensService;

  beforeEach(async () => {
    database = await openDatabase(engine, [ApiTokenEntity, ProgrammeEntity]);
    clock = new FixedClock('2020-12-17T10:00:00Z');
    const { unitOfWork } = database;
    const trail = auditTrail(unitOfWork, clock);
    tokens = new ApiTokensService(unitOfWork, new ApiTokensRepository(unitOfWork), trail, clock);
  });
  afterEach(() => database.close());

  it('creates a token that lasts a year and of which only the hash is kept', async () => {
    const created = await tokens.create({ name: 'Stand', scope: 'measurements:write' });
    expect(created).toEqual({
      token: expect.stringMatching(/^copil_[0-9A-Za-z]{49}$/),
      name: 'Stand',
      scope: 'measurements:write',
      expires: '2021-12-17',
    });
    const rows = await database.unitOfWork.manager.query('SELECT * FROM api_tokens');
    expect(JSON.stringify(rows)).not.toContain(created.token.slice('copil_'.length));
    expect(await tokens.authenticate(created.token)).toMatchObject({
      ok: true,
      identity: { name: 'Stand', ratePerMinute: 600, scope: { permissions: ['measurements:write'] } },
    });
  });

  it('lists tokens without their secret, and ends one by its number', async () => {
    const first = await tokens.create({ name: 'Stand', scope: 'measurements:write', rate: 0 });
    await tokens.create({ name: 'Stand', scope: 'read', expires: '2020-12-18' });
    clock.set('2020-12-19T10:00:00Z');
    const [later, earlier] = await tokens.list();
    expect(later).toMatchObject({ name: 'Stand', scope: 'read', state: 'expired', lastUsedAt: null });
    expect(earlier).toEqual({
      id: expect.any(Number),
      name: 'Stand',
      scope: 'measurements:write',
      ratePerMinute: 0,
      state: 'valid',
      createdAt: '2020-12-17T10:00:00Z',
      createdBy: 'system',
      lastUsedAt: null,
      expires: '2021-12-17',
    });
    for (const _ of ['once', 'twice']) await tokens.revokeById(earlier?.id ?? 0);
    expect(await tokens.authenticate(first.token)).toEqual({ ok: false, reason: 'unknown' });
    expect((await tokens.list()).map(({ state }) => state)).toEqual(['expired', 'revoked']);
    await expect(tokens.revokeById(999)).rejects.toMatchObject({ code: 'not_found' });
    const told = await database.unitOfWork.manager.query('SELECT action FROM audit_entries ORDER BY id');
    const actions = told.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['token.created', 'token.created', 'token.revoked']);
  });

  it('refuses what is not a token, or no longer one', async () => {
    const { token } = await tokens.create({ name: 'Stand', scope: 'read', expires: '2020-12-31' });
    const unknown = { ok: false, reason: 'unknown' };
    for (const text of [
      '',
      'copil_',
      newToken(),
      `${token}x`,
      token.toLowerCase(),
      `${token.slice(0, -1)}!`,
    ]) {
      expect(await tokens.authenticate(text)).toEqual(unknown);
    }
    clock.set('2020-12-31T22:59:59Z');
    expect(await tokens.authenticate(token)).toMatchObject({ ok: true });
    clock.set('2020-12-31T23:00:00Z');
    expect(await tokens.authenticate(token)).toEqual({ ok: false, reason: 'expired' });
    clock.set('2020-12-20T00:00:00Z');
    expect(await tokens.revoke('Stand')).toBe(1);
    expect(await tokens.authenticate(token)).toEqual(unknown);
    expect(await tokens.revoke('Stand')).toBe(0);
  });

  it('tells every mistake of a request at once', async () => {
    const request = { name: ' ', scope: 'admin', expires: '2021-12-18', rate: -1 };
    await expect(tokens.create(request)).rejects.toMatchObject({
      code: 'invalid_token_request',
      issues: [{ path: 'scope' }, { path: 'name' }, { path: 'expires' }, { path: 'rate' }],
    });
    for (const expires of ['2020-12-16', 'demain', '2021-02-30', '']) {
      await expect(tokens.create({ name: 'A', scope: 'read', expires })).rejects.toMatchObject({
        issues: [{ path: 'expires' }],
      });
    }
  });

  it('notes the last use at most once a minute', async () => {
    const { token } = await tokens.create({ name: 'Stand', scope: 'read' });
    const lastUse = async (): Promise<string> => {
      await database.unitOfWork.idle();
      const [row] = await database.unitOfWork.manager.query('SELECT last_used_at AS at FROM api_tokens');
      return row.at;
    };
    await tokens.authenticate(token);
    expect(await lastUse()).toBe('2020-12-17T10:00:00Z');
    clock.set('2020-12-17T10:00:59Z');
    await tokens.authenticate(token);
    expect(await lastUse()).toBe('2020-12-17T10:00:00Z');
    clock.set('2020-12-17T10:01:00Z');
    await tokens.authenticate(token);
    expect(await lastUse()).toBe('2020-12-17T10:01:00Z');
  });
});

describe('the rate of a token', () => {
  it('refuses beyond the limit, says how long to wait, and forgives after a minute', () => {
    const limiter = new RateLimiter();
    expect([limiter.take(1, 2, 0), limiter.take(1, 2, 10_000), limiter.take(1, 2, 10_500)]).toEqual([
      null,
      null,
      50,
    ]);
    expect(limiter.take(2, 2, 10_500)).toBeNull();
    expect(limiter.take(1, 2, 59_999)).toBe(1);
    expect(limiter.take(1, 2, 60_000)).toBeNull();
    expect(limiter.take(1, 2, 0)).toBeNull();
  });

  it('never refuses a token without limit', () => {
    const limiter = new RateLimiter();
    for (let index = 0; index < 5_000; index += 1) expect(limiter.take(1, 0, 0)).toBeNull();
  });
});

describe('the text of a token', () => {
  it('carries a checksum that a slip of the keyboard breaks', () => {
    const token = newToken();
    expect(looksLikeToken(token)).toBe(true);
    for (let index = 'copil_'.length; index < token.length; index += 1) {
      const slip = token[index] === 'a' ? 'b' : 'a';
      expect(looksLikeToken(token.slice(0, index) + slip + token.slice(index + 1))).toBe(false);
    }
  });
});
