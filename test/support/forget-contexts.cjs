const { AsyncLocalStorage } = require('node:async_hooks');

/**
 * Before each suite, gives up the contexts that the suites before it followed. Node carries every AsyncLocalStorage that was
 * once used from promise to promise until it is told not to, whoever it belonged to: Jest has one a suite and the application
 * another, so that the last suites of a run of three hundred took twice the time that they take alone.
 */
const KEPT = Symbol.for('copil.contexts');
const { prototype } = AsyncLocalStorage;

if (prototype[KEPT] === undefined) {
  const { run } = prototype;
  const contexts = new Set();
  prototype[KEPT] = contexts;
  prototype.run = function (...rest) {
    contexts.add(this);
    return Reflect.apply(run, this, rest);
  };
}
for (const context of prototype[KEPT]) context.disable();
prototype[KEPT].clear();
