import { type Cut, Flowable, type Parts } from '../flow/flowable.js';
import { Stack } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import type { Pen } from '../pdf/pen.js';
import { TagSlot } from '../pdf/tagger.js';
import { STYLES } from '../theme.js';
import { type BlockBuilder, SPACE } from './block-context.js';

/** A mark or a number, and the text beside it; the mark stays with the first lines. */
export class ListItem extends Flowable {
  constructor(
    private readonly label: Flowable | null,
    private readonly body: Flowable,
    private readonly indent: number,
  ) {
    super();
  }

  get height(): number {
    return Math.max(this.label?.height ?? 0, this.body.height);
  }

  draw(pen: Pen, x: number, y: number): void {
    this.label?.draw(pen, x, y);
    this.body.draw(pen, x + this.indent, y);
  }

  override split(room: number, cut: Cut): Parts | null {
    const parts = this.body.split(room, cut);
    return (
      parts && [new ListItem(this.label, parts[0], this.indent), new ListItem(null, parts[1], this.indent)]
    );
  }
}

const BULLET_INDENT = 12;
const NUMBER_INDENT = 18;
const DIGIT = 6.5;

export const buildList: BlockBuilder<'list'> = ({ ordered, items }, { typesetter, width }) => {
  if (items.length === 0) return [];
  const indent = ordered
    ? NUMBER_INDENT + DIGIT * Math.max(0, String(items.length).length - 2)
    : BULLET_INDENT;
  const boxes = items.map((item, index) => {
    const label = ordered
      ? typesetter.tagged('Lbl', String(index + 1), STYLES.ordinal, indent)
      : typesetter.tagged('Lbl', '•', STYLES.marker, indent);
    const body = typesetter.tagged('LBody', item, STYLES.list, width - indent);
    return { box: new Tagged(new TagSlot('LI'), new ListItem(label, body, indent)), after: 4 };
  });
  const slot = new TagSlot('L', { numbering: ordered ? 'Decimal' : 'Disc' });
  return [{ box: new Tagged(slot, new Stack(boxes)), before: SPACE.tight, after: SPACE.normal }];
};
