import type { TagType } from '../pdf/tagger.js';

/** Keeps the levels of a section without a gap, whatever order its blocks come in: H1, then H2, then H3. */
export class HeadingLevels {
  private level = 1;

  /** The tag of a heading written by the author; a level 3 without level 2 above becomes a level 2. */
  heading(level: 2 | 3): TagType {
    this.level = Math.min(level, this.level + 1);
    return `H${this.level}` as TagType;
  }

  /** The tag of a block's own title, under the last heading. */
  title(): TagType {
    return `H${Math.min(this.level + 1, 4)}` as TagType;
  }

  /** The tag of a panel's title: it stands beside what comes before, not under its last heading. */
  aside(): TagType {
    this.level = Math.min(this.level, 2);
    return 'H2';
  }
}
