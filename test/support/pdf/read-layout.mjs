/**
 * Reads a PDF as a reader sees it and prints, as a JSON array of French sentences, the texts that overlap, leave the
 * margins or are too small. A program of its own because pdfjs-dist does not load inside Jest:
 * `node read-layout.mjs FILE`.
 */
import { readFileSync } from 'node:fs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const MARGINS = { left: 48, right: 48, top: 40, bottom: 24 };
/** Room for what a box cannot know: side bearings, accents, kerning. */
const TOLERANCE = 4;
const SMALLEST_BODY = 8;
/** Ink of a line of text above and under its baseline, as shares of its size. */
const ASCENT = 0.66;
const DESCENT = 0.18;

/** @typedef {{ text: string, left: number, right: number, top: number, bottom: number, size: number, rotated: boolean }} TextBox */

/** @returns {TextBox} */
function toBox({ str, transform, width }) {
  const [, skew, c, d, x, baseline] = transform;
  const size = Math.hypot(c, d);
  return {
    text: str,
    left: x,
    right: x + width,
    bottom: baseline - DESCENT * size,
    top: baseline + ASCENT * size,
    size,
    rotated: Math.abs(skew) > 0.01,
  };
}

const quoted = (text) => `« ${text.slice(0, 40)} »`;

function outside(box, width, height) {
  return (
    box.left < MARGINS.left - TOLERANCE ||
    box.right > width - MARGINS.right + TOLERANCE ||
    box.top > height - MARGINS.top ||
    box.bottom < MARGINS.bottom
  );
}

function overlap(one, other) {
  if (one.rotated || other.rotated) return false;
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const along = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  return across > 1 && along > 0.8;
}

function pageFaults(boxes, number, [, , width, height]) {
  const faults = [];
  boxes.forEach((box, index) => {
    if (outside(box, width, height)) faults.push(`page ${number} : hors marges ${quoted(box.text)}`);
    if (box.size < SMALLEST_BODY)
      faults.push(`page ${number} : corps ${box.size.toFixed(1)} trop petit ${quoted(box.text)}`);
    for (const other of boxes.slice(index + 1))
      if (overlap(box, other))
        faults.push(`page ${number} : chevauchement ${quoted(box.text)} et ${quoted(other.text)}`);
  });
  return faults;
}

async function lint(bytes) {
  const document = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const faults = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const boxes = items.filter((item) => item.str?.trim()).map(toBox);
    faults.push(...pageFaults(boxes, number, page.view));
  }
  return faults;
}

const [file] = process.argv.slice(2);
if (!file) {
  process.stderr.write('usage: node read-layout.mjs FILE\n');
  process.exitCode = 2;
} else process.stdout.write(JSON.stringify(await lint(readFileSync(file))));
