import { Row } from '../flow/row.js';
import { Tagged } from '../flow/tagged.js';
import { Together } from '../flow/together.js';
import { TagSlot } from '../pdf/tagger.js';
import { columnOffset, spanWidth } from '../theme.js';
import { type BlockBuilder, SPACE } from './block-context.js';

export const buildColumns: BlockBuilder<'columns'> = ({ columns }, { stack, width }) => {
  const total = columns.reduce((sum, column) => sum + column.span, 0);
  if (total > 12) throw new Error(`Columns span ${total} out of 12`);
  let column = 0;
  const cells = columns.map(({ span, blocks }) => {
    const content = stack(blocks, spanWidth(span, width));
    const cell = { box: new Tagged(new TagSlot('Sect'), content), offset: columnOffset(column, width) };
    column += span;
    return cell;
  });
  const box = new Row(cells);
  return box.height > 0 ? [{ box, before: SPACE.heading, after: SPACE.heading }] : [];
};

export const buildTogether: BlockBuilder<'together'> = ({ blocks }, { stack, width }) => {
  const content = stack(blocks, width);
  return content.height > 0 ? [{ box: new Together(content), before: SPACE.wide, after: SPACE.wide }] : [];
};
