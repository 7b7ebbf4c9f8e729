import { Secret, TOTP } from 'otpauth';
import { FixedClock } from '../../platform/clock/clock.js';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import { ENGINES } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PersonEntity, RecoveryCodeEntity } from '../people/person.entity.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { TotpService } from './totp.service.js';

/** RFC 6238, appendix B: seconds, and the last six of its eight digits. */
const VECTORS: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const RFC_SEED = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
/** Start of a step. */
const NOON = Date.parse('2020-12-16T12:00:00Z') / 1000;

const keys = (secretKey: string): SecretKeys => new SecretKeys({ secretKey });
const KEY = 'one-secret-key-of-more-than-32-characters';

function services(unitOfWork: UnitOfWork, secretKey = KEY, clock = new FixedClock(at(NOON))) {
  const rows = new SecondFactorRepository(unitOfWork);
  const totp = new TotpService(unitOfWork, rows, keys(secretKey), clock);
  const codes = new RecoveryCodesService(rows, keys(secretKey), clock);
  return { totp, codes, clock };
}

/** What an authenticator shows. */
const shown = (seed: string, seconds: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(seed), timestamp: seconds * 1000 });

let counter = 0;
async function somebody(unitOfWork: UnitOfWork): Promise<number> {
  counter += 1;
  const person = await new PeopleRepository(unitOfWork).insert({
    email: `someone-${counter}@lot.fr`,
    name: 'Someone',
    role: 'editor',
    organisationId: null,
    state: 'active',
    passwordHash: 'none',
    totpSeed: null,
    totpLastStep: null,
    notices: true,
    createdAt: at(NOON),
    updatedAt: at(NOON),
  });
  return person.id;
}

describe.each(ENGINES)('A second factor on %s', (engine) => {
  let database: OpenedDatabase;

  beforeAll(async () => {
    database = await openDatabase(engine, [PersonEntity, RecoveryCodeEntity]);
  });
  afterAll(() => database.close());

  /** Somebody whose authenticator holds a seed, proved an hour before. */
  async function enrolled(clock = new FixedClock(at(NOON))) {
    const { totp, codes } = services(database.unitOfWork, KEY, clock);
    const personId = await somebody(database.unitOfWork);
    const seed = totp.newSeed();
    await totp.store(personId, seed, NOON / 30 - 120);
    return { totp, codes, clock, personId, seed };
  }

  it.each(VECTORS)('knows the code of RFC 6238 at %d s', (seconds, code) => {
    const { totp, clock } = services(database.unitOfWork);
    clock.set(at(seconds));
    expect(totp.stepOf(RFC_SEED, code)).toBe(Math.floor(seconds / 30));
    expect(totp.stepOf(RFC_SEED, code === '000000' ? '000001' : '000000')).toBeNull();
  });

  it('bears a clock that is one step off, and no more', async () => {
    const { totp, seed } = await enrolled();
    const step = NOON / 30;
    expect([-60, -30, 0, 30, 60].map((off) => totp.stepOf(seed, shown(seed, NOON + off)))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ]);
  });

  it('makes seeds of 160 bits, each another one', () => {
    const { totp } = services(database.unitOfWork);
    const seed = totp.newSeed();
    expect(Secret.fromBase32(seed).bytes).toHaveLength(20);
    expect(totp.newSeed()).not.toBe(seed);
    const address = new URL(totp.setUpAddress(seed, 'a@lot.fr', 'Oh my Lot !'));
    expect(Object.fromEntries(address.searchParams)).toEqual({
      secret: seed,
      issuer: 'Oh my Lot !',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  it('accepts a code once, and none older than the last', async () => {
    const { totp, personId, seed, clock } = await enrolled();
    const [before, now] = [shown(seed, NOON - 30), shown(seed, NOON)];
    expect(await totp.use(personId, now)).toBe(true);
    expect(await totp.use(personId, now)).toBe(false);
    expect(await totp.use(personId, before)).toBe(false);
    clock.set(at(NOON + 30));
    expect(await totp.use(personId, now)).toBe(false);
    expect(await totp.use(personId, shown(seed, NOON + 30))).toBe(true);
  });

  it('lets one of twenty through that bring the same code at once', async () => {
    const { totp, personId, seed } = await enrolled();
    const code = shown(seed, NOON);
    const answers = await Promise.all(Array.from({ length: 20 }, () => totp.use(personId, code)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('keeps no seed in clear, and says so when SECRET_KEY is not the one that sealed it', async () => {
    const { personId, seed } = await enrolled();
    const person = await database.unitOfWork.manager.findOneByOrFail(PersonEntity, { id: personId });
    expect(person.totpSeed).not.toContain(seed);
    const { totp } = services(database.unitOfWork, 'another-secret-key-of-more-than-32-characters');
    await expect(totp.use(personId, shown(seed, NOON))).rejects.toMatchObject({
      code: 'second_factor_unreadable',
    });
  });

  it('opens for nobody who has none', async () => {
    const { totp, personId, seed } = await enrolled();
    await totp.forget(personId);
    expect(await totp.use(personId, shown(seed, NOON))).toBe(false);
  });

  it('has ten recovery codes, each used once by its own person, whatever happens at once', async () => {
    const { codes, personId } = await enrolled();
    const other = await enrolled();
    const made = await codes.renew(personId);
    expect(new Set(made).size).toBe(10);
    const [first = '', second = ''] = made;
    expect(await other.codes.use(other.personId, first)).toBe(false);
    const answers = await Promise.all(Array.from({ length: 20 }, () => codes.use(personId, first)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await codes.left(personId)).toBe(9);
    const rows = await database.unitOfWork.manager.findBy(RecoveryCodeEntity, { personId });
    expect(JSON.stringify(rows)).not.toContain(second);
  });

  it('forgets the codes before when new ones are made', async () => {
    const { codes, personId } = await enrolled();
    const [old = ''] = await codes.renew(personId);
    const [fresh = ''] = await codes.renew(personId);
    expect(await codes.use(personId, old)).toBe(false);
    expect(await codes.use(personId, fresh)).toBe(true);
    await codes.forget(personId);
    expect(await codes.left(personId)).toBe(0);
  });
});
