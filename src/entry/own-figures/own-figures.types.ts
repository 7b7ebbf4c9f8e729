import type { PageLink } from '../../platform/views/page.types.js';

interface StateTag {
  label: string;
  tone: 'good' | 'watch' | 'late' | 'calm';
}

/** One figure that is still awaited from whoever reads. */
export interface OwnOwedView {
  label: string;
  /** « Avant le 10 octobre 2020 ». */
  due: string;
  state: StateTag;
  /** Why it was sent back; null otherwise. */
  returned: string | null;
}

/** One figure that was given. */
export interface OwnGivenView {
  label: string;
  words: string;
  state: StateTag;
  /** « le 4 décembre 2020 à 9 h 12 ». */
  when: string;
  returned: string | null;
  /** Sheet of its indicator. */
  href: string | null;
}

/** One's own figures: what is owed, what was given, where it appears. */
export interface OwnFiguresView {
  heading: string;
  lede: string;
  owed: { month: string; href: string; template: string; rows: OwnOwedView[] }[];
  given: { month: string; rows: OwnGivenView[] }[];
  appears: PageLink[];
}
