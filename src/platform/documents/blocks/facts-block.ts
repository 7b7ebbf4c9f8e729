import { Frame } from '../flow/frame.js';
import { Stack } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import { TagSlot } from '../pdf/tagger.js';
import { followed } from '../text/rich-text.js';
import { COLORS, STYLES } from '../theme.js';
import { type BlockBuilder, SPACE } from './block-context.js';

const PADDING = { top: 12, right: 14, bottom: 12, left: 14 };

export const buildFacts: BlockBuilder<'facts'> = ({ items }, { typesetter, width }) => {
  if (items.length === 0) return [];
  const inside = width - PADDING.left - PADDING.right;
  const facts = items.map(({ label, value }) => ({
    box: new Tagged(
      new TagSlot('P'),
      new Stack([
        { box: typesetter.plain(followed(label), STYLES.factLabel, inside), keepWithNext: true, after: 1 },
        { box: typesetter.plain(value, STYLES.factValue, inside) },
      ]),
    ),
    after: 8,
  }));
  const box = new Frame(new Stack(facts), {
    width,
    ground: COLORS.riverSoft,
    edge: null,
    padding: PADDING,
    align: 'top',
    minHeight: 0,
  });
  return [{ box, before: SPACE.normal, after: SPACE.wide }];
};
