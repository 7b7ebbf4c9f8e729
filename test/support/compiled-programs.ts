import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Programs of threads and processes, compiled as the build does, for the specs of one file. */
export interface CompiledPrograms {
  folder: string;
  /** Where a source stands once compiled: `reading-worker` for `src/…/reading-worker.ts`. */
  program(name: string): URL;
  /** A program of the spec's own, beside them. */
  script(name: string, source: string): Promise<URL>;
}

/** Compiles sources before the specs, and forgets them after. @param sources paths from the root of the project */
export function compiledPrograms(sources: readonly string[]): CompiledPrograms {
  // Inside the project, so that what is compiled finds its packages.
  const [first = ''] = sources;
  const folder = join(
    process.cwd(),
    'node_modules',
    '.cache',
    `copil-${basename(first, '.ts')}-${process.pid}`,
  );
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await build({
      entryPoints: [...sources],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    folder,
    program: (name) => pathToFileURL(join(folder, `${name}.mjs`)),
    script: async (name, source) => {
      const path = join(folder, name);
      await writeFile(path, source);
      return pathToFileURL(path);
    },
  };
}
