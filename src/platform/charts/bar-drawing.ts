import { diamondRadius, hatchBeyond, obstacleOf, type BarLayout } from './bar-layout.js';
import { LINE_HEIGHT, textWidth, type ChartEnvironment } from './chart-theme.js';
import type { BarChart } from './chart.types.js';
import { drawDiamond, drawHatch, drawLine, drawLines, drawRule, type DrawingSurface } from './drawing.js';
import { ellipsize } from './text-fit.js';
import { placeText } from './text-placement.js';

type Bar = BarChart['bars'][number];

/** What the marks of one chart are drawn with. */
export interface BarDrawing {
  surface: DrawingSurface;
  chart: BarChart;
  layout: BarLayout;
  environment: ChartEnvironment;
  /** Horizontal position of a value. */
  at: (value: number) => number;
  /** Middle of the nth bar. */
  middle: (index: number) => number;
  top: number;
  bottom: number;
}

/** Bar colour for its tone. */
export function barColour(tone: Bar['tone'], { palette }: Pick<ChartEnvironment, 'palette'>): string {
  return { main: palette.river, part: palette.riverMedium, watch: palette.saffron, muted: palette.stone }[
    tone
  ];
}

/** The name of each bar, beside or above it. */
export function drawNames({ surface, chart, layout, environment, middle }: BarDrawing): void {
  const look = { size: layout.theme.label, weight: 400 as const, color: environment.palette.ink };
  layout.labels.forEach((lines, index) => {
    if (!layout.narrow) {
      const x = layout.padding.left - layout.theme.gap * 1.7;
      drawLines(surface, environment, lines, [x, middle(index)], { ...look, align: 'right' });
      return;
    }
    // Stands on its bar, under the words of the target if there are any.
    const note = chart.bars[index]?.target ? layout.note : 0;
    const y = middle(index) - layout.thickness / 2 - 3 - note - (lines.length * look.size * LINE_HEIGHT) / 2;
    drawLines(surface, environment, lines, [0, y], { ...look, onPaper: true });
  });
}

/** Hatches what is not known for certain: before the value, beyond it, or both. */
export function drawUncertainEnd(
  { surface, layout, environment, at, middle }: BarDrawing,
  bar: Bar,
  index: number,
): void {
  if (bar.uncertain === 'none' || bar.value < 0) return;
  const { hatch } = layout.theme;
  const [start, end] = [at(0), at(bar.value)];
  const doubtful = bar.certain === undefined ? hatch : end - at(bar.certain);
  const within = bar.uncertain === 'upper' ? 0 : Math.min(doubtful, end - start);
  const beyond = hatchBeyond(bar, layout.theme);
  const box = {
    left: end - within,
    top: middle(index) - layout.thickness / 2,
    width: within + beyond,
    height: layout.thickness,
  };
  if (box.width <= 0) return;
  const colour = barColour(bar.tone, environment);
  // Half a unit more than the bar, or its antialiased edge would show around the hatch.
  surface.fillStyle = environment.palette.paper;
  surface.fillRect(box.left, box.top - 0.5, within + 0.5, box.height + 1);
  const stripeWidth = environment.forPrint ? 1.1 : 1.6;
  drawHatch(surface, box, {
    paper: environment.palette.paper,
    stripe: colour,
    stripeWidth,
    spacing: stripeWidth * 3.2,
  });
  const inset = layout.theme.hairline / 2;
  const [top, bottom, right] = [box.top + inset, box.top + box.height - inset, box.left + box.width - inset];
  surface.strokeStyle = colour;
  surface.lineWidth = layout.theme.hairline;
  surface.lineJoin = 'miter';
  surface.beginPath();
  surface.moveTo(box.left, top);
  surface.lineTo(right, top);
  // « plus de » stays open: nobody knows where it ends.
  if (beyond > 0) surface.moveTo(right, bottom);
  else surface.lineTo(right, bottom);
  surface.lineTo(box.left, bottom);
  surface.stroke();
}

/** The value at the end of its bar, or on it. */
export function drawValue(drawing: BarDrawing, bar: Bar, index: number): void {
  const { surface, chart, layout, environment, at, middle } = drawing;
  const { theme } = layout;
  const widthOf = (text: string) => textWidth(environment, text, theme.value, 700);
  const end = at(Math.max(0, bar.value)) + hatchBeyond(bar, theme);
  const placement = placeText({
    start: at(0),
    end,
    textWidth: widthOf(bar.text),
    gap: theme.gap,
    left: layout.padding.left,
    right: environment.width,
    obstacle: obstacleOf(chart, bar, theme, { end, at }),
    mayGoInside: bar.uncertain === 'none' && bar.target === null,
    mayGoLeft: false,
  });
  const { ink, paper } = environment.palette;
  drawLine(
    surface,
    environment,
    ellipsize(bar.text, placement.maxWidth, widthOf),
    [placement.x, middle(index)],
    {
      size: theme.value,
      weight: 700,
      color: placement.inside && (bar.tone === 'main' || bar.tone === 'muted') ? paper : ink,
      align: placement.align,
      onPaper: !placement.inside,
    },
  );
}

/** The outlined diamond of a bar's target, with its words above, kept inside the drawing. */
export function drawTarget(
  { surface, layout, environment, at, middle }: BarDrawing,
  bar: Bar,
  index: number,
): void {
  if (bar.target === null) return;
  const { theme } = layout;
  const { paper, ink, inkSoft } = environment.palette;
  const [x, y] = [at(bar.target.value), middle(index)];
  drawDiamond(surface, [x, y], diamondRadius(theme), {
    fill: paper,
    stroke: ink,
    width: theme.hairline * 1.6,
  });
  if (layout.note === 0) return;
  const widthOf = (text: string) => textWidth(environment, text, theme.small, 400);
  const text = ellipsize(bar.target.text, environment.width - layout.padding.left, widthOf);
  const half = widthOf(text) / 2;
  const centre = Math.min(environment.width - half - 1, Math.max(layout.padding.left + half, x));
  const above = y - layout.thickness / 2 - theme.small * 0.75;
  drawLine(surface, environment, text, [centre, above], {
    size: theme.small,
    weight: 400,
    color: inkSoft,
    align: 'center',
    onPaper: true,
  });
}

/** The dashed line common to all the bars; its word stands at its top, on the side where it fits. */
export function drawReference({ surface, chart, layout, environment, at, top, bottom }: BarDrawing): void {
  if (chart.reference === null) return;
  const { theme } = layout;
  const { ink } = environment.palette;
  const x = at(chart.reference.value);
  const dash = environment.forPrint ? [2.5, 2] : [5, 4];
  const labelY = theme.small * 0.7;
  drawRule(surface, [x, 2, x, bottom], { color: ink, width: theme.hairline * 1.5, dash });
  const widthOf = (text: string) => textWidth(environment, text, theme.small, 600);
  const after = x + theme.gap + widthOf(chart.reference.label) <= environment.width;
  const room = after ? environment.width - x - theme.gap : x - theme.gap;
  const look = { size: theme.small, weight: 600 as const, color: ink };
  const label = ellipsize(chart.reference.label, room, widthOf);
  const anchor = after ? x + theme.gap * 0.8 : x - theme.gap * 0.8;
  if (top > labelY)
    drawLine(surface, environment, label, [anchor, labelY], { ...look, align: after ? 'left' : 'right' });
}
