// Builds what the browser downloads into dist/assets: scripts, styles, fonts cut to French, images. File names carry
// a hash of their content, manifest.json gives them by logical name, and each text file has its compressed twins.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { buildFonts } from './assets/fonts.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

const SCRIPTS = fromRoot('views', 'assets', 'scripts');
const STYLES = fromRoot('views', 'assets', 'styles');
const IMAGES = fromRoot('views', 'assets', 'images');
const OUTPUT = fromRoot('dist', 'assets');
const COMPRESSIBLE = new Set(['.css', '.js', '.svg', '.json', '.webmanifest']);

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Styles name a font by its logical file, `fonts/source-sans-3-400.woff2`; the hashed one lies beside the style. */
const fontUrls = (fonts) => ({
  name: 'font-urls',
  setup(plugin) {
    plugin.onResolve({ filter: /\.woff2$/ }, ({ path }) => {
      const hashed = fonts.get(basename(path));
      if (hashed === undefined) return { errors: [{ text: `No such font: ${path}` }] };
      return { path: `./${hashed}`, external: true };
    });
  },
});

/** Bundles the scripts and the style sheet; answers the files by path and the logical name of each. */
async function bundle(fonts) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: { main: join(SCRIPTS, 'main.ts'), style: join(STYLES, 'main.css') },
    outdir: OUTPUT,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022'],
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    metafile: true,
    logLevel: 'warning',
    tsconfig: join(SCRIPTS, 'tsconfig.json'),
    plugins: [fontUrls(fonts)],
  });
  const entries = new Map();
  for (const [path, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    // « charts.ts », loaded on demand, is an entry of its own too: a page may preload it.
    if (entryPoint) entries.set(basename(entryPoint).replace(/\.ts$/, '.js'), basename(path));
  }
  const files = new Map(result.outputFiles.map(({ path, contents }) => [basename(path), contents]));
  return { entries, files };
}

/** Icons and the like, copied under a hashed name. */
async function images() {
  const entries = new Map();
  const files = new Map();
  const names = existsSync(IMAGES) ? (await readdir(IMAGES)).sort() : [];
  for (const name of names) {
    const content = await readFile(join(IMAGES, name));
    const extension = extname(name);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const hashed = `${basename(name, extension)}-${hash}${extension}`;
    entries.set(name, hashed);
    files.set(hashed, content);
  }
  return { entries, files };
}

/** Writes beside, then renames: a server starting at this moment never reads half a file. */
async function writeWhole(name, content) {
  const beside = join(OUTPUT, `.${name}.${process.pid}.tmp`);
  await writeFile(beside, content);
  await rename(beside, join(OUTPUT, name));
}

/** Writes a file and its compressed twins, unless they are there: a hashed name means its content. */
async function writeAsset(name, content) {
  const variants = [[name, async () => content]];
  if (COMPRESSIBLE.has(extname(name))) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    variants.push(
      [`${name}.br`, () => brotli(content, { params })],
      [`${name}.gz`, () => deflate(content, { level: 9 })],
    );
  }
  for (const [variant, make] of variants) {
    if (!existsSync(join(OUTPUT, variant))) await writeWhole(variant, await make());
  }
  return variants.map(([variant]) => variant);
}

async function removeOthers(kept) {
  for (const name of await readdir(OUTPUT)) {
    if (!kept.has(name)) await rm(join(OUTPUT, name), { recursive: true, force: true });
  }
}

async function main() {
  await mkdir(OUTPUT, { recursive: true });
  const fonts = await buildFonts(OUTPUT, writeWhole);
  const bundled = await bundle(fonts);
  const copied = await images();
  const written = await Promise.all(
    [...bundled.files, ...copied.files].map(([name, content]) => writeAsset(name, content)),
  );
  const logical = [...bundled.entries, ...copied.entries, ...fonts].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  await writeWhole('manifest.json', `${JSON.stringify(Object.fromEntries(logical), null, 2)}\n`);
  await removeOthers(new Set(['manifest.json', ...fonts.values(), ...written.flat()]));
}

await main();
