import { CONTENT_BOTTOM, PAGE } from '../theme.js';
import { type Flowable, splitAnyhow } from './flowable.js';

/** A piece of a section on a page. */
export interface Placed {
  box: Flowable;
  y: number;
}

export interface PageLayout {
  boxes: Placed[];
  /** Section that goes on from the previous page, whose title is repeated at the top. */
  continues: number | null;
}

export interface FlowedSection {
  content: Flowable;
  /** False lets it follow on the same page when it fits there whole. */
  newPage: boolean;
}

/** Space between two sections on one page. */
const SECTION_GAP = 34;

/** Where each section begins, and what each page holds. */
export interface Pagination {
  pages: PageLayout[];
  /** Index of the first page of each section. */
  starts: number[];
}

/** Lays sections over pages. Nothing is ever placed below the content's bottom. */
export function paginate(sections: readonly FlowedSection[]): Pagination {
  const pages: PageLayout[] = [];
  const starts: number[] = [];
  let bottom = Infinity;
  sections.forEach((section, index) => {
    const follows = !section.newPage && bottom + SECTION_GAP + section.content.height <= CONTENT_BOTTOM;
    const page = pages.at(-1);
    if (follows && page) {
      starts.push(pages.length - 1);
      page.boxes.push({ box: section.content, y: bottom + SECTION_GAP });
      bottom += SECTION_GAP + section.content.height;
    } else {
      starts.push(pages.length);
      const alone = sections[index + 1]?.newPage ?? true;
      bottom = flow(section.content, index, pages, alone);
    }
  });
  return { pages, starts };
}

/** Adds the pages of one section; returns where its last one ends. `alone`: nothing follows it on that page. */
function flow(content: Flowable, section: number, pages: PageLayout[], alone: boolean): number {
  let rest = content;
  let continues: number | null = null;
  for (;;) {
    const y = continues === null ? PAGE.top : PAGE.topContinued;
    const room = CONTENT_BOTTOM - y;
    const parts = rest.height > room + 0.01 ? splitAnyhow(rest, room) : null;
    if (!parts && rest.height > room + 0.01) throw new Error('A block taller than a page cannot be cut');
    const [head, tail] = parts ?? [alone ? rest.stretched(room) : rest, null];
    pages.push({ boxes: [{ box: head, y }], continues });
    if (!tail) return y + head.height;
    rest = tail;
    continues = section;
  }
}
