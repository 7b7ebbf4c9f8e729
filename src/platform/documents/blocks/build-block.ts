import type { Block } from '../document.types.js';
import { Stack, type StackItem } from '../flow/stack.js';
import type { Typesetter } from '../flow/text-box.js';
import type { BlockContext } from './block-context.js';
import { buildChart } from './chart-block.js';
import { buildFacts } from './facts-block.js';
import { HeadingLevels } from './heading-levels.js';
import { buildKeyFigures } from './key-figures-block.js';
import { buildColumns, buildTogether } from './layout-blocks.js';
import { buildExternalLinks, buildLink } from './link-blocks.js';
import { buildList } from './list-block.js';
import { buildNumberedCards } from './numbered-cards-block.js';
import { buildPanel } from './panel-block.js';
import { buildTable } from './table-block.js';
import { buildHeading, buildParagraph } from './text-blocks.js';

export interface BuildOptions {
  typesetter: Typesetter;
  width: number;
  warnings: string[];
  destinations: ReadonlySet<string>;
}

/** Turns the blocks of one section into boxes, one under the other. */
export function buildBlocks(blocks: readonly Block[], options: BuildOptions): StackItem[] {
  const context: BlockContext = {
    ...options,
    levels: new HeadingLevels(),
    stack: (inner, width) => new Stack(items(inner, { ...context, width })),
  };
  return items(blocks, context);
}

function items(blocks: readonly Block[], context: BlockContext): StackItem[] {
  return blocks.flatMap((block) => build(block, context));
}

function build(block: Block, context: BlockContext): StackItem[] {
  switch (block.kind) {
    case 'heading':
      return buildHeading(block, context);
    case 'paragraph':
      return buildParagraph(block, context);
    case 'list':
      return buildList(block, context);
    case 'key-figures':
      return buildKeyFigures(block, context);
    case 'table':
      return buildTable(block, context);
    case 'chart':
      return buildChart(block, context);
    case 'facts':
      return buildFacts(block, context);
    case 'numbered-cards':
      return buildNumberedCards(block, context);
    case 'panel':
      return buildPanel(block, context);
    case 'columns':
      return buildColumns(block, context);
    case 'link':
      return buildLink(block, context);
    case 'external-links':
      return buildExternalLinks(block, context);
    case 'together':
      return buildTogether(block, context);
  }
}
