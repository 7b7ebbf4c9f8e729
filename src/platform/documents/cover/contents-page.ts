import type { Flowable } from '../flow/flowable.js';
import { Heading } from '../flow/heading.js';
import { Stack } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import type { Typesetter } from '../flow/text-box.js';
import { TagSlot } from '../pdf/tagger.js';
import { COLORS, CONTENT_WIDTH, STYLES } from '../theme.js';
import { ContentsEntry, type EntryLook } from './contents-entry.js';

export const CONTENTS_NAME = 'sommaire';
export const CONTENTS_TITLE = 'Sommaire';

const LOOK: EntryLook = {
  title: STYLES.entry,
  page: STYLES.entryPage,
  line: COLORS.stone3,
  padding: 4,
  mostLines: 3,
};

/** The table of contents of a long document, flowing over as many pages as it needs. */
export function contentsSection(
  entries: readonly { name: string; title: string }[],
  typesetter: Typesetter,
): Flowable {
  const title = typesetter.plain(CONTENTS_TITLE, STYLES.sectionTitle, CONTENT_WIDTH);
  const bookmark = { kind: 'section' as const, title: CONTENTS_TITLE, name: CONTENTS_NAME };
  const lines = entries.map((entry) => ({ box: new ContentsEntry(entry, CONTENT_WIDTH, LOOK, typesetter) }));
  return new Tagged(
    new TagSlot('Sect', { title: CONTENTS_TITLE }),
    new Stack([
      { box: new Heading(title, 'H1', bookmark), after: 16, keepWithNext: true },
      { box: new Tagged(new TagSlot('TOC'), new Stack(lines)) },
    ]),
  );
}
