import { availableParallelism } from 'node:os';
import { findChromium } from './scripts/support/requirements.mjs';

// Tests ask for the browser by this variable alone (test/support/requirements.ts).
const chromium = findChromium();
if (chromium) process.env.CHROMIUM_PATH = chromium;

// What the names of a run's databases begin with (test/support/databases.ts); workers inherit it.
process.env.COPIL_TEST_RUN ??= `copil_test_${process.pid}`;

const LANGUAGE =
  'Array Boolean Date Error JSON Map Math Number Object Promise Reflect RegExp Set String Symbol Uint8Array WeakMap';

// What is measured or watched is loaded anew for each suite, by Jest's own runtime.
const loadsAnew = process.argv.some((word) => /^--(coverage|collectCoverage|watch)/.test(word));

/** Jest in ESM (run with --experimental-vm-modules), TypeScript and decorators through swc. */
export default {
  testEnvironment: 'node',
  ...(loadsAnew ? {} : { runtime: '<rootDir>/test/support/native/native-runtime.cjs' }),
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^content-disposition$': '<rootDir>/test/support/content-disposition.cjs',
  },
  transform: { '^.+\\.ts$': '@swc/jest' },
  // In a sandbox a name that is nobody's is looked for in two worlds, each time: libraries are handed those that they read most.
  sandboxInjectedGlobals: [...LANGUAGE.split(' '), 'isNaN', 'parseInt'],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  globalSetup: '<rootDir>/test/support/make-scratch.mjs',
  setupFiles: ['<rootDir>/test/support/forget-contexts.cjs'],
  globalTeardown: '<rootDir>/test/support/drop-scratch.mjs',
  // Twenty times what the slowest takes on a quiet machine: a busy one must not make it a failure.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/long-first.cjs',
  // A suite may itself start a server, a browser or a PDF worker: two at a time, or half of a larger machine.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // Modules are never unloaded; a worker that grew is replaced between two suites.
  workerIdleMemoryLimit: '1GB',
  // Asked for by --coverage only.
  coverageThreshold: {
    // What adds up, divides, compares and reads has no branch untried (npm run coverage).
    './src/{figures,kernel,measurements}/*.rules.ts': { branches: 100 },
    './src/kernel/': { statements: 99, branches: 97 },
    './src/figures/': { statements: 93, branches: 85 },
  },
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/**/*.types.ts'],
};
