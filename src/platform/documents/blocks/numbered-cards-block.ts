import { Frame, type FrameStyle } from '../flow/frame.js';
import { Row } from '../flow/row.js';
import { Stack, type StackItem } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import { TagSlot } from '../pdf/tagger.js';
import { COLORS, GUTTER, STYLES, type TextStyle } from '../theme.js';
import { type BlockBuilder, type BlockContext, SPACE, asideTitleItem } from './block-context.js';

interface CardLook {
  number: TextStyle;
  text: TextStyle;
  /** From the number's left edge to the text's. */
  indent: number;
  padding: FrameStyle['padding'];
  minHeight: number;
  ground: string;
  edge: FrameStyle['edge'];
}

const CARD: CardLook = {
  number: STYLES.cardNumber,
  text: STYLES.cardText,
  indent: 33,
  padding: { top: 12, right: 14, bottom: 12, left: 15 },
  minHeight: 68,
  ground: COLORS.stone1,
  edge: { side: 'left', color: COLORS.wine },
};
const STRIP: CardLook = {
  number: STYLES.stripNumber,
  text: STYLES.stripText,
  indent: 18,
  padding: { top: 0, right: 20, bottom: 0, left: 0 },
  minHeight: 0,
  ground: COLORS.wine,
  edge: null,
};
const STRIP_TITLE = { ...STYLES.heading3, color: COLORS.paper };
const STRIP_PADDING = { top: 11, right: 2, bottom: 13, left: 14 };

/** Stone: separate cards. Wine: one dark strip that holds the title and the items. */
export const buildNumberedCards: BlockBuilder<'numbered-cards'> = (block, context) => {
  if (block.items.length === 0) return [];
  if (block.tone === 'stone') {
    const cards = cardList(block.items, block.columns, CARD, context);
    const title = block.title ? [asideTitleItem(block.title, context)] : [];
    return [...title, { box: cards, before: SPACE.tight, after: SPACE.heading }];
  }
  const width = context.width - STRIP_PADDING.left - STRIP_PADDING.right;
  const inside = { ...context, width };
  const items: StackItem[] = [
    { box: cardList(block.items, block.columns, STRIP, inside), before: SPACE.tight },
  ];
  if (block.title) items.unshift({ ...asideTitleItem(block.title, inside, STRIP_TITLE), after: SPACE.tight });
  const box = new Frame(new Stack(items), {
    width: context.width,
    ground: COLORS.wine,
    edge: null,
    padding: STRIP_PADDING,
    align: 'top',
    minHeight: 0,
  });
  return [{ box, before: SPACE.wide, after: SPACE.wide, sinks: true }];
};

function cardList(items: string[], columns: number, look: CardLook, context: BlockContext): Tagged {
  const gutter = look === STRIP ? 0 : GUTTER;
  const width = (context.width - gutter * (columns - 1)) / columns;
  const rows: StackItem[] = [];
  for (let first = 0; first < items.length; first += columns) {
    const cells = items.slice(first, first + columns).map((text, index) => ({
      box: card(first + index + 1, text, width, look, context),
      offset: index * (width + gutter),
    }));
    rows.push({ box: new Row(cells, { even: true }), before: GUTTER });
  }
  return new Tagged(new TagSlot('L', { numbering: 'Decimal' }), new Stack(rows));
}

function card(number: number, text: string, width: number, look: CardLook, context: BlockContext): Tagged {
  const { typesetter } = context;
  const indent = look.indent + (String(number).length - 1) * look.number.size * 0.55;
  const textWidth = width - look.padding.left - look.padding.right - indent;
  const label = typesetter.tagged('Lbl', String(number), look.number, indent);
  const body = typesetter.tagged('LBody', text, look.text, textWidth);
  const row = new Row(
    [
      { box: label, offset: 0 },
      { box: body, offset: indent },
    ],
    { centered: look === CARD },
  );
  const frame = new Frame(row, { ...look, width, align: look === CARD ? 'middle' : 'top' });
  return new Tagged(new TagSlot('LI'), frame);
}
