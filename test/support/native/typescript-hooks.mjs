import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import swc from '@swc/core';

const GLOBALS = new URL('./jest-globals.mjs', import.meta.url);

/** Our modules name the file that the build will make of a source, `./figure.js` for `figure.ts`. */
export async function resolve(specifier, context, next) {
  const { parentURL } = context;
  if (specifier === '@jest/globals') return found(new URL(new URL(parentURL).search, GLOBALS));
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && isTypeScript(parentURL)) {
    const source = new URL(specifier.replace(/js$/, 'ts'), parentURL);
    if (existsSync(source)) return found(source);
  }
  return next(specifier, context);
}

/** Compiled as the build does, so that decorators say the same. */
export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const { code } = await swc.transformFile(fileURLToPath(url), { swcrc: true, sourceMaps: false });
  return { source: code, format: 'module', shortCircuit: true };
}

const found = ({ href }) => ({ url: href, format: 'module', shortCircuit: true });

const isTypeScript = (url) => url !== undefined && /^file:[^?]*\.ts(\?|$)/.test(url);
