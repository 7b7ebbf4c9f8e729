import { LINE_HEIGHT, textWidth, type ChartEnvironment, type ChartTheme } from './chart-theme.js';
import type { ChartEvent } from './chart.types.js';
import { drawLine, drawRule, type DrawingSurface } from './drawing.js';
import { spreadApart } from './spread-apart.js';
import { fitLabel } from './text-fit.js';

/** The key of the events of a chart: each letter with its words, under the drawing. */
export interface EventsLayout {
  rows: { mark: string; lines: string[] }[];
  /** Room of the letters beside the plot, and of the key under it; nothing without events. */
  letterRoom: number;
  keyHeight: number;
}

/** Where the words of the key start, as a share of their size. */
const INDENT = 1.5;
/** Between two rows of the key, and above the first, as a share of the text size. */
const ROW_GAP = 0.35;
const KEY_GAP = 0.7;

/** Sets the words of the events on one or two lines each. */
export function eventsLayout(
  events: readonly ChartEvent[],
  environment: ChartEnvironment,
  { small }: Pick<ChartTheme, 'small'>,
): EventsLayout {
  const room = environment.width - small * INDENT;
  const rows = events.map(({ mark, label }) => ({
    mark,
    lines: fitLabel(label, room, 2, (text) => textWidth(environment, text, small, 400)),
  }));
  if (rows.length === 0) return { rows, letterRoom: 0, keyHeight: 0 };
  const lines = rows.reduce((total, row) => total + row.lines.length, 0);
  const keyHeight = small * (KEY_GAP + lines * LINE_HEIGHT + (rows.length - 1) * ROW_GAP);
  return { rows, letterRoom: Math.ceil(small * 1.35), keyHeight: Math.ceil(keyHeight) };
}

/** What the marks of the events are drawn with. */
export interface EventsDrawing {
  surface: DrawingSurface;
  environment: ChartEnvironment;
  theme: ChartTheme;
  events: readonly ChartEvent[];
  layout: EventsLayout;
}

/** A thin line down the plot for each event. */
export function drawEventRules(
  { surface, environment, theme, events }: EventsDrawing,
  at: (position: number) => number,
  [top, bottom]: readonly [number, number],
): void {
  const look = { color: environment.palette.inkFaint, width: theme.hairline };
  for (const event of events) drawRule(surface, [at(event.at), top, at(event.at), bottom], look);
}

/** The letters, level with each other: two that would touch move apart. */
export function drawEventLetters(
  { surface, environment, theme: { small }, events }: EventsDrawing,
  at: (position: number) => number,
  y: number,
  bounds: readonly [number, number],
): void {
  const places = spreadApart(
    events.map((event) => at(event.at)),
    small * 1.1,
    bounds,
  );
  const look = { size: small, weight: 600, color: environment.palette.inkSoft, align: 'center' } as const;
  events.forEach(({ mark }, index) => drawLine(surface, environment, mark, [places[index] ?? 0, y], look));
}

/** Each letter with its words, from `top` down. */
export function drawEventKey(
  { surface, environment, theme: { small }, layout }: EventsDrawing,
  top: number,
): void {
  const leading = small * LINE_HEIGHT;
  const color = environment.palette.inkSoft;
  let y = top + small * KEY_GAP + leading / 2;
  for (const { mark, lines } of layout.rows) {
    drawLine(surface, environment, mark, [0, y], { size: small, weight: 600, color });
    for (const line of lines) {
      drawLine(surface, environment, line, [small * INDENT, y], { size: small, weight: 400, color });
      y += leading;
    }
    y += small * ROW_GAP;
  }
}
