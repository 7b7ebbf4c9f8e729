import { sentence } from '../../../../src/kernel/french-text.rules.js';
import type { EntryGrid } from './entry-grid.js';

/**
 * Below a year by months: which cell has the focus and what is said of it, for eyes. Its columns have no room for words;
 * screen readers hear the note of each cell from the cell itself.
 */
export function showCellWords(place: HTMLElement | null, form: HTMLFormElement, grid: EntryGrid): void {
  if (place === null) return;
  const tell = (): void => {
    const cell = grid.cellOf(document.activeElement);
    if (cell === null) return;
    place.textContent = cell.words === '' ? cell.label : sentence`${cell.label} : ${cell.words}`;
  };
  form.addEventListener('focusin', tell);
  const notes = form.querySelector('table');
  if (notes !== null) new MutationObserver(tell).observe(notes, { childList: true, subtree: true });
}
