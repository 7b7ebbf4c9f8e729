import type { TextBlock, TextSpan } from './legal-text.types.js';

const HEADING = '## ';
const ITEM = '- ';
/** An address of the web, without the punctuation that ends its sentence. */
const LINK = /(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)…'’])/i;

/**
 * Reads a text as people write it: a blank line parts paragraphs, « ## » begins a heading, « - » an item of a list, and
 * an address becomes a link. Everything else is the text itself: there is no other markup, and never any HTML.
 */
export function parseLegalText(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  for (const line of text.split('\n')) {
    const next = readLine(line, open);
    if (next !== null && next !== open) blocks.push(next);
    open = next;
  }
  return blocks;
}

/** The block that a line belongs to: the open one, a new one, or none when the line is blank. */
function readLine(line: string, open: TextBlock | null): TextBlock | null {
  if (line.trim() === '') return null;
  if (line.startsWith(HEADING)) return { kind: 'heading', spans: spansOf(line.slice(HEADING.length)) };
  if (line.startsWith(ITEM)) {
    const item = spansOf(line.slice(ITEM.length));
    if (open?.kind !== 'list') return { kind: 'list', items: [item] };
    open.items.push(item);
    return open;
  }
  if (open?.kind !== 'paragraph') return { kind: 'paragraph', lines: [spansOf(line)] };
  open.lines.push(spansOf(line));
  return open;
}

function spansOf(line: string): TextSpan[] {
  return line
    .split(LINK)
    .filter((text) => text !== '')
    .map((text) => ({ text, href: LINK.test(text) && URL.canParse(text) ? text : null }));
}
