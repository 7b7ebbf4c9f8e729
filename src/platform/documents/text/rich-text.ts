import { typographic } from '../../../kernel/french-text.rules.js';
import type { RichText } from '../document.types.js';

/** A stretch of text with one emphasis. */
export interface RichRun {
  text: string;
  bold: boolean;
  /** Superscript, drawn with the font's own small letters. */
  raised: boolean;
}

const BOLD = /\*\*((?:\\.|[^*\\]|\*(?!\*))+)\*\*/;
const RAISED = /\^((?:\\.|[^^\\])+)\^/;
const MARKERS = new RegExp(`${BOLD.source}|${RAISED.source}`, 'g');

/** Reads **bold** and ^superscript^ after French spacing; an unclosed marker is an ordinary character. */
export function parseRichText(rich: RichText): RichRun[] {
  return runs(typographic(rich), false);
}

function runs(source: string, bold: boolean): RichRun[] {
  const found: RichRun[] = [];
  let position = 0;
  for (const match of source.matchAll(MARKERS)) {
    pushRun(found, source.slice(position, match.index), bold, false);
    const [whole, strong, raised] = match;
    if (strong !== undefined) found.push(...runs(strong, true));
    else pushRun(found, raised ?? '', bold, true);
    position = match.index + whole.length;
  }
  pushRun(found, source.slice(position), bold, false);
  return found;
}

function pushRun(found: RichRun[], text: string, bold: boolean, raised: boolean): void {
  if (text !== '') found.push({ text: text.replace(/\\([*^\\])/g, '$1'), bold, raised });
}

/** The words alone, with French spacing: for bookmarks, alternative texts and links. */
export function plainText(rich: RichText): string {
  return parseRichText(rich)
    .map((run) => run.text)
    .join('');
}

/** Protects a text typed by people from being read as markup: « 5 * 3 ** 2 » stays as typed. */
export function literalText(text: string): RichText {
  return text.replace(/[*^\\]/g, '\\$&');
}

const LITTLE = 'un|une|le|la|les|de|du|des|à|au|aux|et|en|ou|par|sur|se|ont';
const LITTLE_WORD = new RegExp(`(?<=^|[ \\u00a0])(${LITTLE}) `, 'giu');

/** Binds little words to the next one, so that a title never ends a line on « de ». */
export function glueLittleWords(text: string): string {
  return text.replace(LITTLE_WORD, '$1\u00a0');
}

/** A text followed by another one in the same element: « 450 » and « visiteurs » are not read « 450visiteurs ». */
export function followed(text: RichText): RichText {
  return text === '' ? text : `${text} `;
}
