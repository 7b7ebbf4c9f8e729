import { execFileSync } from 'node:child_process';

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

/** Name of a command of the system (`qpdf`, `pdftotext`), or null when the tests that run it are skipped. */
export function requireCommand(name: string): string | null {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', name], { stdio: 'ignore' });
    return name;
  } catch {
    return unmet(`The command ${name} is missing: install it`);
  }
}

/** `describe` when every requirement is there, `describe.skip` otherwise. */
export function describeWith(...requirements: (string | null)[]): jest.Describe {
  return requirements.every((requirement) => requirement !== null) ? describe : describe.skip;
}
