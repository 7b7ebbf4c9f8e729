import { decoded } from '../support/html-texts.js';

/** Every text of a document as data, the values of its charts included. */
export function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, one]) => (name === 'attachments' ? [] : textsIn(one)));
}

export interface Tile {
  name: string;
  words: string;
}

/** The tiles of a page: the name, and the number with its qualifier or what stands in its place. */
export const tilesOf = (html: string): Tile[] =>
  [...html.matchAll(/<li class="card tile">([\s\S]*?)<\/li>/g)].map(([, tile = '']) => {
    const plain = (pattern: RegExp): string =>
      decoded((pattern.exec(tile)?.[1] ?? '').replaceAll(/<[^>]*>/g, '')).trim();
    return {
      name: plain(/<h3[^>]*>([\s\S]*?)<\/h3>/),
      words: plain(/<p class="figure[^>]*>([\s\S]*?)<\/p>/),
    };
  });

/** A CSV without its mark, as lines of cells by column. */
export function linesOf(csv: string): Record<string, string>[] {
  const rows = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
  const [header = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

export const withoutScripts = (html: string): string =>
  html.replaceAll(/<(script|style|title|desc)\b[\s\S]*?<\/\1>/g, '');
