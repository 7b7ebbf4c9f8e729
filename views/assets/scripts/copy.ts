const COPIED = 'Copié.';
const REFUSED = 'La copie n’a pas été possible : sélectionnez le texte, puis copiez-le.';

/** The text of an element as it is to be pasted: one line for each item of a list. */
function textToCopy(element: HTMLElement): string {
  const items = [...element.querySelectorAll('li')];
  const texts = items.length === 0 ? [element] : items;
  return texts.map(({ textContent }) => (textContent ?? '').trim()).join('\n');
}

/** What was done is said where the button stands, to the eye and to screen readers. */
function statusBeside(button: Element): HTMLElement {
  const status = document.createElement('p');
  status.className = 'copy-status';
  status.setAttribute('role', 'status');
  button.after(status);
  return status;
}

/**
 * Shows the buttons that copy, `<button data-copy="id" hidden>`, where the browser can: a clipboard needs https or
 * localhost, and a page over plain http keeps its text to be selected.
 */
export function offerCopies(root: Document): void {
  if (navigator.clipboard === undefined) return;
  for (const button of root.querySelectorAll<HTMLElement>('[data-copy]')) {
    const source = root.getElementById(button.dataset['copy'] ?? '');
    if (source === null) continue;
    const status = statusBeside(button);
    button.hidden = false;
    button.addEventListener('click', () => {
      // Emptied first: the same words said twice are only heard when they come back.
      status.textContent = '';
      navigator.clipboard.writeText(textToCopy(source)).then(
        () => (status.textContent = COPIED),
        () => (status.textContent = REFUSED),
      );
    });
  }
}
