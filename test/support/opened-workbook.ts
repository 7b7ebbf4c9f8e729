import { text } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';

/** The parts of an archive by their names, as texts. */
export async function partsOf(archive: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

/** A cell as a spreadsheet reads it: its place, its type, its style and what is in it. */
export interface OpenedCell {
  place: string;
  type: string | null;
  style: number;
  value: string;
}

/** The cells of a sheet, read by a strict XML parser; every element that is met is counted by its name. */
export function cellsOf(xml: string): { cells: OpenedCell[]; elements: Map<string, number> } {
  const parser = new SaxesParser();
  const cells: OpenedCell[] = [];
  const elements = new Map<string, number>();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: { r, t, s } }) => {
    elements.set(name, (elements.get(name) ?? 0) + 1);
    if (name === 'c') cells.push({ place: String(r), type: t ?? null, style: Number(s ?? 0), value: '' });
  });
  let isInside = false;
  parser.on('opentagstart', ({ name }) => (isInside ||= name === 'c'));
  parser.on('closetag', ({ name }) => (isInside &&= name !== 'c'));
  parser.on('text', (found) => {
    const cell = cells.at(-1);
    if (cell !== undefined && isInside) cell.value += found;
  });
  parser.write(xml).close();
  for (const cell of cells) {
    cell.value = cell.value.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return { cells, elements };
}
