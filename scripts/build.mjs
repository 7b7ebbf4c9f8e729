import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './support/children.mjs';
import { inLanguage, runScript, ScriptFailure } from './support/messages.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

const SOURCE = fromRoot('src');
const OUTPUT = fromRoot('dist');

/** What the last build wrote, so that the output of a deleted source goes away and nothing else does. */
const MANIFEST = join(OUTPUT, '.build.json');

/** Changing one of these changes every output. */
const BUILD_INPUTS = ['.swcrc', 'package-lock.json', 'scripts/build.mjs'].map((path) => fromRoot(path));

/** The asset builder reads these beside src/, whose chart descriptions the browser shares. */
const ASSET_INPUTS = ['views/assets', 'scripts', 'package-lock.json'].map((path) => fromRoot(path));

const changedAt = async (path) => (await stat(path).catch(() => null))?.mtimeMs ?? 0;

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Time of the newest file among files and folders. */
async function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
    const files = isFolder ? await filesUnder(path) : [path];
    for (const file of files) latest = Math.max(latest, await changedAt(file));
  }
  return latest;
}

const isSource = (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts');
const outputOf = (source) => join(OUTPUT, relative(SOURCE, source)).replace(/\.ts$/, '.js');

/** Writes beside, then renames: a server starting at this moment never reads half a module. */
async function replaceFile(path, content) {
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, content);
  await rename(beside, path);
}

async function compile(source, swc) {
  const output = outputOf(source);
  const map = `${output}.map`;
  const result = await swc.transformFile(source, {
    swcrc: true,
    cwd: ROOT,
    sourceMaps: true,
    sourceFileName: relative(dirname(output), source).split(sep).join('/'),
  });
  await mkdir(dirname(output), { recursive: true });
  await replaceFile(map, result.map ?? '');
  await replaceFile(output, `${result.code}\n//# sourceMappingURL=${map.slice(map.lastIndexOf(sep) + 1)}\n`);
}

async function compileStale(sources) {
  const floor = await newest(BUILD_INPUTS);
  const stale = [];
  for (const source of sources) {
    const built = await changedAt(outputOf(source));
    if (built < Math.max(floor, await changedAt(source))) stale.push(source);
  }
  if (stale.length === 0) return 0;
  // Loaded only when there is work: the native compiler costs more than the whole check of a fresh build.
  const { default: swc } = await import('@swc/core');
  const results = await Promise.allSettled(stale.map((source) => compile(source, swc)));
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${relative(ROOT, stale[index])}\n${result.reason}`] : [],
  );
  if (failures.length > 0) {
    const title = inLanguage('La construction a échoué :', 'The build failed:');
    throw new ScriptFailure([title, ...failures].join('\n'));
  }
  return stale.length;
}

async function removeOrphans(sources) {
  const outputs = sources.map((source) => relative(OUTPUT, outputOf(source)));
  const kept = new Set(outputs);
  const previous = await readFile(MANIFEST, 'utf8').then(
    (text) => JSON.parse(text).outputs,
    () => [],
  );
  const orphans = previous.filter((path) => !kept.has(path));
  for (const orphan of orphans) {
    for (const path of [orphan, `${orphan}.map`]) await rm(join(OUTPUT, path), { force: true });
  }
  if (orphans.length > 0 || previous.length !== outputs.length) {
    await mkdir(OUTPUT, { recursive: true });
    await replaceFile(MANIFEST, `${JSON.stringify({ outputs })}\n`);
  }
  return orphans.length;
}

/** Styles, scripts and fonts of the browser, when one of their sources is newer than the last time. */
async function buildAssets() {
  const script = fromRoot('scripts', 'build-assets.mjs');
  const stamp = join(OUTPUT, '.assets-built');
  if (!existsSync(script)) return false;
  if ((await newest([SOURCE, ...ASSET_INPUTS])) <= (await changedAt(stamp))) return false;
  // The time is taken before: a file saved while the assets are built makes them stale again.
  const startedAt = new Date();
  const status = await run(process.execPath, [script], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new ScriptFailure(
      inLanguage('La construction des styles et scripts a échoué.', 'Building styles and scripts failed.'),
    );
  }
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(stamp, `${startedAt.toISOString()}\n`);
  await utimes(stamp, startedAt, startedAt);
  return true;
}

/**
 * Brings `dist/` up to date: transpiles what changed in `src/`, removes what has no source any more, then builds the
 * browser's assets. Types are checked by `npm run check`, not here. Answers what was done.
 */
export async function build() {
  // A dist/ of unknown origin may hold modules whose source is gone.
  if (existsSync(OUTPUT) && !existsSync(MANIFEST)) await rm(OUTPUT, { recursive: true, force: true });
  const sources = (await filesUnder(SOURCE)).filter(isSource).sort();
  const removed = await removeOrphans(sources);
  const compiled = await compileStale(sources);
  const assets = await buildAssets();
  return { sources: sources.length, compiled, removed, assets };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    const startedAt = performance.now();
    const { sources, compiled, removed, assets } = await build();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
    process.stdout.write(
      inLanguage(
        `${compiled} module(s) construit(s) sur ${sources}, ${removed} retiré(s), styles et scripts ${assets ? 'refaits' : 'inchangés'} (${seconds} s)\n`,
        `${compiled} of ${sources} modules built, ${removed} removed, assets ${assets ? 'rebuilt' : 'unchanged'} (${seconds} s)\n`,
      ),
    );
  });
}
