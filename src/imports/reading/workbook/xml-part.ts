import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { refuse, refuseDamaged } from '../reading-refusals.rules.js';

/** What a part of a workbook is made of, by local names: prefixes are a matter of taste. */
export interface PartReader {
  open?(name: string, attributes: ReadonlyMap<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Of one tag or one text: twenty times the longest cell, written as entities. */
const MOST_SILENCE = 655_360;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece. It may define nothing: no DOCTYPE, hence no entity. @throws ReadingRefused */
export async function readPart(pieces: AsyncIterable<Uint8Array>, reader: PartReader): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let silence = 0;
  const heard = (): void => void (silence = 0);
  parser.on('doctype', () => refuse('damaged_file', DOCTYPE));
  parser.on('error', () => refuseDamaged('son contenu n’est pas du XML correct'));
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    // Saxes keeps attributes in an object without a prototype.
    const entries = Object.entries(attributes).map(([key, value]): [string, string] => [key, value]);
    reader.open?.(localName(name), new Map(entries));
  });
  parser.on('text', (text) => {
    heard();
    reader.text?.(text);
  });
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => {
    heard();
    reader.close?.(localName(name));
  });
  for await (const piece of pieces) {
    silence += piece.length;
    if (silence > MOST_SILENCE)
      refuse('cell_too_long', 'Une cellule de ce classeur est démesurée : raccourcissez-la.');
    parser.write(decode(decoder, piece));
  }
  parser.write(decode(decoder)).close();
}

const DOCTYPE =
  'Ce classeur contient une déclaration DOCTYPE, qu’aucun tableur n’écrit : enregistrez-le à nouveau dans un tableur.';

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    return refuseDamaged('son texte n’est pas de l’UTF-8');
  }
}
