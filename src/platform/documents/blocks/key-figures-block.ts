import type { KeyFigureTile } from '../document.types.js';
import { Frame } from '../flow/frame.js';
import { Row } from '../flow/row.js';
import { Stack, type StackItem } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import { TagSlot } from '../pdf/tagger.js';
import type { TextBox, Typesetter } from '../flow/text-box.js';
import { naturalWidth } from '../text/line-breaking.js';
import { followed } from '../text/rich-text.js';
import { COLORS, columnOffset, spanWidth, STYLES, type TextStyle } from '../theme.js';
import { type BlockBuilder, SPACE } from './block-context.js';

const ROW_GAP = 12;
const MIN_HEIGHT = 92;
const PADDING = { top: 12, right: 10, bottom: 9, left: 14 };
/** A number shrinks to fit its tile down to this size, then breaks. */
const SMALLEST_NUMBER = 16;

export const buildKeyFigures: BlockBuilder<'key-figures'> = ({ rows }, { typesetter, width }) => {
  const items: StackItem[] = [];
  for (const tiles of rows) {
    if (tiles.length === 0) continue;
    const qualified = tiles.some((tile) => tile.qualifier);
    let column = 0;
    const cells = tiles.map((tile) => {
      const cell = {
        box: tileBox(tile, qualified, spanWidth(tile.span, width), typesetter),
        offset: columnOffset(column, width),
      };
      column += tile.span;
      return cell;
    });
    if (column > 12) throw new Error(`A row of key figures spans ${column} columns out of 12`);
    items.push({ box: new Row(cells, { even: true }), before: ROW_GAP, after: ROW_GAP });
  }
  if (items.length === 0) return [];
  return [{ box: new Stack(items), before: SPACE.normal, after: SPACE.heading }];
};

/** `qualified`: the row has qualifiers, so that every tile keeps their line and the numbers stand level. */
function tileBox(tile: KeyFigureTile, qualified: boolean, width: number, typesetter: Typesetter): Frame {
  const inside = width - PADDING.left - PADDING.right;
  const accent = tile.tone === 'wine' ? COLORS.wine : COLORS.river;
  const items: StackItem[] = [];
  if (qualified)
    items.push({ box: typesetter.plain(followed(tile.qualifier ?? ''), STYLES.tileQualifier, inside) });
  items.push({ box: numberBox(tile, inside, typesetter), before: missingQualifier(tile, qualified) });
  items.push({ box: typesetter.plain(tile.label, STYLES.tileLabel, inside), before: 3 });
  const context = typesetter.tagged('P', tile.context, STYLES.tileContext, inside);
  return new Frame(
    new Tagged(new TagSlot('P'), new Stack(items)),
    {
      width,
      ground: COLORS.stone1,
      edge: { side: 'left', color: accent },
      padding: PADDING,
      align: 'top',
      minHeight: MIN_HEIGHT,
    },
    context.height > 0 ? context : null,
  );
}

function missingQualifier(tile: KeyFigureTile, qualified: boolean): number {
  return qualified && !tile.qualifier ? STYLES.tileQualifier.leading : 0;
}

function numberBox(tile: KeyFigureTile, width: number, typesetter: Typesetter): TextBox {
  const base = tile.size === 'hero' ? STYLES.tileHero : STYLES.tileNumber;
  const natural = naturalWidth(tile.number, base, typesetter.measures);
  const scale = Math.max(Math.min(1, width / natural), SMALLEST_NUMBER / base.size);
  const style: TextStyle = {
    ...base,
    size: base.size * scale,
    color: tile.tone === 'wine' ? COLORS.wine : COLORS.ink,
  };
  return typesetter.plain(followed(tile.number), style, width + 0.5);
}
