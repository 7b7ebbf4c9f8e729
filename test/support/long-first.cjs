const { existsSync } = require('node:fs');
const { join } = require('node:path');
// Comes with Jest, whose documentation of `testSequencer` has it extended.
const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites of a quarter of a minute and more, the longest first. */
const LONG = [
  'test/security/access-matrix.spec.ts',
  'test/browser/pages.spec.ts',
  'test/browser/accounts.spec.ts',
  'test/properties/outputs.spec.ts',
  'test/security/form-strings.spec.ts',
  'test/browser/rooms.spec.ts',
  'test/browser/entry-looks.spec.ts',
  'test/e2e/measurements-api.spec.ts',
  'test/browser/entry-grid.spec.ts',
  'test/browser/keyboard.spec.ts',
  'test/import/mutations.spec.ts',
  'test/e2e/streamed-memory.spec.ts',
  'test/scenarios/scenarios.spec.ts',
  'test/e2e/streamed-ingest.spec.ts',
  'test/import/imports.spec.ts',
  'src/entry/cells/cell-entry.service.spec.ts',
  'test/browser/imports.spec.ts',
  'test/browser/coupon.spec.ts',
  'src/platform/documents/render-document.spec.ts',
  'test/e2e/kept-answers.spec.ts',
  'test/browser/grid-script.spec.ts',
];

/**
 * In a fresh clone Jest knows of no suite how long it takes, and begins with the largest files: a small one of two minutes
 * came last, alone, while the other worker was idle. Once it has run them it knows better.
 */
class LongFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

const ROOT = join(__dirname, '..', '..');
const places = new Map(LONG.map((name, place) => [join(ROOT, name), place]));
const placeOf = ({ path }) => places.get(path) ?? LONG.length;

for (const path of places.keys())
  if (!existsSync(path)) throw new Error(`${path} is no suite any more: take it out of ${__filename}.`);

module.exports = LongFirst;
