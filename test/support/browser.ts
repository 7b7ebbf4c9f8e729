import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

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
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

/** Axe's violations as `rule: first element`, evaluated in the page so that its CSP stays whole. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: RULES } });
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
