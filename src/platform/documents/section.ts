import { buildBlocks, type BuildOptions } from './blocks/build-block.js';
import { SPACE } from './blocks/block-context.js';
import type { Block, Section } from './document.types.js';
import type { Flowable } from './flow/flowable.js';
import { Heading } from './flow/heading.js';
import { Stack, type StackItem } from './flow/stack.js';
import { Tagged } from './flow/tagged.js';
import { TagSlot } from './pdf/tagger.js';
import { plainText } from './text/rich-text.js';
import { CONTENT_BOTTOM, PAGE, spanWidth, STYLES } from './theme.js';

/** A section in one element of the structure tree: overline, title, lead, then its blocks. */
export function sectionFlow(section: Section, options: BuildOptions): Flowable {
  const { typesetter, width } = options;
  const overline = typesetter.tagged(
    'P',
    section.overline.toLocaleUpperCase('fr-FR'),
    STYLES.overline,
    width,
  );
  const title = typesetter.plain(section.heading, STYLES.sectionTitle, width);
  const bookmark = { kind: 'section' as const, title: plainText(section.title), name: section.name };
  const header: StackItem[] = [
    { box: overline, after: overline.height > 0 ? 4 : 0, keepWithNext: true },
    { box: new Heading(title, 'H1', bookmark), after: section.lead ? 6 : 14, keepWithNext: true },
  ];
  if (section.lead) {
    const lead = typesetter.tagged('P', section.lead, STYLES.lead, spanWidth(11, width));
    header.push({ box: lead, after: SPACE.heading - 4, keepWithNext: true });
  }
  const content = firstOnOnePage([section.blocks, ...(section.shorter ?? [])], (blocks) => [
    ...header,
    ...buildBlocks(blocks, options),
  ]);
  return new Tagged(new TagSlot('Sect', { title: plainText(section.title) }), content);
}

/** Measures each version with the type it is printed in: no estimate knows where its lines break. */
function firstOnOnePage(versions: readonly Block[][], itemsOf: (blocks: Block[]) => StackItem[]): Stack {
  let stack = new Stack([]);
  for (const blocks of versions) {
    stack = new Stack(itemsOf(blocks));
    if (stack.height <= CONTENT_BOTTOM - PAGE.top) break;
  }
  return stack;
}
