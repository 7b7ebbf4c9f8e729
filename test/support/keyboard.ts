import type { Page } from 'playwright-core';

/** More than any page of ours has, so that a trap does not hold the test. */
const MOST_STOPS = 600;

/** Numbers what a keyboard must reach in the page: radio buttons of one name are one stop. */
const NUMBER_STOPS = `(() => {
  const stops = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
  )].filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true }));
  const names = new Set();
  return stops.flatMap((one, index) => {
    one.dataset.stop = String(index);
    if (one.type !== 'radio') return [String(index)];
    const group = (one.form?.action ?? '') + one.name;
    const chosen = stops.some((other) => other.type === 'radio' && other.name === one.name && other.checked);
    if (names.has(group) || (chosen && !one.checked)) return [];
    names.add(group);
    return [String(index)];
  });
})()`;

interface Stop {
  stop: string;
  words: string;
  /** What is wrong with how it shows that it has the focus; null when it does. */
  flaw: string | null;
}

/** What has the focus and whether a person sees that it has: a ring, in the window, under nothing else. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const ringed = one.type === 'radio' || one.type === 'checkbox' ? [one, one.closest('label')] : [one];
  const hasRing = ringed.some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const box = one.getBoundingClientRect();
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const top = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height / 2, 20))),
  );
  const isUnder = top !== null && !one.contains(top) && !top.contains(one);
  return {
    stop: one.dataset.stop ?? '?',
    words: (one.getAttribute('aria-label') ?? one.name ?? '') + ' ' + one.textContent.trim().slice(0, 40),
    flaw: !hasRing ? 'no ring' : !isSeen ? 'out of the window' : isUnder ? 'under something' : null,
  };
})()`;

/** Goes through a page with Tab, from its top to its end. @returns what a keyboard cannot reach, or does not see. */
export async function keyboardFlaws(page: Page): Promise<string[]> {
  const wanted = new Set(await page.evaluate<string[]>(NUMBER_STOPS));
  const flaws: string[] = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Stop | null>(FOCUSED);
    // The end: the browser's own bar.
    if (at === null) break;
    if (at.flaw !== null) flaws.push(`${at.flaw}: ${at.words}`);
    wanted.delete(at.stop);
  }
  if ((await page.evaluate<Stop | null>(FOCUSED)) !== null)
    flaws.push('the page never lets go of the keyboard');
  return [...flaws, ...[...wanted].map((stop) => `not reached: ${stop}`)];
}

/** Presses Tab until something has the focus. @throws Error when nothing of the page is it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = `document.activeElement?.matches(${JSON.stringify(selector)}) === true`;
  for (let count = 0; count < MOST_STOPS; count += 1) {
    if (await page.evaluate<boolean>(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} with Tab`);
}

/** Pastes a text where the focus is, as a spreadsheet leaves it on the clipboard. */
export const pasteInto = (page: Page, text: string): Promise<void> =>
  page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
