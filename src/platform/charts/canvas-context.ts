import { parseFont } from './canvas-font.js';
import { applyMatrix, CanvasPath, multiply, scaleOf, type Matrix } from './canvas-path.js';
import { CanvasState } from './canvas-state.js';
import { opaqueColour } from './colour.js';
import type { ChartFont, ChartTextMetrics, FillRule, VectorBackend } from './vector-backend.types.js';

interface SavedState {
  state: Partial<CanvasState>;
  matrix: Matrix;
  dash: readonly number[];
}

/**
 * The part of Canvas 2D that Chart.js and the chart plugins use, drawn on a vector backend. It keeps its own matrix
 * and hands over page coordinates.
 */
export class CanvasContext extends CanvasState {
  readonly canvas: { width: number; height: number; getContext: () => CanvasContext };
  private readonly base: Matrix;
  private matrix: Matrix;
  private dash: readonly number[] = [];
  private readonly path = new CanvasPath();
  private readonly stack: SavedState[] = [];

  constructor(
    private readonly backend: VectorBackend,
    area: { x: number; y: number; width: number; height: number },
  ) {
    super();
    this.base = this.matrix = [1, 0, 0, 1, area.x, area.y];
    this.canvas = { width: area.width, height: area.height, getContext: () => this };
  }

  save(): void {
    this.stack.push({ state: this.state(), matrix: this.matrix, dash: this.dash });
    this.backend.save();
  }

  restore(): void {
    const saved = this.stack.pop();
    if (!saved) return;
    Object.assign(this, saved.state);
    this.matrix = saved.matrix;
    this.dash = saved.dash;
    this.backend.restore();
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = multiply(this.matrix, [a, b, c, d, e, f]);
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = multiply(this.base, [a, b, c, d, e, f]);
  }

  resetTransform(): void {
    this.matrix = this.base;
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.dash];
  }

  beginPath(): void {
    this.path.begin();
  }

  moveTo(x: number, y: number): void {
    this.path.moveTo(this.matrix, x, y);
  }

  lineTo(x: number, y: number): void {
    this.path.lineTo(this.matrix, x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path.curveTo(this.matrix, x1, y1, x2, y2, x, y);
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path.quadraticTo(this.matrix, cx, cy, x, y);
  }

  arc(x: number, y: number, radius: number, start: number, end: number, counterClockwise = false): void {
    this.ellipse(x, y, radius, radius, 0, start, end, counterClockwise);
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    start: number,
    end: number,
    counterClockwise = false,
  ): void {
    this.path.ellipse(this.matrix, [x, y], [radiusX, radiusY], rotation, [start, end], counterClockwise);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(this.matrix, x, y, width, height);
  }

  closePath(): void {
    this.path.close();
  }

  fill(rule: FillRule = 'nonzero'): void {
    const color = opaqueColour(this.fillStyle, this.globalAlpha);
    if (color !== null && this.path.commands.length > 0) {
      this.backend.fillPath(this.path.commands, { color, rule });
    }
  }

  stroke(): void {
    const color = opaqueColour(this.strokeStyle, this.globalAlpha);
    if (color === null || this.path.commands.length === 0 || !(this.lineWidth > 0)) return;
    const scale = scaleOf(this.matrix);
    this.backend.strokePath(this.path.commands, {
      color,
      width: this.lineWidth * scale,
      cap: this.lineCap,
      join: this.lineJoin,
      miterLimit: this.miterLimit,
      dash: this.dash.map((length) => length * scale),
      dashOffset: this.lineDashOffset * scale,
    });
  }

  clip(rule: FillRule = 'nonzero'): void {
    if (this.path.commands.length > 0 && this.stack.length > 0)
      this.backend.clipPath(this.path.commands, rule);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const rectangle = new CanvasPath();
    rectangle.rect(this.matrix, x, y, width, height);
    const color = opaqueColour(this.fillStyle, this.globalAlpha);
    if (color !== null) this.backend.fillPath(rectangle.commands, { color, rule: 'nonzero' });
  }

  /** Paper starts blank: Chart.js clears before it draws. */
  clearRect(): void {}

  measureText(text: string): { width: number } {
    return this.measure(String(text), parseFont(this.font));
  }

  fillText(text: string, x: number, y: number): void {
    const color = opaqueColour(this.fillStyle, this.globalAlpha);
    const line = String(text);
    if (color === null || line.trim() === '' || !Number.isFinite(x + y)) return;
    const font = parseFont(this.font);
    const [pageX, pageY] = applyMatrix(this.matrix, x, y + this.baselineShift(font));
    this.backend.drawText({
      text: line,
      font: { ...font, size: font.size * scaleOf(this.matrix) },
      color,
      x: pageX,
      y: pageY,
      anchor: this.anchor(),
      angle: (Math.atan2(this.matrix[1], this.matrix[0]) * 180) / Math.PI,
    });
  }

  private measure(text: string, font: ChartFont): ChartTextMetrics {
    return this.backend.measureText(text, font);
  }

  private anchor(): 'start' | 'middle' | 'end' {
    if (this.textAlign === 'center') return 'middle';
    return this.textAlign === 'right' || this.textAlign === 'end' ? 'end' : 'start';
  }

  /** Distance from where canvas places the text to its alphabetic baseline. */
  private baselineShift(font: ChartFont): number {
    if (this.textBaseline === 'alphabetic') return 0;
    const { ascent, descent } = this.measure('x', font);
    if (this.textBaseline === 'middle') return (ascent - descent) / 2;
    return this.textBaseline === 'top' || this.textBaseline === 'hanging' ? ascent : -descent;
  }
}
