import { CONTENT_BOTTOM, PAGE } from '../theme.js';
import { type Flowable, type Parts, splitAnyhow } from './flowable.js';

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

/** Space between two sections on one page, with a hairline in its middle. */
export const SECTION_GAP = 32;

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
  sections.forEach((section, index) => {
    const top = lastBottom(pages) + SECTION_GAP;
    if (!section.newPage && top + section.content.height <= CONTENT_BOTTOM) {
      starts.push(pages.length - 1);
      pages.at(-1)?.boxes.push({ box: section.content, y: top });
      return;
    }
    finishPage(pages);
    starts.push(pages.length);
    flow(section.content, index, pages);
  });
  finishPage(pages);
  return { pages, starts };
}

function lastBottom(pages: readonly PageLayout[]): number {
  const last = pages.at(-1)?.boxes.at(-1);
  return last ? last.y + last.box.height : Infinity;
}

/** Nothing more comes on the last page: what wants to stand at its foot may go there. */
function finishPage(pages: readonly PageLayout[]): void {
  const last = pages.at(-1)?.boxes.at(-1);
  if (last) last.box = last.box.stretched(CONTENT_BOTTOM - last.y);
}

/** Adds the pages of one section. */
function flow(content: Flowable, section: number, pages: PageLayout[]): void {
  let rest: Flowable | null = content;
  let continues: number | null = null;
  while (rest) {
    const y = continues === null ? PAGE.top : PAGE.topContinued;
    const room = CONTENT_BOTTOM - y;
    const tooTall: boolean = rest.height > room + 0.01;
    const parts: Parts | null = tooTall ? splitAnyhow(rest, room) : null;
    if (tooTall && !parts) throw new Error('A block taller than a page cannot be cut');
    pages.push({ boxes: [{ box: parts?.[0] ?? rest, y }], continues });
    rest = parts?.[1] ?? null;
    continues = section;
  }
}
