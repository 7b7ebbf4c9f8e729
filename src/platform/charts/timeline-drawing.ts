import { LINE_HEIGHT, textWidth, type ChartEnvironment } from './chart-theme.js';
import type { TimelineChart } from './chart.types.js';
import { drawHatch, drawLine, drawLines, drawRule, type DrawingSurface } from './drawing.js';
import { ellipsize } from './text-fit.js';
import { placeText } from './text-placement.js';
import type { TimelineLayout } from './timeline-layout.js';

type Span = TimelineChart['spans'][number];

/** What the marks of one timeline are drawn with. */
export interface TimelineDrawing {
  surface: DrawingSurface;
  chart: TimelineChart;
  layout: TimelineLayout;
  environment: ChartEnvironment;
  at: (month: number) => number;
  middle: (index: number) => number;
  bottom: number;
  /** Where the letters of the events begin, under the rows. */
  under: number;
}

/** Fill and outline of a span. */
export function spanColours(
  tone: Span['tone'],
  { palette }: Pick<ChartEnvironment, 'palette'>,
): { fill: string; outline: string } {
  switch (tone) {
    case 'done':
      return { fill: palette.river, outline: palette.river };
    case 'highlight':
      return { fill: palette.wine, outline: palette.wine };
    // What goes on is light and what is planned is empty: saffron is for what the committee should watch.
    case 'ongoing':
      return { fill: palette.riverLight, outline: palette.river };
    case 'hatched':
      return { fill: palette.paper, outline: palette.stone };
    case 'muted':
      return { fill: palette.paper, outline: palette.river };
  }
}

/** Pieces of the fading end, in multiples of the text gap: gap, then a shorter piece each time. */
const FADING = [0.85, 0.55, 0.3] as const;

/** The months and the lines between them. */
export function drawHeader({ surface, layout, environment, at, bottom }: TimelineDrawing): void {
  const { grid, inkSoft } = environment.palette;
  const top = layout.headerMiddle * 2;
  for (let month = 0; month <= layout.months.length; month++) {
    const color = month === 0 && !layout.narrow ? inkSoft : grid;
    drawRule(surface, [at(month), top, at(month), bottom], { color, width: layout.theme.hairline });
  }
  layout.months.forEach((name, month) => {
    const look = { size: layout.theme.small, weight: 400 as const, color: inkSoft, align: 'center' as const };
    drawLine(surface, environment, name, [(at(month) + at(month + 1)) / 2, layout.headerMiddle], look);
  });
}

/** The name of each operation, at the left or above its bar. */
export function drawNames({ surface, chart, layout, environment, middle }: TimelineDrawing): void {
  chart.spans.forEach((span, index) => {
    const lines = layout.labels[index] ?? [];
    const size = layout.theme.label;
    const weight = span.tone === 'highlight' ? 600 : 400;
    const y = layout.narrow
      ? middle(index) - layout.thickness / 2 - 3 - (lines.length * size * LINE_HEIGHT) / 2
      : middle(index);
    const look = { size, weight, color: environment.palette.ink, onPaper: layout.narrow } as const;
    drawLines(surface, environment, lines, [0, y], look);
  });
}

/** An end that is not known: shorter and shorter pieces, then an arrow head. */
export function drawFadingEnd(
  { surface, layout, environment, middle }: TimelineDrawing,
  span: Span,
  index: number,
  end: number,
): void {
  const { gap } = layout.theme;
  const [y, half] = [middle(index), layout.thickness / 2];
  const { outline } = spanColours(span.tone, environment);
  surface.fillStyle = outline;
  let x = end;
  for (const length of FADING) {
    x += gap * 0.3;
    surface.fillRect(x, y - half, gap * length, half * 2);
    x += gap * length;
  }
  x += gap * 0.5;
  surface.strokeStyle = outline;
  surface.lineWidth = layout.theme.hairline * 2;
  surface.lineJoin = 'miter';
  surface.beginPath();
  surface.moveTo(x, y - half * 0.7);
  surface.lineTo(x + gap * 0.7, y);
  surface.lineTo(x, y + half * 0.7);
  surface.stroke();
}

/** Light bars get a line around them: their fill alone is too pale to be seen by all. */
export function isOutlined(span: Span): boolean {
  return span.tone === 'hatched' || span.tone === 'muted' || span.tone === 'ongoing';
}

/** Stripes of what did not take place as planned, and the outline of light bars. */
export function drawOutlinedBar(
  { surface, layout, environment, at, middle }: TimelineDrawing,
  span: Span,
  index: number,
): void {
  const solid = layout.solid[index] ?? null;
  if (!isOutlined(span) || solid === null) return;
  const { palette, forPrint } = environment;
  const { hairline } = layout.theme;
  const stripeWidth = forPrint ? 1.4 : 2.2;
  const box = {
    left: at(solid[0]) + hairline / 2,
    top: middle(index) - layout.thickness / 2 + hairline / 2,
    width: at(solid[1]) - at(solid[0]) - hairline,
    height: layout.thickness - hairline,
  };
  if (span.tone === 'hatched') {
    const look = {
      paper: palette.paper,
      stripe: palette.stoneLight,
      stripeWidth,
      spacing: stripeWidth * 3.2,
    };
    drawHatch(surface, box, look);
  }
  surface.strokeStyle = spanColours(span.tone, environment).outline;
  surface.lineWidth = hairline;
  surface.lineJoin = 'miter';
  surface.beginPath();
  surface.rect(box.left, box.top, box.width, box.height);
  surface.stroke();
}

/** What came of the operation, beside its bar, or on it. */
export function drawText(
  { surface, layout, environment, at, middle }: TimelineDrawing,
  span: Span,
  index: number,
): void {
  if (span.text === '') return;
  const { theme } = layout;
  const { palette } = environment;
  const widthOf = (text: string) => textWidth(environment, text, theme.value, 400);
  const solid = layout.solid[index] ?? null;
  const [start, end] =
    solid === null ? [at(0), at(0)] : [at(solid[0]), at(solid[1]) + (span.openEnd ? layout.arrow : 0)];
  const placed = (text: string) => ({
    text,
    ...placeText({
      start,
      end,
      textWidth: widthOf(text),
      gap: theme.gap,
      left: at(0) + theme.gap / 2,
      right: environment.width,
      obstacle: null,
      mayGoInside: !span.openEnd,
      mayGoLeft: true,
    }),
  });
  const whole = placed(span.text);
  const cut = widthOf(span.text) > whole.maxWidth;
  const placement = cut && span.shortText !== undefined ? placed(span.shortText) : whole;
  const dark = span.tone === 'done' || span.tone === 'highlight';
  drawLine(
    surface,
    environment,
    ellipsize(placement.text, placement.maxWidth, widthOf),
    [placement.x, middle(index)],
    {
      size: theme.value,
      weight: 400,
      color: placement.inside ? (dark ? palette.paper : palette.ink) : palette.inkSoft,
      align: placement.align,
      onPaper: !placement.inside || span.tone === 'hatched',
    },
  );
}
