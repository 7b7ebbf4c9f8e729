import { chartHeight, drawChart } from '../../charts/draw-chart.js';
import type { ChartDescription, ChartTable } from '../../charts/chart.types.js';
import type { TableBlock } from '../document.types.js';
import { Flowable } from '../flow/flowable.js';
import { Stack, type StackItem } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import { Together } from '../flow/together.js';
import type { Pen } from '../pdf/pen.js';
import { measureChartText, PdfVectorBackend } from '../pdf/pdf-vector-backend.js';
import { TagSlot } from '../pdf/tagger.js';
import type { TextMeasures } from '../text/fonts.js';
import { literalText, plainText } from '../text/rich-text.js';
import { CONTINUED_HEIGHT, STYLES } from '../theme.js';
import { type BlockBuilder, SPACE, titleItem } from './block-context.js';
import { tableFlow } from './table-block.js';

const SEE_TABLE = 'Les valeurs figurent dans le tableau.';
/** Room kept for the title, the measure and the source of a chart that would fill a page. */
const SURROUNDINGS = 150;

/** A drawing in its Figure: read aloud by its sentence, its own texts are not read. */
class ChartDrawing extends Flowable {
  constructor(
    private readonly chart: ChartDescription,
    private readonly alt: string,
    private readonly width: number,
    readonly height: number,
    private readonly measures: TextMeasures,
  ) {
    super();
  }

  draw(pen: Pen, x: number, y: number): void {
    const { chart, width, height } = this;
    const slot = new TagSlot('Figure', { alt: this.alt, bbox: [x, y, x + width, y + height] });
    pen.within(slot, () =>
      pen.mark(() => {
        pen.doc.save();
        drawChart(chart, new PdfVectorBackend(pen.doc, this.measures), {
          x,
          y,
          width,
          height,
          forPrint: true,
        });
        pen.doc.restore();
      }),
    );
  }
}

export const buildChart: BlockBuilder<'chart'> = ({ chart, height, withTable }, context) => {
  const { typesetter, width } = context;
  const natural = chartHeight(chart, { width, forPrint: true }, (text, font) =>
    measureChartText(text, font, typesetter.measures),
  );
  const drawn = Math.min(height ?? natural, CONTINUED_HEIGHT - SURROUNDINGS);
  const alt = plainText(literalText(withTable ? `${chart.sentence} ${SEE_TABLE}` : chart.sentence));
  const figure: StackItem[] = [titleItem(literalText(chart.title), context)];
  if (chart.subtitle)
    figure.push({
      box: typesetter.tagged('P', literalText(chart.subtitle), STYLES.measure, width),
      after: SPACE.tight,
      keepWithNext: true,
    });
  figure.push({ box: new ChartDrawing(chart, alt, width, drawn, typesetter.measures), after: SPACE.tight });
  if (chart.source)
    figure.push({ box: typesetter.tagged('P', literalText(chart.source), STYLES.note, width), after: 8 });
  const parts: StackItem[] = [{ box: new Together(new Stack(figure)), after: SPACE.normal }];
  const table = withTable ? chartTable(chart.table, chart.sentence) : null;
  const flow = table && tableFlow(table, width, typesetter, literalText(chart.table.caption));
  if (flow) parts.push({ box: flow, before: SPACE.normal });
  const box = new Tagged(new TagSlot('Sect'), new Stack(parts));
  return [{ box, before: SPACE.wide, after: SPACE.wide }];
};

/** The first column is wider: it holds the names. */
const NAME_SHARE = 2;

function chartTable(table: ChartTable, summary: string): TableBlock {
  return {
    summary: literalText(table.caption || summary),
    columns: table.columns.map(({ label, numeric }, index) => ({
      label: literalText(label),
      width: index === 0 ? NAME_SHARE : 1,
      align: numeric ? 'right' : 'left',
    })),
    rows: table.rows.map((row) => row.map(literalText)),
  };
}
