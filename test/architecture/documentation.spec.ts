import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { ImportsService } from '../../src/imports/imports.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { eachNode, filesUnder, read, ROOT } from './source-tree.js';

const README_MAX_LINES = 130;
const IMAGE_MAX_BYTES = 200_000;

const rootFiles = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'];
const documents = [
  ...rootFiles,
  ...['docs', 'reports', 'seeds'].flatMap((folder) => filesUnder(folder, /\.md$/)),
];

/** The text of a document without its fenced code, where brackets and sharps mean other things. */
const proseOf = (path: string): string => read(path).replace(/^\s*```[\s\S]*?^\s*```$/gm, '');

/** Targets of links and images, in Markdown or HTML. */
function targetsIn(path: string): string[] {
  const prose = proseOf(path).replace(/`[^`\n]*`/g, '');
  const matches = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|href)="([^"]+)"/g)];
  return matches.map(([, target = '']) => target);
}

/** The anchor that a forge gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');

const anchorsOf = (path: string): string[] =>
  [...proseOf(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** What is wrong with a relative link, or null. */
function problemOf(document: string, target: string): string | null {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? document : normalize(join(dirname(document), decodeURIComponent(file)));
  if (!existsSync(join(ROOT, path))) return `${document}: ${target} does not exist`;
  if (anchor === undefined || !path.endsWith('.md')) return null;
  return anchorsOf(path).includes(decodeURIComponent(anchor))
    ? null
    : `${document}: ${target} has no such heading`;
}

/** Members of the zod object that reads the environment. */
function settingsOfSchema(): string[] {
  const names: string[] = [];
  eachNode('src/platform/config/configuration.ts', (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'environment') return;
    const call = node.initializer;
    const [schema] = call && ts.isCallExpression(call) ? call.arguments : [];
    if (schema && ts.isObjectLiteralExpression(schema)) {
      for (const property of schema.properties) names.push(property.name?.getText() ?? '');
    }
  });
  return names.sort();
}

describe('The documentation', () => {
  it('has no broken link, image or anchor', () => {
    const links = documents.flatMap((document) =>
      targetsIn(document)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => problemOf(document, target)),
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((problem) => problem !== null)).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/\bnpm (?:run (?:-s )?([a-z][a-z-]*)|(start|test)\b)/g)].map(
        ([, script, short]) => `${document}: ${script ?? short}`,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((place) => !Object.hasOwn(scripts, place.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('tells every setting that the server reads, and no other', () => {
    const table = /^## Régler$([\s\S]*?)^## /m.exec(read('docs/exploitation.md'))?.[1] ?? '';
    const told = [...table.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name = '']) => name).sort();
    expect(settingsOfSchema()).toContain('DATABASE_URL');
    expect(told).toEqual(settingsOfSchema());
  });

  it('keeps the first page short and its images light', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(README_MAX_LINES);
    const images = filesUnder('docs/images');
    expect(images.filter((path) => statSync(join(ROOT, path)).size > IMAGE_MAX_BYTES)).toEqual([]);
  });
});

describe('The example file', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('imports whole, and changes nothing of the year that it repeats', async () => {
    const imports = server.application.get(ImportsService, { strict: false });
    const report = await imports.importFile('docs/exemples/import-standard.csv', { dryRun: false });
    expect(report).toMatchObject({ rowsRead: 8, created: 0, updated: 0, unchanged: 8, rejected: [] });
  });
});
