import type { Block, RichText } from '../document.types.js';
import { Heading } from '../flow/heading.js';
import type { Stack, StackItem } from '../flow/stack.js';
import type { Typesetter } from '../flow/text-box.js';
import type { TagType } from '../pdf/tagger.js';
import { plainText } from '../text/rich-text.js';
import { STYLES, type TextStyle } from '../theme.js';
import type { HeadingLevels } from './heading-levels.js';

/** What a block needs to become boxes. */
export interface BlockContext {
  typesetter: Typesetter;
  /** Width that the block may use. */
  width: number;
  levels: HeadingLevels;
  /** French sentences about what could not be printed as asked. */
  warnings: string[];
  /** Names of the sections that links may lead to. */
  destinations: ReadonlySet<string>;
  /** Blocks one under the other at another width: for columns and for blocks kept together. */
  stack(blocks: readonly Block[], width: number): Stack;
}

/** Turns one kind of block into boxes to be stacked. */
export type BlockBuilder<Kind extends Block['kind']> = (
  block: Extract<Block, { kind: Kind }>,
  context: BlockContext,
) => StackItem[];

/** Space between blocks, as each wishes it; the larger wins. */
export const SPACE = { tight: 6, normal: 10, wide: 18, heading: 22 } as const;

/** The title of a chart or a table: one level under the heading above, without changing that level. */
export function titleItem(text: RichText, context: BlockContext): StackItem {
  return item(text, context.levels.title(), context, STYLES.heading3);
}

/** The title of a panel or of a strip, which begins a part of its own. */
export function asideTitleItem(
  text: RichText,
  context: BlockContext,
  style: TextStyle = STYLES.heading3,
): StackItem {
  return item(text, context.levels.aside(), context, style);
}

function item(text: RichText, tag: TagType, context: BlockContext, style: TextStyle): StackItem {
  const box = context.typesetter.plain(text, style, context.width);
  const bookmark = tag === 'H2' ? { kind: 'heading' as const, title: plainText(text) } : null;
  return { box: new Heading(box, tag, bookmark), before: SPACE.wide, after: 3, keepWithNext: true };
}
