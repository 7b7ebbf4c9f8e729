import { filesUnder, read, trackedPaths } from './source-tree.js';

/** Names that tools and people expect in capitals. */
const CONVENTIONAL =
  /^(README|CHANGELOG|CONTRIBUTING|SECURITY|NOTICE)\.md$|^LICEN[CS]E(\.\w+)?$|^Dockerfile$/;

/** `measurements.api.controller.ts`: words in kebab case, parted by dots; versions and dates may hold digits. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Samples keep the names that people's files have, digits and underscores included. */
const SAMPLE = /^[a-z0-9]+([_.-][a-z0-9]+)*$/;

const isKebab = (segment: string): boolean =>
  CONVENTIONAL.test(segment) || KEBAB.test(segment.replace(/^\./, ''));

describe('Tracked paths', () => {
  const paths = trackedPaths();

  it('are plain ASCII in kebab case', () => {
    const odd = paths.filter((path) => {
      const allowed = path.startsWith('test/import/samples/') ? (name: string) => SAMPLE.test(name) : isKebab;
      return !path.split('/').every(allowed);
    });
    expect(paths.length).toBeGreaterThan(40);
    expect(odd).toEqual([]);
  });

  it.each(['Kernel.ts', 'frenchNumber.ts', 'french_number.ts', 'été.ts', '-x.ts', 'a--b.ts', 'a b.ts'])(
    'would refuse %s',
    (name) => expect(isKebab(name)).toBe(false),
  );

  it('number the decisions without a gap', () => {
    const numbers = filesUnder('docs/adr', /\.md$/).map((path) =>
      path.slice('docs/adr/'.length, 'docs/adr/'.length + 4),
    );
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
    expect(numbers.length).toBeGreaterThan(0);
  });
});

describe('File sizes', () => {
  /** Longer than this, a file is asking to be cut along its meaning. */
  const limitOf = (path: string): number => {
    if (path.endsWith('.spec.ts')) return 400;
    // Lists of declarations or of data are looked up, not read through.
    if (path.endsWith('.css') || path.endsWith('.fixture.ts')) return 500;
    return path.endsWith('.service.ts') ? 300 : 200;
  };
  const lines = (path: string): number => read(path).trimEnd().split('\n').length;

  it.each(['src', 'test', 'scripts', 'bench', 'views'])('stay readable under %s/', (folder) => {
    const long = filesUnder(folder, /\.(ts|mjs|ejs|css)$/).filter((path) => lines(path) > limitOf(path));
    expect(long.map((path) => `${path}: ${lines(path)} lines, at most ${limitOf(path)}`)).toEqual([]);
  });
});
