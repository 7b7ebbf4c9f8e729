import { HALF_CAPITAL, LINE_HEIGHT, type ChartEnvironment } from './chart-theme.js';

/** The calls that plugins may use: what the browser's canvas and the vector adapter have in common. */
export interface DrawingSurface {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  setLineDash(dash: number[]): void;
}

export interface TextLook {
  size: number;
  weight: 400 | 600 | 700;
  color: string;
  align?: 'left' | 'center' | 'right';
  /** Clears the paper behind the text, so that no gridline runs through it. */
  onPaper?: boolean;
}

/** Writes one line whose capitals are centred on `y`. */
export function drawLine(
  surface: DrawingSurface,
  environment: ChartEnvironment,
  text: string,
  [x, y]: readonly [number, number],
  look: TextLook,
): void {
  const align = look.align ?? 'left';
  if (look.onPaper === true) {
    const width = environment.measure(text, { family: 'text', weight: look.weight, size: look.size }).width;
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    surface.fillStyle = environment.palette.paper;
    surface.fillRect(left - 2, y - look.size * 0.56, width + 4, look.size * 1.12);
  }
  surface.font = `${look.weight} ${look.size}px ${environment.fontFamily}`;
  surface.fillStyle = look.color;
  surface.textAlign = align;
  surface.textBaseline = 'alphabetic';
  surface.fillText(text, x, y + look.size * HALF_CAPITAL);
}

/** Writes one or two lines, the block centred on `y`. */
export function drawLines(
  surface: DrawingSurface,
  environment: ChartEnvironment,
  lines: readonly string[],
  [x, y]: readonly [number, number],
  look: TextLook,
): void {
  const leading = look.size * LINE_HEIGHT;
  const first = y - ((lines.length - 1) * leading) / 2;
  lines.forEach((line, index) => drawLine(surface, environment, line, [x, first + index * leading], look));
}

/** A straight line, dashed or not. */
export function drawRule(
  surface: DrawingSurface,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  look: { color: string; width: number; dash?: number[] },
): void {
  surface.strokeStyle = look.color;
  surface.lineWidth = look.width;
  surface.setLineDash(look.dash ?? []);
  surface.beginPath();
  surface.moveTo(x1, y1);
  surface.lineTo(x2, y2);
  surface.stroke();
  surface.setLineDash([]);
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Diagonal stripes cut to a box by arithmetic: clipping would need identifiers and groups in each file. */
function traceStripes(surface: DrawingSurface, { left, top, width, height }: Box, spacing: number): void {
  surface.beginPath();
  for (let offset = spacing / 2; offset < width + height; offset += spacing) {
    const [fromX, fromY] = offset <= height ? [0, offset] : [offset - height, height];
    const [toX, toY] = offset <= width ? [offset, 0] : [width, offset - width];
    surface.moveTo(left + fromX, top + fromY);
    surface.lineTo(left + toX, top + toY);
  }
  surface.stroke();
}

/** Fills a box with stripes on paper: what is uncertain or did not take place. */
export function drawHatch(
  surface: DrawingSurface,
  box: Box,
  look: { paper: string; stripe: string; stripeWidth: number; spacing: number },
): void {
  if (box.width <= 0 || box.height <= 0) return;
  surface.fillStyle = look.paper;
  surface.fillRect(box.left, box.top, box.width, box.height);
  surface.strokeStyle = look.stripe;
  surface.lineWidth = look.stripeWidth;
  surface.lineCap = 'butt';
  surface.setLineDash([]);
  traceStripes(surface, box, look.spacing);
}

/** An outlined diamond: a target to reach. */
export function drawDiamond(
  surface: DrawingSurface,
  [x, y]: readonly [number, number],
  radius: number,
  look: { fill: string; stroke: string; width: number },
): void {
  surface.beginPath();
  surface.moveTo(x, y - radius);
  surface.lineTo(x + radius, y);
  surface.lineTo(x, y + radius);
  surface.lineTo(x - radius, y);
  surface.closePath();
  surface.fillStyle = look.fill;
  surface.fill();
  surface.strokeStyle = look.stroke;
  surface.lineWidth = look.width;
  surface.lineJoin = 'miter';
  surface.setLineDash([]);
  surface.stroke();
}
