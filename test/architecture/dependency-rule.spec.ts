import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './source-tree.js';

/** A small tree that obeys: each breach below adds or replaces files in it. */
const GOOD_TREE: Record<string, string> = {
  'src/kernel/figure.types.ts': 'export interface Figure { value: number }',
  'src/kernel/sum.rules.ts':
    "import type { Figure } from './figure.types.js';\nexport const sum = (parts: Figure[]) => parts.length;",
  'src/platform/http/limits.ts': 'export const limit = 1;',
  'src/platform/database/source.ts':
    "import { DataSource } from 'typeorm';\nexport const source = DataSource;",
  'src/programme/programme.service.ts': 'export class ProgrammeService {}',
  'src/campaigns/campaigns.service.ts':
    "import { ProgrammeService } from '../programme/programme.service.js';\nexport class CampaignsService extends ProgrammeService {}",
  'src/campaigns/campaigns.repository.ts':
    "import { Repository } from 'typeorm';\nexport const campaigns = Repository;",
  'src/commands/export.command.ts':
    "import type { CampaignsService } from '../campaigns/campaigns.service.js';\nexport const load = async (): Promise<CampaignsService> =>\n  new (await import('../campaigns/campaigns.service.js')).CampaignsService();",
  'src/app.module.ts': "import './campaigns/campaigns.service.js';",
  'views/assets/scripts/main.ts': "import '../../../src/kernel/sum.rules.js';",
};

const BREACHES: [rule: string, files: Record<string, string>][] = [
  ['kernel-imports-kernel', { 'src/kernel/sum.rules.ts': "import '../platform/http/limits.js';" }],
  ['kernel-imports-kernel', { 'src/kernel/sum.rules.ts': "import 'node:fs';" }],
  [
    'platform-ignores-features',
    { 'src/platform/http/limits.ts': "import '../../programme/programme.service.js';" },
  ],
  [
    'no-cycles',
    {
      'src/kernel/figure.types.ts':
        "import { sum } from './sum.rules.js';\nexport interface Figure { value: typeof sum }",
    },
  ],
  ['rules-are-pure', { 'src/campaigns/campaigns.rules.ts': "import './campaigns.service.js';" }],
  [
    'controllers-ask-services',
    { 'src/campaigns/campaigns.api.controller.ts': "import './campaigns.repository.js';" },
  ],
  ['services-know-no-http', { 'src/campaigns/campaigns.service.ts': "import '../platform/http/limits.js';" }],
  [
    'foreign-feature-by-its-face',
    {
      'src/programme/programme.repository.ts': 'export const programme = 1;',
      'src/campaigns/campaigns.service.ts': "import '../programme/programme.repository.js';",
    },
  ],
  [
    'tier-programme-imports-downwards',
    { 'src/programme/programme.service.ts': "import '../campaigns/campaigns.service.js';" },
  ],
  [
    'tier-imports-exports-datasets-entry-counter-imports-downwards',
    {
      'src/entry/entry.service.ts': 'export class EntryService {}',
      'src/counter/counter.service.ts': "import '../entry/entry.service.js';",
    },
  ],
  [
    'features-stand-in-a-tier',
    {
      'src/weather/weather.service.ts': 'export const sunny = true;',
      'src/app.module.ts': "import './weather/weather.service.js';",
    },
  ],
  ['nobody-imports-the-top', { 'src/campaigns/campaigns.service.ts': "import '../app.module.js';" }],
  [
    'commands-load-the-application-when-they-need-it',
    { 'src/commands/seed.command.ts': "import '../campaigns/campaigns.service.js';" },
  ],
  ['typeorm-stays-in-persistence', { 'src/campaigns/campaigns.service.ts': "import 'typeorm';" }],
  ['pdfkit-stays-in-documents', { 'src/campaigns/campaigns.service.ts': "import 'pdfkit';" }],
  ['ejs-stays-in-views', { 'src/campaigns/campaigns.service.ts': "import 'ejs';" }],
  ['no-development-package-in-production', { 'src/campaigns/campaigns.service.ts': "import 'esbuild';" }],
  [
    'browser-shares-the-charts',
    { 'views/assets/scripts/main.ts': "import '../../../src/programme/programme.service.js';" },
  ],
  [
    'sources-ignore-tests',
    {
      'src/campaigns/a.spec.ts': 'export {};',
      'src/campaigns/campaigns.service.ts': "import './a.spec.js';",
    },
  ],
  ['imports-resolve', { 'src/campaigns/campaigns.service.ts': "import './nowhere.js';" }],
];

/** Writes a tree of its own in the folder. */
function plant(folder: string, files: Record<string, string>): string {
  const tree = mkdtempSync(join(folder, 'tree-'));
  for (const [path, content] of Object.entries({ ...GOOD_TREE, ...files })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${content}\n`);
  }
  for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(join(ROOT, name), join(tree, name));
  return tree;
}

/** Names of the rules that each tree breaks: one program for all, which takes longer to load than to look at one. */
function brokenRules(trees: readonly string[]): string[][] {
  const script = join(ROOT, 'test/architecture/broken-rules.mjs');
  const args = [script, join(ROOT, '.dependency-cruiser.cjs'), ...trees];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as string[][];
}

describe('The dependency rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copil-layout-'));
  let broken: string[][];

  beforeAll(() => {
    broken = brokenRules([{}, ...BREACHES.map(([, files]) => files)].map((files) => plant(folder, files)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds nothing in a tree that obeys', () => {
    expect(broken[0]).toEqual([]);
  });

  it.each(BREACHES.map(([rule, files], index) => ({ rule, files, index })))(
    'finds a breach of $rule in $files',
    ({ rule, index }) => {
      expect(broken[index + 1]).toContain(rule);
    },
  );

  it('holds in the project, every source inspected', () => {
    const report = execFileSync(process.execPath, ['scripts/check.mjs', 'architecture'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(report).toMatch(/^ok {3}architecture/);
  });
});
