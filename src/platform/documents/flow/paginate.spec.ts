import { CONTENT_BOTTOM, PAGE } from '../theme.js';
import { type Cut, Flowable, type Parts } from './flowable.js';
import { paginate } from './paginate.js';
import { Stack, type StackItem } from './stack.js';
import { Together } from './together.js';

/** A block of lines of ten points: cut anywhere, or nowhere. */
class Lines extends Flowable {
  constructor(
    private readonly count: number,
    private readonly divisible = true,
  ) {
    super();
  }

  get height(): number {
    return this.count * 10;
  }

  draw(): void {
    // Only its height matters here.
  }

  override split(room: number, cut: Cut): Parts | null {
    const kept = Math.floor(room / 10);
    if (kept < 1 || (!this.divisible && cut === 'gentle')) return null;
    return [new Lines(kept, this.divisible), new Lines(this.count - kept, this.divisible)];
  }
}

const section = (content: Flowable, newPage = true) => ({ content, newPage });
const stack = (...items: StackItem[]): Stack => new Stack(items);

function bottoms(pages: ReturnType<typeof paginate>['pages']): number[] {
  return pages.map(({ boxes }) => Math.max(...boxes.map(({ box, y }) => y + box.height)));
}

describe('paginate', () => {
  it('starts sections on pages of their own, or lets them follow when they fit whole', () => {
    const { pages, starts } = paginate([
      section(new Lines(20)),
      section(new Lines(20), false),
      section(new Lines(60), false),
      section(new Lines(5)),
    ]);
    expect(starts).toEqual([0, 0, 1, 2]);
    expect(pages).toHaveLength(3);
  });

  it('never begins a page with the note of what stands above: its end comes with it, else all of it', () => {
    const filled = CONTENT_BOTTOM - PAGE.top;
    const page = (table: Lines) =>
      stack(
        { box: new Lines(10) },
        { box: table },
        { box: new Lines(3, false), keepWithPrevious: true },
      ).split(filled, 'gentle');
    const lines = Math.floor(filled / 10) - 10;
    expect(page(new Lines(lines))?.map(({ height }) => height)).toEqual([(lines + 9) * 10, 40]);
    expect(page(new Lines(lines, false))?.map(({ height }) => height)).toEqual([100, (lines + 3) * 10]);
  });

  it('cuts what is long and goes on under the running title, never below the bottom', () => {
    const { pages } = paginate([section(new Lines(300))]);
    expect(pages.length).toBeGreaterThan(3);
    expect(Math.max(...bottoms(pages))).toBeLessThanOrEqual(CONTENT_BOTTOM + 0.01);
    expect(pages.map(({ continues }) => continues)).toEqual([null, ...pages.slice(1).map(() => 0)]);
    expect(pages.map(({ boxes }) => boxes[0]?.y)).toEqual([
      PAGE.top,
      ...pages.slice(1).map(() => PAGE.topContinued),
    ]);
  });

  it('moves a heading with the block that follows it', () => {
    const heading = { box: new Lines(2, false), keepWithNext: true };
    const { pages } = paginate([
      section(stack({ box: new Lines(60) }, heading, { box: new Lines(30, false) })),
    ]);
    expect(bottoms(pages)).toEqual([PAGE.top + 600, PAGE.topContinued + 320]);
  });

  it('keeps together what fits on a page, and cuts what does not', () => {
    const kept = paginate([section(stack({ box: new Lines(40) }, { box: new Together(new Lines(50)) }))]);
    expect(bottoms(kept.pages)).toEqual([PAGE.top + 400, PAGE.topContinued + 500]);
    const cut = paginate([section(new Together(new Lines(100)))]);
    expect(cut.pages).toHaveLength(2);
  });

  it('cuts by force an indivisible block taller than a page, headings in a chain included', () => {
    const chain = Array.from({ length: 80 }, () => ({ box: new Lines(1, false), keepWithNext: true }));
    const { pages } = paginate([section(stack(...chain, { box: new Lines(150, false) }))]);
    expect(Math.max(...bottoms(pages))).toBeLessThanOrEqual(CONTENT_BOTTOM + 0.01);
  });

  it('sends a sinking block to the foot of the last page when nothing follows', () => {
    const strip = { box: new Lines(8, false), sinks: true };
    const content = stack({ box: new Lines(50) }, strip);
    const { pages } = paginate([section(content)]);
    expect(bottoms(pages)).toEqual([CONTENT_BOTTOM]);
    const followed = paginate([section(content), section(new Lines(2), false)]);
    expect(followed.starts).toEqual([0, 0]);
  });
});
