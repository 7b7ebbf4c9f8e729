import type {
  ChartFont,
  ChartTextMetrics,
  FillRule,
  PathCommand,
  StrokeStyle,
  TextRun,
  VectorBackend,
} from '../../charts/vector-backend.types.js';
import { fontMetrics, fontSpans, type TextMeasures } from '../text/fonts.js';
import type { FontName } from '../theme.js';
import type { PdfDocument } from './pdfkit-internals.js';

/** Draws charts into the present page as vectors and real text, in the embedded fonts. */
export class PdfVectorBackend implements VectorBackend {
  constructor(
    private readonly doc: PdfDocument,
    private readonly measures: TextMeasures,
  ) {}

  save(): void {
    this.doc.save();
  }

  restore(): void {
    this.doc.restore();
  }

  clipPath(path: readonly PathCommand[], rule: FillRule): void {
    if (path.length === 0) return;
    this.trace(path);
    this.doc.clip(pdfRule(rule));
  }

  fillPath(path: readonly PathCommand[], fill: { color: string; rule: FillRule }): void {
    if (path.length === 0) return;
    this.doc.fillColor(fill.color);
    this.trace(path);
    this.doc.fill(pdfRule(fill.rule));
  }

  strokePath(path: readonly PathCommand[], stroke: StrokeStyle): void {
    if (path.length === 0) return;
    this.doc
      .strokeColor(stroke.color)
      .lineWidth(stroke.width)
      .lineCap(stroke.cap)
      .lineJoin(stroke.join)
      .miterLimit(stroke.miterLimit);
    // pdfkit's own `dash` refuses lengths of zero and repeats a single one; the operator is plain enough.
    const dash = stroke.dash.map((length) => rounded(length)).join(' ');
    this.doc.addContent(`[${dash}] ${rounded(stroke.dashOffset)} d`);
    this.trace(path);
    this.doc.stroke();
  }

  drawText({ text, font, color, x, y, anchor, angle }: TextRun): void {
    const { width } = this.measureText(text, font);
    const shift = anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width;
    this.doc.fillColor(color);
    if (angle === 0) {
      this.write(text, font, x - shift, y);
      return;
    }
    this.doc.save();
    this.doc.translate(x, y).rotate(angle);
    this.write(text, font, -shift, 0);
    this.doc.restore();
  }

  measureText(text: string, font: ChartFont): ChartTextMetrics {
    return measureChartText(text, font, this.measures);
  }

  private write(text: string, font: ChartFont, x: number, y: number): void {
    let left = x;
    for (const span of fontSpans(text, faceOf(font))) {
      this.doc.font(span.font).fontSize(font.size);
      this.doc.text(span.text, left, y, { lineBreak: false, baseline: 'alphabetic' });
      left += this.measures.width(span.text, span.font, font.size);
    }
  }

  private trace(path: readonly PathCommand[]): void {
    for (const command of path)
      switch (command[0]) {
        case 'M':
          this.doc.moveTo(command[1], command[2]);
          break;
        case 'L':
          this.doc.lineTo(command[1], command[2]);
          break;
        case 'C':
          this.doc.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6]);
          break;
        case 'Z':
          this.doc.closePath();
          break;
      }
  }
}

/** Measures a chart's text in the embedded fonts, so that labels are laid out as they are printed. */
export function measureChartText(text: string, font: ChartFont, measures: TextMeasures): ChartTextMetrics {
  const name = faceOf(font);
  const { ascent, descent, capHeight } = fontMetrics(name);
  const width = fontSpans(text, name).reduce(
    (sum, span) => sum + measures.width(span.text, span.font, font.size),
    0,
  );
  return {
    width,
    ascent: ascent * font.size,
    descent: descent * font.size,
    capHeight: capHeight * font.size,
  };
}

function faceOf({ family, weight }: ChartFont): FontName {
  if (family === 'title') return weight === 600 ? 'number' : 'title';
  return weight === 700 ? 'bold' : weight === 600 ? 'semibold' : 'text';
}

function pdfRule(rule: FillRule): 'even-odd' | 'non-zero' {
  return rule === 'evenodd' ? 'even-odd' : 'non-zero';
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
