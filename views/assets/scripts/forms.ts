import { offerCopies } from './copy.js';
import { offerToShowPasswords } from './show-password.js';

/** Adds to the forms of a page what a browser can do for whoever fills them; without it they work all the same. */
export function enhanceForms(root: Document): void {
  offerToShowPasswords(root);
  offerCopies(root);
  focusSummary(root);
  sendOnce(root);
}

/** A refused form opens on what is to be corrected, so that a keyboard or a screen reader starts there. */
function focusSummary(root: Document): void {
  root.querySelector<HTMLElement>('[data-focus]')?.focus();
}

/** After this long, in milliseconds, a form may be sent again: an answer that is a file leaves its page in place. */
const MOMENT = 3000;

/** A second press on the button of a form that is on its way sends nothing: no second invitation, no second token. */
function sendOnce(root: Document): void {
  const onTheirWay = new WeakSet<HTMLFormElement>();
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    // Held back by its own script, which sends it a moment later: this press is not the one.
    if (event.defaultPrevented) return;
    if (onTheirWay.has(form)) {
      event.preventDefault();
      return;
    }
    onTheirWay.add(form);
    setTimeout(() => onTheirWay.delete(form), MOMENT);
  });
}
