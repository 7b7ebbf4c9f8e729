import type { PageLink } from '../platform/views/page.types.js';

/** The page of what can be taken away. */
export interface DataView {
  /** What files hold besides what everybody sees; null for visitors. */
  notice: string | null;
  rows: { label: string; updated: string | null; files: (PageLink & { about: string })[] }[];
  definitions: PageLink;
  licence: { text: string; link: PageLink | null };
  source: string | null;
}
