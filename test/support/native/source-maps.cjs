const { createHash } = require('node:crypto');
const { existsSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const swc = require('@swc/core');

/** Where a failure's stack finds the lines of our sources; only then is a map made. */
class SourceMaps extends Map {
  get(loaded) {
    if (!/^file:[^?]*\.ts(\?|$)/.test(loaded)) return super.get(loaded);
    const source = fileURLToPath(loaded);
    const file = join(tmpdir(), `${createHash('sha1').update(source).digest('hex')}.map`);
    const options = { swcrc: true, sourceMaps: true, sourceFileName: source };
    if (!existsSync(file)) writeFileSync(file, swc.transformFileSync(source, options).map);
    return file;
  }
}

module.exports = { SourceMaps };
