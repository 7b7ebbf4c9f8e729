import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';

/** Its short form: pages read it anew each time that they are loaded. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];

/** Debian's Chromium, speaking to nobody but the page under test. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Its scripts have nothing left to do, and a frame had the time to be drawn. */
const REST = `new Promise((rested) => requestIdleCallback(() => setTimeout(rested, 25), { timeout: 1000 }))`;

/**
 * Opens an address and waits for the page to be at rest: loaded, three times in a row without a script at work or a request
 * on its way. Playwright's « networkidle » is half a second of silence more, each time.
 * @param hasScripts without them a page is at rest once loaded, and no question about it is ever answered
 */
export async function arriveAt(page: Page, address: string, hasScripts = true): Promise<void> {
  const underWay = new Set<Request>();
  const starts = (request: Request): void => void underWay.add(request);
  const ends = (request: Request): void => void underWay.delete(request);
  page.on('request', starts).on('requestfinished', ends).on('requestfailed', ends);
  try {
    await page.goto(address);
    const latest = Date.now() + 5_000;
    for (let calm = 0; hasScripts && calm < 3 && Date.now() < latest;) {
      await page.evaluate(REST);
      calm = underWay.size === 0 ? calm + 1 : 0;
    }
    if (underWay.size > 0) await page.waitForLoadState('networkidle');
  } finally {
    page.off('request', starts).off('requestfinished', ends).off('requestfailed', ends);
  }
}

/** What a page did that it must not: policy violations, console errors, requests to other hosts, failed requests. */
export function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`elsewhere: ${url}`);
  });
  page.on('requestfailed', (request) => {
    // Whoever leaves a page calls off what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  return complaints;
}

/** Axe's violations as `rule: first element`, evaluated in the page so that its CSP stays whole. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (await page.evaluate<boolean>('window.axe === undefined')) await page.evaluate(AXE);
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: RULES },
    // What is sound, and the selector of each element, would be written down for nobody.
    resultTypes: ['violations'],
    selectors: false,
  });
  return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
}

/** From the smallest screen to the committee's: what every page must fit. */
export const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;

/** What is wrong with the page as it stands, at each size, in the dark and in forced colours: axe's word, sideways scroll. */
export async function flaws(page: Page): Promise<string[]> {
  const found: string[] = [];
  const note = async (how: string): Promise<void> => {
    found.push(...(await axeViolations(page)).map((violation) => `${how}: ${violation}`));
  };
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    if (overflow > 0) found.push(`${size.width} px: ${overflow} px too wide`);
    await note(`${size.width} px`);
  }
  // Without movement: a colour half-way through its transition has nobody's contrast.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await note('dark');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await note('forced colours');
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  return found;
}
