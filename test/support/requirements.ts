/** `npm test` says once what is skipped; under CI=true a skip is a failure, even of a suite run alone. */
function unmet(message: string): null {
  if (process.env.CI === 'true') throw new Error(`${message} (CI=true: no test may be skipped)`);
  return null;
}

/** URL of a PostgreSQL where tests may create databases, or null when they are skipped. */
export function requirePostgres(): string | null {
  return process.env.TEST_DATABASE_URL || unmet('PostgreSQL is missing: set TEST_DATABASE_URL');
}

/** Path of the Chromium that browser tests drive, or null when they are skipped. */
export function requireChromium(): string | null {
  return process.env.CHROMIUM_PATH || unmet('Chromium is missing: install it or set CHROMIUM_PATH');
}

/** `describe` when every requirement is there, `describe.skip` otherwise. */
export function describeWith(...requirements: (string | null)[]): jest.Describe {
  return requirements.every((requirement) => requirement !== null) ? describe : describe.skip;
}
