import { Heading } from '../flow/heading.js';
import { plainText } from '../text/rich-text.js';
import { spanWidth, STYLES } from '../theme.js';
import { type BlockBuilder, SPACE } from './block-context.js';

export const buildHeading: BlockBuilder<'heading'> = ({ level, text }, { typesetter, levels, width }) => {
  const tag = levels.heading(level);
  const style = level === 2 ? STYLES.heading2 : STYLES.heading3;
  const bookmark = tag === 'H2' ? { kind: 'heading' as const, title: plainText(text) } : null;
  const box = new Heading(typesetter.plain(text, style, width), tag, bookmark);
  return [{ box, before: SPACE.heading, after: level === 2 ? SPACE.tight : 3, keepWithNext: true }];
};

const PARAGRAPH_STYLES = {
  body: STYLES.body,
  lead: STYLES.lead,
  small: STYLES.small,
  note: STYLES.note,
} as const;

export const buildParagraph: BlockBuilder<'paragraph'> = (
  { text, style, leads = false },
  { typesetter, width },
) => {
  // A lead that runs over the whole width is hard to read: eleven columns hold about 75 characters.
  const measure = style === 'lead' ? spanWidth(11, width) : width;
  const box = typesetter.tagged('P', text, PARAGRAPH_STYLES[style], measure);
  if (box.height === 0) return [];
  const note = style === 'note';
  return [{ box, before: note ? SPACE.tight : 8, after: 8, keepWithPrevious: note, keepWithNext: leads }];
};
