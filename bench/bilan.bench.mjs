// The bilan of the demonstration set: made warm in its thread, against a warm headless Chromium that prints the same
// content; and how long the server's thread stands still meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { bilanAttachments } from '../dist/bilan/bilan-attachments.presenter.js';
import { BilanDataService } from '../dist/bilan/bilan-data.service.js';
import { bilanDocument } from '../dist/bilan/bilan-document.rules.js';
import { fingerprintOf } from '../dist/bilan/fingerprint.js';
import { DocumentRenderer } from '../dist/platform/documents/document-renderer.js';
import { findChromium } from '../scripts/support/requirements.mjs';
import { documentHtml } from './harness/document-html.mjs';
import { ratios } from './harness/load.mjs';
import { explain, report } from './harness/report.mjs';
import { openServices } from './harness/services.mjs';

const YEAR = 2024;
const ROUNDS = 15;
const WARM_UPS = 3;

/** Milliseconds that a piece of work takes. */
async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** A PDF too small to hold the bilan would be fast for nothing. */
function expectPdf(bytes) {
  if (bytes.length < 20_000 || String(Buffer.from(bytes).subarray(0, 5)) !== '%PDF-')
    throw new Error(`No bilan was made: ${bytes.length} bytes`);
}

const services = await openServices('seeds/demonstration');
const renderer = new DocumentRenderer();
try {
  /** All that a draft costs after the press of the button, without the store of drafts already made. */
  const documentOfYear = async () => {
    const data = await services.get(BilanDataService).ofYear(YEAR);
    const fingerprint = fingerprintOf(data);
    return bilanDocument(data, fingerprint, bilanAttachments(data, fingerprint));
  };
  const document = await documentOfYear();
  const { pages, bytes } = await renderer.render(document);
  expectPdf(bytes);

  explain(`bilan.loop-delay: longest stop of the server's thread while a bilan of ${pages} pages is made`);
  const delays = [];
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const histogram = monitorEventLoopDelay({ resolution: 1 });
    histogram.enable();
    await wait(20);
    histogram.reset();
    await renderer.render(await documentOfYear());
    await wait(20);
    histogram.disable();
    if (round >= 0) delays.push(histogram.max / 1e6);
  }
  report('bilan.loop-delay', delays, 'ms');

  const executablePath = findChromium();
  if (executablePath === null) {
    explain('bilan.chromium: not measured, no Chromium here (apt-get install chromium, or CHROMIUM_PATH)');
  } else {
    explain(
      `bilan.chromium: ${pages} pages warm, against warm headless Chromium printing the same texts, tables and charts`,
    );
    const html = documentHtml(document);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await browser.newPage();
      const print = async () => {
        await page.setContent(html);
        expectPdf(await page.pdf({ format: 'A4', tagged: true, outline: true }));
      };
      const ours = [];
      const printed = [];
      for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
        const [made, theirs] = [await timed(() => renderer.render(document)), await timed(print)];
        if (round < 0) continue;
        ours.push(made);
        printed.push(theirs);
      }
      report('bilan.warm', ours, 'ms');
      report('bilan.chromium', printed, 'ms');
      report('bilan.chromium.ratio', ratios(printed, ours), 'ratio');
    } finally {
      await browser.close();
    }
  }
} finally {
  await renderer.close();
  await services.close();
}
