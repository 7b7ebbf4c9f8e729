import { Frame, type FrameStyle } from '../flow/frame.js';
import { Stack } from '../flow/stack.js';
import { COLORS, STYLES } from '../theme.js';
import { type BlockBuilder, SPACE, asideTitleItem } from './block-context.js';

const TONES: Record<'stone' | 'wine' | 'river', Pick<FrameStyle, 'ground' | 'edge'>> = {
  stone: { ground: COLORS.stone2, edge: null },
  wine: { ground: COLORS.wineSoft, edge: { side: 'left', color: COLORS.wine } },
  river: { ground: COLORS.riverSoft, edge: { side: 'left', color: COLORS.river } },
};
const PADDING = { top: 12, right: 16, bottom: 14, left: 16 };

export const buildPanel: BlockBuilder<'panel'> = ({ tone, title, paragraphs }, context) => {
  const inside = { ...context, width: context.width - PADDING.left - PADDING.right };
  const texts = paragraphs.map((text) => ({
    box: context.typesetter.tagged('P', text, STYLES.list, inside.width),
    after: 5,
  }));
  const content = new Stack(title ? [asideTitleItem(title, inside), ...texts] : texts);
  if (content.height === 0) return [];
  const style: FrameStyle = {
    ...TONES[tone],
    width: context.width,
    padding: PADDING,
    align: 'top',
    minHeight: 0,
  };
  return [{ box: new Frame(content, style), before: SPACE.wide, after: SPACE.wide }];
};
