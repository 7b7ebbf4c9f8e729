import { CanvasContext } from './canvas-context.js';
import { measureWithFontTable } from './text-measurer.js';
import type { PathCommand, StrokeStyle, TextRun, VectorBackend } from './vector-backend.types.js';

/** Remembers what it was asked to draw. */
class RecordingBackend implements VectorBackend {
  readonly calls: string[] = [];
  readonly fills: { path: PathCommand[]; color: string; rule: string }[] = [];
  readonly strokes: { path: PathCommand[]; style: StrokeStyle }[] = [];
  readonly texts: TextRun[] = [];
  measureText = measureWithFontTable;
  save = () => void this.calls.push('save');
  restore = () => void this.calls.push('restore');
  clipPath = () => void this.calls.push('clip');
  fillPath(path: readonly PathCommand[], { color, rule }: { color: string; rule: string }): void {
    this.fills.push({ path: [...path], color, rule });
  }
  strokePath(path: readonly PathCommand[], style: StrokeStyle): void {
    this.strokes.push({ path: [...path], style });
  }
  drawText(run: TextRun): void {
    this.texts.push(run);
  }
}

function surface(x = 0, y = 0): { context: CanvasContext; backend: RecordingBackend } {
  const backend = new RecordingBackend();
  return { backend, context: new CanvasContext(backend, { x, y, width: 200, height: 100 }) };
}

describe('the canvas over a vector backend', () => {
  it('gives page coordinates: its own corner and matrix are already applied', () => {
    const { context, backend } = surface(50, 400);
    context.translate(10, 20);
    context.scale(2, 2);
    context.beginPath();
    context.rect(1, 1, 5, 3);
    context.fill();
    expect(backend.fills[0]?.path).toEqual([
      ['M', 62, 422],
      ['L', 72, 422],
      ['L', 72, 428],
      ['L', 62, 428],
      ['Z'],
    ]);
  });

  it('transforms each point when it is given, as a canvas does', () => {
    const { context, backend } = surface();
    context.beginPath();
    context.moveTo(1, 1);
    context.translate(100, 0);
    context.lineTo(1, 1);
    context.stroke();
    expect(backend.strokes[0]?.path).toEqual([
      ['M', 1, 1],
      ['L', 101, 1],
    ]);
  });

  it('starts from its corner again after setTransform, as Chart.js does at each drawing', () => {
    const { context, backend } = surface(50, 400);
    context.translate(7, 7);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillRect(0, 0, 1, 1);
    context.resetTransform();
    context.fillRect(0, 0, 1, 1);
    expect(backend.fills.map(({ path }) => path[0])).toEqual([
      ['M', 50, 400],
      ['M', 50, 400],
    ]);
  });

  it('keeps the path drawn so far when a rectangle is filled meanwhile', () => {
    const { context, backend } = surface();
    context.beginPath();
    context.moveTo(0, 0);
    context.fillRect(5, 5, 1, 1);
    context.lineTo(9, 0);
    context.stroke();
    expect(backend.strokes[0]?.path).toHaveLength(2);
  });

  it('restores colours, dashes and matrix, and balances the groups of the backend', () => {
    const { context, backend } = surface();
    context.fillStyle = '#14626b';
    context.save();
    context.fillStyle = '#7b1e3b';
    context.setLineDash([3, 2]);
    context.translate(50, 50);
    context.restore();
    context.restore();
    context.fillRect(0, 0, 1, 1);
    expect(backend.fills[0]).toMatchObject({ color: '#14626b', path: expect.arrayContaining([['M', 0, 0]]) });
    expect(context.getLineDash()).toEqual([]);
    expect(backend.calls).toEqual(['save', 'restore']);
  });

  it('clips inside a group only: no group would end the clip', () => {
    const { context, backend } = surface();
    context.beginPath();
    context.rect(0, 0, 5, 5);
    context.clip();
    context.save();
    context.clip();
    context.restore();
    expect(backend.calls).toEqual(['save', 'clip', 'restore']);
  });

  it('blends alpha on white, and draws nothing for what is transparent', () => {
    const { context, backend } = surface();
    context.fillStyle = 'rgba(0, 0, 0, 0.1)';
    context.fillRect(0, 0, 1, 1);
    context.globalAlpha = 0.5;
    context.fillStyle = '#000';
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = 'transparent';
    context.fillRect(0, 0, 1, 1);
    expect(backend.fills.map(({ color }) => color)).toEqual(['#e6e6e6', '#808080']);
  });

  it('scales line widths and dashes with the matrix', () => {
    const { context, backend } = surface();
    context.scale(2, 2);
    context.lineWidth = 1.5;
    context.setLineDash([4, 2]);
    context.lineDashOffset = 1;
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(10, 0);
    context.stroke();
    expect(backend.strokes[0]?.style).toMatchObject({ width: 3, dash: [8, 4], dashOffset: 2 });
  });

  it('turns a whole circle into four curves that end where they start', () => {
    const { context, backend } = surface();
    context.beginPath();
    context.arc(50, 50, 10, 0, Math.PI * 2);
    context.fill();
    const path = backend.fills[0]?.path ?? [];
    expect(path.map(([command]) => command)).toEqual(['M', 'C', 'C', 'C', 'C']);
    const last = path.at(-1)?.slice(-2) as number[];
    expect(last[0]).toBeCloseTo(60, 9);
    expect(last[1]).toBeCloseTo(50, 9);
  });

  it.each([
    [0, Math.PI / 2, false, [50, 60]],
    [0, Math.PI / 2, true, [50, 60]],
    [Math.PI / 2, 0, true, [60, 50]],
  ])(
    'ends an arc from %d to %d (counter-clockwise: %s) at the right place',
    (start, end, counterClockwise, to) => {
      const { context, backend } = surface();
      context.beginPath();
      context.arc(50, 50, 10, start, end, counterClockwise);
      context.stroke();
      const last = backend.strokes[0]?.path.at(-1)?.slice(-2) as number[];
      expect(last[0]).toBeCloseTo(to[0] ?? 0, 9);
      expect(last[1]).toBeCloseTo(to[1] ?? 0, 9);
    },
  );

  it('raises a quadratic curve to a cubic one', () => {
    const { context, backend } = surface();
    context.beginPath();
    context.moveTo(0, 0);
    context.quadraticCurveTo(3, 6, 6, 0);
    context.stroke();
    expect(backend.strokes[0]?.path[1]).toEqual(['C', 2, 4, 4, 4, 6, 0]);
  });

  it('hands text over on its baseline, with its anchor, face and angle', () => {
    const { context, backend } = surface(10, 10);
    context.font = "600 10px 'Source Sans 3', sans-serif";
    context.fillStyle = '#1d2731';
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.fillText('près de 400', 100, 50);
    expect(backend.texts[0]).toEqual({
      text: 'près de 400',
      font: { family: 'text', weight: 600, size: 10 },
      color: '#1d2731',
      x: 110,
      y: 60 + (10.24 - 4) / 2,
      anchor: 'end',
      angle: 0,
    });
    context.rotate(-Math.PI / 2);
    context.fillText('juil.', 0, 0);
    expect(backend.texts[1]?.angle).toBeCloseTo(-90, 9);
  });

  it('draws neither blank text nor text and points at no place', () => {
    const { context, backend } = surface();
    context.fillText('  \u00a0', 1, 1);
    context.fillText('perdu', Number.NaN, 1);
    context.beginPath();
    context.moveTo(Number.NaN, 1);
    context.lineTo(Number.POSITIVE_INFINITY, 1);
    context.stroke();
    expect(backend.texts).toEqual([]);
    expect(backend.strokes).toEqual([]);
  });

  it.each([
    ['bold 12px Arial', { family: 'text', weight: 700, size: 12 }],
    ['italic 500 9.5px/1.2 "Source Sans 3"', { family: 'text', weight: 400, size: 9.5 }],
    ["400 24px 'Bricolage Grotesque'", { family: 'title', weight: 600, size: 24 }],
  ])('reads the font %s', (font, expected) => {
    const { context, backend } = surface();
    context.font = font;
    context.fillText('a', 0, 0);
    expect(backend.texts[0]?.font).toEqual(expected);
  });

  it('refuses what would be lost on paper', () => {
    const { context } = surface();
    expect(() => context.drawImage()).toThrow('bitmap');
    expect(() => context.strokeText()).toThrow('outlined');
    expect(() => context.createLinearGradient()).toThrow('gradient');
    context.fillStyle = 'hotpink';
    expect(() => context.fillRect(0, 0, 1, 1)).toThrow('hotpink');
    context.font = 'inherit';
    expect(() => context.measureText('a')).toThrow('inherit');
  });
});
