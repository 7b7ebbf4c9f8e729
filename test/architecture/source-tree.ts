import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Root of the project. */
export const ROOT = process.cwd();

/** Text of a file of the project. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Files under a folder of the project, as slashed paths from its root; none when there is no such folder. */
export function filesUnder(folder: string, pattern = /./): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => pattern.test(path))
    .sort();
}

/** Paths that git tracks, byte for byte. */
export function trackedPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.split('\0').filter((path) => path !== '');
}

/** TypeScript of the product itself, without its specs. */
export const productSources = (): string[] =>
  filesUnder('src', /\.ts$/).filter((path) => !path.endsWith('.spec.ts'));

/** Calls back with every node of a source file. */
export function eachNode(path: string, visit: (node: ts.Node, line: number) => void): void {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  const walk = (node: ts.Node): void => {
    visit(node, source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
    ts.forEachChild(node, walk);
  };
  walk(source);
}

/** Places (`path:line text`) of the product's sources whose node matches. */
export function placesOf(matches: (node: ts.Node) => boolean, sources = productSources()): string[] {
  const places: string[] = [];
  for (const path of sources) {
    eachNode(path, (node, line) => {
      if (matches(node)) places.push(`${path}:${line} ${node.getText().split('\n', 1)[0]}`);
    });
  }
  return places;
}

/** Path of a place given by `placesOf`. */
export const pathOf = (place: string): string => place.slice(0, place.indexOf(':'));
