import { enhanceAssistant } from './assistant.js';

const LOST = 'L’aperçu n’a pas pu être mis à jour : réessayez.';

/** Shows what each answer changes as soon as it is given, and keeps the focus where it was. */
export function enhancePreview(preview: HTMLElement): void {
  begin(preview);
  let turn = 0;
  preview.addEventListener('change', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const form = field.form;
    if (form === null || field.closest('[data-live]') === null) return;
    turn += 1;
    const mine = turn;
    void answered(form, field).then((page) => {
      // Another answer was given meanwhile: its own page comes.
      if (mine !== turn) return;
      const fresh = page?.querySelector<HTMLElement>('[data-preview]') ?? null;
      if (fresh === null) say(preview, LOST);
      else show(preview, fresh);
    });
  });
}

/** The page with one answer more: the others are known already. */
async function answered(
  form: HTMLFormElement,
  { name, value }: HTMLInputElement | HTMLSelectElement,
): Promise<Document | null> {
  const token = form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '';
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams([
        ['_csrf', token],
        [name, value],
      ]),
    });
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return null;
  }
}

function show(preview: HTMLElement, fresh: HTMLElement): void {
  const { activeElement } = document;
  const mark = activeElement instanceof HTMLElement ? markOf(activeElement) : null;
  const opened = [...preview.querySelectorAll<HTMLDetailsElement>('details')].map(({ open }) => open);
  preview.replaceChildren(...fresh.childNodes);
  const details = [...preview.querySelectorAll<HTMLDetailsElement>('details')];
  if (details.length === opened.length)
    for (const [index, one] of details.entries()) one.open = opened[index] ?? one.open;
  begin(preview);
  if (mark !== null) preview.querySelector<HTMLElement>(mark)?.focus({ preventScroll: true });
  say(preview, preview.querySelector('#importer, [data-foot-words]')?.textContent?.trim() ?? '');
}

/** How a control is found again in a page drawn anew. */
function markOf(element: HTMLElement): string | null {
  if (element instanceof HTMLInputElement && element.type === 'radio')
    return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return element.id === '' ? null : `#${CSS.escape(element.id)}`;
}

/** Of a preview drawn anew. */
function begin(preview: HTMLElement): void {
  for (const assistant of preview.querySelectorAll<HTMLElement>('[data-assistant]'))
    enhanceAssistant(assistant);
  const button = preview.querySelector<HTMLElement>('[data-update]');
  if (button !== null) button.hidden = true;
}

function say(preview: HTMLElement, words: string): void {
  const place = preview.querySelector<HTMLElement>('[data-said]');
  if (place !== null) place.textContent = words;
}
