import type { Pen } from './pdf/pen.js';
import type { Typesetter } from './flow/text-box.js';
import { COLORS, CONTENT_WIDTH, PAGE, STYLES } from './theme.js';

const FOOTER_RULE = PAGE.height - 44;
const FOOTER_TOP = PAGE.height - 38;
const NUMBER_WIDTH = 60;
const RUNNING_TOP = 50;

/** The foot of a page: what the document is, and « 3 / 12 ». Seen, not read aloud at each page. */
export function drawFooter(
  pen: Pen,
  typesetter: Typesetter,
  text: string,
  page: number,
  pages: number,
): void {
  const label = typesetter.clamped(null, text, STYLES.footer, CONTENT_WIDTH - NUMBER_WIDTH, 1);
  const number = typesetter.plain(`${page}\u00a0/\u00a0${pages}`, STYLES.footerPage, CONTENT_WIDTH, 'right');
  pen.rule(PAGE.left, FOOTER_RULE, CONTENT_WIDTH, COLORS.stone3, 0.75);
  pen.decorate(() => {
    label.write(pen, PAGE.left, FOOTER_TOP);
    number.write(pen, PAGE.left, FOOTER_TOP);
  }, 'Pagination');
}

/** The title of a section repeated on its following pages. */
export function drawRunningTitle(pen: Pen, typesetter: Typesetter, title: string): void {
  const box = typesetter.clamped(null, title, STYLES.footer, CONTENT_WIDTH, 1);
  pen.decorate(() => box.write(pen, PAGE.left, RUNNING_TOP), 'Pagination');
}
