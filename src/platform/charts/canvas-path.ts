import type { PathCommand } from './vector-backend.types.js';

/** Affine matrix in canvas order: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Product that applies `second` first. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [a2, b2, c2, d2, e2, f2] = second;
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
}

export function applyMatrix([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Mean scale of a matrix, for line widths, dashes and text sizes. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Angle swept by an arc, as the canvas specification clamps it. */
function sweepOf(start: number, end: number, counterClockwise: boolean): number {
  const turn = 2 * Math.PI;
  const sweep = counterClockwise ? start - end : end - start;
  const clamped = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
  return counterClockwise ? -clamped : clamped;
}

/**
 * The current path of a canvas, already in page space: a backend that changed its matrix in the middle of a path
 * would draw it wrong, so each point is transformed when it is given. Non-finite points are ignored, as canvas does.
 */
export class CanvasPath {
  commands: PathCommand[] = [];
  private current: readonly [number, number] | null = null;
  private start: readonly [number, number] | null = null;

  begin(): void {
    this.commands = [];
    this.current = null;
    this.start = null;
  }

  moveTo(matrix: Matrix, x: number, y: number): void {
    if (!Number.isFinite(x + y)) return;
    this.commands.push(['M', ...applyMatrix(matrix, x, y)]);
    this.current = this.start = [x, y];
  }

  lineTo(matrix: Matrix, x: number, y: number): void {
    if (!Number.isFinite(x + y)) return;
    if (this.current === null) return this.moveTo(matrix, x, y);
    this.commands.push(['L', ...applyMatrix(matrix, x, y)]);
    this.current = [x, y];
  }

  curveTo(matrix: Matrix, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (!Number.isFinite(x1 + y1 + x2 + y2 + x + y)) return;
    if (this.current === null) this.moveTo(matrix, x1, y1);
    this.commands.push([
      'C',
      ...applyMatrix(matrix, x1, y1),
      ...applyMatrix(matrix, x2, y2),
      ...applyMatrix(matrix, x, y),
    ]);
    this.current = [x, y];
  }

  quadraticTo(matrix: Matrix, cx: number, cy: number, x: number, y: number): void {
    const [fromX, fromY] = this.current ?? [cx, cy];
    const third = (from: number, control: number) => from + (2 / 3) * (control - from);
    this.curveTo(matrix, third(fromX, cx), third(fromY, cy), third(x, cx), third(y, cy), x, y);
  }

  close(): void {
    if (this.current === null) return;
    this.commands.push(['Z']);
    this.current = this.start;
  }

  rect(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.moveTo(matrix, x, y);
    this.lineTo(matrix, x + width, y);
    this.lineTo(matrix, x + width, y + height);
    this.lineTo(matrix, x, y + height);
    this.close();
  }

  /** An arc as cubic curves of at most a quarter turn each. */
  ellipse(
    matrix: Matrix,
    centre: readonly [number, number],
    radii: readonly [number, number],
    rotation: number,
    angles: readonly [start: number, end: number],
    counterClockwise: boolean,
  ): void {
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const point = (ux: number, uy: number): [number, number] => {
      const [px, py] = [ux * radii[0], uy * radii[1]];
      return [centre[0] + px * cos - py * sin, centre[1] + px * sin + py * cos];
    };
    const sweep = sweepOf(angles[0], angles[1], counterClockwise);
    this.lineTo(matrix, ...point(Math.cos(angles[0]), Math.sin(angles[0])));
    if (!sweep || !radii[0] || !radii[1]) return;
    const pieces = Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
    const step = sweep / pieces;
    const handle = (4 / 3) * Math.tan(step / 4);
    for (let piece = 0; piece < pieces; piece++) {
      const from = angles[0] + piece * step;
      const to = from + step;
      this.curveTo(
        matrix,
        ...point(Math.cos(from) - handle * Math.sin(from), Math.sin(from) + handle * Math.cos(from)),
        ...point(Math.cos(to) + handle * Math.sin(to), Math.sin(to) - handle * Math.cos(to)),
        ...point(Math.cos(to), Math.sin(to)),
      );
    }
  }
}
