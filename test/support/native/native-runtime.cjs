const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
// Comes with Jest, whose documentation of `runtime` has it extended.
const { default: Runtime } = require('jest-runtime');
const { SourceMaps } = require('./source-maps.cjs');

register('./typescript-hooks.mjs', pathToFileURL(__filename));

/** What suites find in the world without importing it: of each suite its own. */
const GLOBALS =
  'afterAll afterEach beforeAll beforeEach console describe expect fdescribe fit it test xdescribe xit xtest';

/** Array, Error, Promise, String…: what the language itself gives. */
const LANGUAGE = vm
  .runInNewContext('Object.getOwnPropertyNames(globalThis)')
  .filter((name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function');

let suites = 0;

/**
 * Runs suites as Node runs a program. Jest's own loads every module again for each suite, in a sandbox of its own: that of
 * the whole application took longer than what most suites prove, cold each time, and what a sandbox loaded stays in memory.
 * Here a worker loads a module once and its suites share it, as one process serves several requests; a suite itself, the
 * environment it changes and what it spies on are its own.
 */
class NativeRuntime extends Runtime {
  /** Undoes what a suite finds around it. */
  leave = () => undefined;

  constructor(config, environment, ...rest) {
    // Matchers are loaded in the sandbox: what suites hand them, `expect.any(String)`, is of this world.
    for (const name of LANGUAGE) environment.global[name] = globalThis[name];
    super(config, environment, ...rest);
  }

  async unstable_importModule(from, moduleName) {
    if (moduleName !== undefined || !from.endsWith('.ts'))
      return super.unstable_importModule(from, moduleName);
    this.leave = enter({ ...this._environment.global, jest: this.jestGlobals.jestObjectFor(from) });
    const suite = pathToFileURL(from);
    // Its name differs each time: a suite that is run twice is loaded twice.
    suite.search = `suite=${++suites}`;
    return import(suite.href);
  }

  getSourceMaps() {
    return new SourceMaps(super.getSourceMaps());
  }

  teardown() {
    super.teardown();
    this.leave();
  }
}

/** Gives the suite its globals. @returns what puts these, and the environment's variables, back as they were */
function enter(sandbox) {
  const before = { ...process.env };
  const changed = [...GLOBALS.split(' '), 'jest'].map((name) => {
    const had = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value: sandbox[name], configurable: true, writable: true });
    return [name, had];
  });
  return () => {
    for (const [name, had] of changed) {
      if (had === undefined) delete globalThis[name];
      else Object.defineProperty(globalThis, name, had);
    }
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  };
}

module.exports = NativeRuntime;
