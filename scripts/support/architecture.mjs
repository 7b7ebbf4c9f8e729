import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from './children.mjs';
import { fromRoot } from './paths.mjs';

/** The product's code: the browser's scripts share the charts of src/. */
const CRUISED = ['src', 'views/assets/scripts'];

/** Fewer modules than this is not the project: the inspection looked at the wrong place. */
const MINIMUM_MODULES = 40;

async function sourcesUnder(root) {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name)).length;
}

const place = ({ from, to, cycle }) =>
  cycle ? [from, ...cycle.map(({ name }) => name)].join(' -> ') : `${from} -> ${to}`;

/**
 * Checks the dependency rule (.dependency-cruiser.cjs) on the `src/` and the browser's scripts of a tree, and that every source was inspected.
 * Answers whether it failed, and a report naming each wrong arrow.
 */
export async function inspectArchitecture(root, minimum = MINIMUM_MODULES) {
  const depcruise = fromRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [...CRUISED, '--config', fromRoot('.dependency-cruiser.cjs'), '--output-type', 'json'];
  const { stdout, stderr } = await capture(process.execPath, [depcruise, ...args], { cwd: root });
  let cruised;
  try {
    cruised = JSON.parse(stdout);
  } catch {
    return { failed: true, report: `dependency-cruiser gave no report.\n${stderr}` };
  }
  const seen = cruised.modules.filter(({ source }) => /^src\/.*\.ts$/.test(source)).length;
  const present = await sourcesUnder(root);
  const lines = cruised.summary.violations.map((found) => `${found.rule.name}: ${place(found)}`);
  if (seen < Math.max(present, minimum)) {
    lines.push(`modules-inspected: ${seen} modules seen, ${present} present, at least ${minimum} expected`);
  }
  return { failed: lines.length > 0, report: lines.join('\n') };
}
