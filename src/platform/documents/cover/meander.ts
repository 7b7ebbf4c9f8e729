import type { PdfDocument } from '../pdf/pdfkit-internals.js';
import { COLORS, PAGE } from '../theme.js';

/** Drawn height of the landscape; the band of text covers what is below its own top. */
const LANDSCAPE_HEIGHT = 500;
const BAND_EDGE = 5;

/** Widths and tints of the contour lines, from the widest to the river's bank. */
const CONTOURS = ['#ece4d5', '#f3ede2', '#e7ddca', '#f3ede2', '#e1d5bf', '#f3ede2', '#dacbb0', '#f3ede2'];
const WIDEST_CONTOUR = 190;
const CONTOUR_STEP = 18;

/** The river's meanders: one path, stroked again and again as contour lines. */
function traceRiver(doc: PdfDocument): PdfDocument {
  return doc
    .moveTo(-80, 60)
    .bezierCurveTo(120, -20, 250, 60, 205, 165)
    .bezierCurveTo(160, 270, -20, 250, 15, 350)
    .bezierCurveTo(50, 455, 300, 425, 330, 300)
    .bezierCurveTo(360, 170, 300, 95, 395, 62)
    .bezierCurveTo(500, 30, 575, 120, 520, 215)
    .bezierCurveTo(470, 305, 420, 355, 480, 430)
    .bezierCurveTo(540, 500, 620, 470, 700, 480);
}

/** Draws the cover's landscape and, from `bandTop` down, the band that carries the text. */
export function drawMeander(doc: PdfDocument, bandTop: number): void {
  doc.rect(0, 0, PAGE.width, PAGE.height).fill(COLORS.stone2);
  doc.save();
  doc.rect(0, 0, PAGE.width, Math.min(LANDSCAPE_HEIGHT, bandTop)).clip();
  doc.lineCap('round').lineJoin('round');
  CONTOURS.forEach((tint, index) => stroke(doc, WIDEST_CONTOUR - index * CONTOUR_STEP, tint));
  stroke(doc, 34, COLORS.riverLight);
  stroke(doc, 22, COLORS.river);
  doc.restore();
  doc.rect(0, bandTop, PAGE.width, PAGE.height - bandTop).fill(COLORS.wine);
  doc.rect(0, bandTop, PAGE.width, BAND_EDGE).fill(COLORS.saffron);
}

function stroke(doc: PdfDocument, width: number, color: string): void {
  traceRiver(doc).lineWidth(width).strokeColor(color).stroke();
}
