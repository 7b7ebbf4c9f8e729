import { read } from './source-tree.js';

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  os?: string[];
  cpu?: string[];
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const MAXIMUM_PRODUCTION_PACKAGES = 200;

/** Versions before these hold a published weakness; the registry's advisories may be out of reach where tests run. */
const MINIMUM_SAFE: Record<string, string> = {
  fastify: '5.12.2',
  '@fastify/static': '10.1.2',
  typeorm: '0.3.26',
  ejs: '3.1.10',
  '@nestjs/core': '12.0.0',
};

/** Packages refused for a reason that outlives fashion. */
const REFUSED: Record<string, string> = {
  xlsx: 'frozen on npm; pollutes Object.prototype from a small file',
  exceljs: 'blocks the event loop for half a minute on a small file',
  sqlite3: 'archived, and TypeORM 1.x has no driver for it',
  qrcode: 'brings a whole command-line parser to draw squares; uqr has no dependency',
  '@fastify/secure-session': 'stateless: signing out cannot revoke',
};

/** Licences that let the program be distributed under EUPL-1.2. */
const LICENCES =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|CC-BY-[34]\.0|Python-2\.0|OFL-1\.1|MPL-2\.0|WTFPL|Zlib)$/;

/** Packages whose manifest is silent, with the licence that their LICENSE file gives. */
const UNSTATED_LICENCES: Record<string, string> = { 'png-js': 'MIT' };

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const manifest = JSON.parse(read('package.json')) as Manifest;
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const production = locked.filter(([, entry]) => !entry.dev && !entry.devOptional);
/** What one Linux server installs: a native binding is locked for every system, and one of its builds is unpacked. */
const onServer = production.filter(
  ([path, { os, cpu }]) =>
    (os?.includes('linux') ?? true) && (cpu?.includes('x64') ?? true) && !path.endsWith('-musl'),
);
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** -1, 0 or 1 as the first version comes before, with or after the second. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  const index = [0, 1, 2].find((position) => left?.[position] !== right?.[position]);
  return index === undefined ? 0 : Math.sign((left?.[index] ?? 0) - (right?.[index] ?? 0));
}

/** True when one of the licences that a package offers suits. */
const isFree = (licence = ''): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((part) => LICENCES.test(part.trim())));

describe('Supply chain', () => {
  it('locks packages by their content, not by the address they came from', () => {
    expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });

  it(`keeps production under ${MAXIMUM_PRODUCTION_PACKAGES} packages`, () => {
    expect(onServer.length).toBeGreaterThan(20);
    expect(onServer.length).toBeLessThanOrEqual(MAXIMUM_PRODUCTION_PACKAGES);
  });

  it('lets the SQLite binding alone run an install script in production, esbuild in development', () => {
    const scripted = production.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path));
    expect(scripted).toEqual(['better-sqlite3']);
    const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
    expect(allowed.map(([name]) => name).sort()).toEqual(['better-sqlite3', 'esbuild']);
  });

  it('pins every direct dependency, exactly or by caret', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  it.each(Object.entries(MINIMUM_SAFE))('has %s at %s or later', (name, minimum) => {
    const version = lock.packages[`node_modules/${name}`]?.version ?? '0.0.0';
    expect(compareVersions(version, minimum)).toBeGreaterThanOrEqual(0);
  });

  it('compares versions by number', () => {
    expect(compareVersions('10.1.2', '9.9.9')).toBe(1);
    expect(compareVersions('5.12.2', '5.12.2')).toBe(0);
    expect(compareVersions('5.9.0', '5.12.2')).toBe(-1);
  });

  it('holds no refused package', () => {
    expect(locked.map(([path]) => nameOf(path)).filter((name) => name in REFUSED)).toEqual([]);
  });

  it('ships packages whose licence allows it', () => {
    const odd = production.filter(
      ([path, entry]) => !isFree(entry.license ?? UNSTATED_LICENCES[nameOf(path)]),
    );
    expect(odd.map(([path, entry]) => `${nameOf(path)}: ${entry.license}`)).toEqual([]);
  });
});
