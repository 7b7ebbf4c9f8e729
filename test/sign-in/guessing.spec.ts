import { jest } from '@jest/globals';
import { errorCode } from '../../src/kernel/error-code.js';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { AttemptsService } from '../../src/accounts/sign-in/attempts.service.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { SignInService } from '../../src/accounts/sign-in/sign-in.service.js';
import { runIn } from '../../src/platform/context/request-context.js';
import { ENGINES } from '../support/databases.js';
import { openEmptyServices, type TestServices } from '../support/services.js';

const PASSWORD = 'tournesol brique vélo mardi';
const KNOWN = 'lea@exemple.fr';

describe.each(ENGINES)('Guessing, on %s', (engine) => {
  let services: TestServices;

  beforeEach(async () => {
    services = await openEmptyServices(engine, '2021-01-15T09:00:00.000Z');
    await get(PeopleRepository).insert({
      email: KNOWN,
      name: 'Léa',
      role: 'viewer',
      organisationId: null,
      state: 'active',
      passwordHash: await get(PasswordsService).hash(PASSWORD),
      totpSeed: null,
      totpLastStep: null,
      notices: true,
      createdAt: '2021-01-15T09:00:00Z',
      updatedAt: '2021-01-15T09:00:00Z',
    });
  });
  afterEach(() => services.close());

  const get = <T>(type: new (...args: never[]) => T): T => services.context.get(type, { strict: false });
  const attempt = (email: string, address: string, password = 'un mauvais mot de passe'): Promise<string> =>
    runIn({ requestId: null, address, userAgent: null, actor: 'visitor' }, () =>
      get(SignInService)
        .signIn({ email, password }, null)
        .then(() => 'in', errorCode),
    );

  it.each([KNOWN, 'personne@exemple.fr'])(
    '%s a hundred times from fifty addresses is ten tries',
    async (email) => {
      const compared = jest.spyOn(get(PasswordsService), 'verify');
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, (_, index) => attempt(email, `192.0.2.${index % 50}`)),
      );
      expect(compared).toHaveBeenCalledTimes(10);
      compared.mockRestore();
      expect(outcomes.filter((outcome) => outcome === 'too_many_attempts')).toHaveLength(90);
      expect(await attempt(email, '198.51.100.1', PASSWORD)).toBe('too_many_attempts');
      services.clock.set('2021-01-15T09:15:00.000Z');
      expect(await attempt(email, '198.51.100.1', PASSWORD)).toBe(email === KNOWN ? 'in' : 'sign_in_refused');
    },
  );

  it('compares one password, known address or not', async () => {
    const compared = jest.spyOn(get(PasswordsService), 'verify');
    for (const email of [KNOWN, 'personne@exemple.fr', 'pas une adresse']) {
      compared.mockClear();
      expect(await attempt(email, '192.0.2.1')).toBe('sign_in_refused');
      expect(compared).toHaveBeenCalledTimes(1);
    }
    compared.mockRestore();
  });
});

/** Milliseconds of each of many tries, one of each kind in turn so that the machine's mood weighs on both alike. */
async function timed(count: number, ...kinds: (() => Promise<unknown>)[]): Promise<number[][]> {
  const times = kinds.map((): number[] => []);
  for (let round = 0; round < count; round += 1) {
    // The order changes at each round: whoever comes first gains nothing.
    for (const kind of round % 2 === 0 ? kinds.keys() : [...kinds.keys()].reverse()) {
      const began = performance.now();
      await kinds[kind]?.();
      times[kind]?.push(performance.now() - began);
    }
  }
  return times;
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const fastest = (share: number, values: readonly number[]): number[] =>
  values.toSorted((one, other) => one - other).slice(0, Math.ceil(values.length * share));
/** Without the slowest fifth: a pause of the machine says nothing of the code. */
const calm = (values: readonly number[]): number[] => fastest(0.8, values);
/** What the code takes when nothing else runs: as close to its own time as a shared machine shows it. */
const quickest = (values: readonly number[]): number[] => fastest(0.3, values);

function welch(one: readonly number[], other: readonly number[]): number {
  const spread = (values: readonly number[]): number =>
    mean(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1);
  return Math.abs(mean(one) - mean(other)) / Math.sqrt(spread(one) + spread(other));
}

/** What reliability.md S2 asks: Welch's t below 3, and times within 5 % of each other. */
const isAlike = (measure: { t: number; ratio: number } | undefined): boolean =>
  measure !== undefined && measure.t < 3 && Math.abs(measure.ratio - 1) < 0.05;

describe('The time of an answer', () => {
  it('does not tell a known address from an unknown one, over 200 tries', async () => {
    const services = await openEmptyServices('sqlite', '2021-01-15T09:00:00.000Z');
    const get = <T>(type: new (...args: never[]) => T): T => services.context.get(type, { strict: false });
    const found: { t: number; ratio: number }[] = [];
    try {
      const passwordHash = await get(PasswordsService).hash(PASSWORD);
      await get(PeopleRepository).insert({
        email: KNOWN,
        name: 'Léa',
        role: 'viewer',
        organisationId: null,
        state: 'active',
        passwordHash,
        totpSeed: null,
        totpLastStep: null,
        notices: true,
        createdAt: '2021-01-15T09:00:00Z',
        updatedAt: '2021-01-15T09:00:00Z',
      });
      const attempt = (email: string) => async (): Promise<void> => {
        // Neither is ever made to wait: that would be another answer.
        await get(AttemptsService).succeed(`account:${email}`);
        await get(SignInService)
          .signIn({ email, password: 'un mauvais mot de passe' }, null)
          .catch(errorCode);
        services.clock.set(new Date(services.clock.now().getTime() + 60_000).toISOString());
      };
      // A loaded machine may fail one measure; a difference in the code fails them all.
      for (let measure = 0; measure < 3; measure += 1) {
        const [known = [], unknown = []] = await timed(100, attempt(KNOWN), attempt('zoe@exemple.fr'));
        const t = welch(calm(known), calm(unknown));
        found.push({ t, ratio: median(quickest(known)) / median(quickest(unknown)) });
        if (isAlike(found.at(-1))) break;
      }
    } finally {
      await services.close();
    }
    expect(found.filter(isAlike)).not.toEqual([]);
  }, 120_000);
});
