import { errorCode } from '../../kernel/error-code.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { runIn } from '../../platform/context/request-context.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import { ENGINES } from '../../../test/support/databases.js';
import { type OpenedDatabase, openDatabase } from '../../../test/support/opened-database.js';
import { AttemptsRepository } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';
import { SignInFailureEntity } from './sign-in-failure.entity.js';

const ACCOUNT = 'account:jeanne@exemple.fr';

describe.each(ENGINES)('Failed tries, on %s', (engine) => {
  let database: OpenedDatabase;
  let clock: FixedClock;
  let attempts: AttemptsService;
  const service = (): AttemptsService =>
    new AttemptsService(
      database.unitOfWork,
      new AttemptsRepository(database.unitOfWork),
      clock,
      new SecretKeys({ secretKey: 'test-secret-key-of-more-than-32-characters' }),
    );
  const rows = (): Promise<SignInFailureEntity[]> => database.unitOfWork.manager.find(SignInFailureEntity);
  const tries = async (count: number, ...keys: string[]): Promise<number> => {
    const outcomes = await Promise.allSettled(Array.from({ length: count }, () => attempts.check(...keys)));
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  };

  beforeEach(async () => {
    database = await openDatabase(engine, [SignInFailureEntity]);
    clock = new FixedClock('2021-01-15T09:00:00.500Z');
    attempts = service();
  });
  afterEach(() => database.close());

  it('lets ten of fifty simultaneous tries through', async () => {
    expect(await tries(50, ACCOUNT)).toBe(10);
    expect(await rows()).toHaveLength(10);
  });

  it('makes the next one wait, says how long, and never for ever', async () => {
    await tries(10, ACCOUNT);
    clock.set('2021-01-15T09:10:00.000Z');
    const refusal = await attempts.check(ACCOUNT).catch((error: unknown) => error);
    expect(errorCode(refusal)).toBe('too_many_attempts');
    expect(refusal).toMatchObject({
      status: 429,
      title: 'Trop d’essais en peu de temps\u00a0: réessayez dans six\u00a0minutes.',
      details: { retryAfter: 301 },
    });
    clock.set('2021-01-15T09:15:00.500Z');
    expect(await tries(50, ACCOUNT)).toBe(10);
  });

  it('remembers them over a restart, by keyed hashes only', async () => {
    await tries(10, ACCOUNT);
    attempts = service();
    expect(await tries(5, ACCOUNT)).toBe(0);
    expect(JSON.stringify(await rows())).not.toContain('jeanne');
  });

  it('forgets an account’s failures with a success, and gives an address one try back', async () => {
    const address = runIn(
      { requestId: null, address: '2001:db8:1:2::9', userAgent: null, actor: 'visitor' },
      () => attempts.here(),
    );
    expect(address).toBe('address:2001:db8:1:2::/64');
    await tries(9, ACCOUNT, address);
    await attempts.check(ACCOUNT, address);
    await attempts.succeed(ACCOUNT, address);
    expect(await rows()).toHaveLength(9);
    expect(await tries(10, ACCOUNT)).toBe(10);
  });

  it('lets a hundred tries of one address through, whatever the accounts', async () => {
    const outcomes: string[] = [];
    for (let index = 0; index < 105; index += 1) {
      const outcome = await attempts
        .check(`account:${index}@exemple.fr`, 'address:192.0.2.4')
        .catch(errorCode);
      outcomes.push(outcome ?? 'passed');
    }
    expect(outcomes.indexOf('too_many_attempts')).toBe(100);
    // A refusal counts for nobody.
    expect(await tries(11, 'account:104@exemple.fr')).toBe(10);
  });

  it('purges what no window holds any more', async () => {
    await attempts.check(ACCOUNT);
    clock.set('2021-01-15T10:00:00.000Z');
    await attempts.purge();
    expect(await rows()).toHaveLength(1);
    clock.set('2021-01-15T10:00:01.000Z');
    await attempts.purge();
    expect(await rows()).toEqual([]);
  });
});
