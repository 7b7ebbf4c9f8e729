import type { Pen } from './pdf/pen.js';
import type { Typesetter } from './flow/text-box.js';
import { COLORS, CONTENT_WIDTH, PAGE, STYLES } from './theme.js';

const FOOTER_RULE = PAGE.height - 44;
const FOOTER_TOP = PAGE.height - 38;
const NUMBER_WIDTH = 60;
const RUNNING_TOP = 50;

/** A text shortened to one line of the given width. */
function oneLine(typesetter: Typesetter, text: string, width: number) {
  const box = typesetter.plain(text, STYLES.footer, width);
  const [first] = box.lines;
  if (box.lines.length <= 1 || !first) return box;
  const kept = first.words.flatMap((word) => word.pieces.map((piece) => piece.text)).join(' ');
  return typesetter.plain(`${kept.slice(0, -2).trimEnd()}…`, STYLES.footer, width);
}

/** The foot of a page: what the document is, and « 3 / 12 ». Seen, not read aloud at each page. */
export function drawFooter(
  pen: Pen,
  typesetter: Typesetter,
  text: string,
  page: number,
  pages: number,
): void {
  const label = oneLine(typesetter, text, CONTENT_WIDTH - NUMBER_WIDTH);
  const number = typesetter.plain(`${page}\u00a0/\u00a0${pages}`, STYLES.footerPage, CONTENT_WIDTH, 'right');
  pen.rule(PAGE.left, FOOTER_RULE, CONTENT_WIDTH, COLORS.stone3, 0.75);
  pen.decorate(() => {
    label.write(pen, PAGE.left, FOOTER_TOP);
    number.write(pen, PAGE.left, FOOTER_TOP);
  }, 'Pagination');
}

/** The title of a section repeated on its following pages. */
export function drawRunningTitle(pen: Pen, typesetter: Typesetter, title: string): void {
  const box = oneLine(typesetter, title, CONTENT_WIDTH);
  pen.decorate(() => box.write(pen, PAGE.left, RUNNING_TOP), 'Pagination');
}
