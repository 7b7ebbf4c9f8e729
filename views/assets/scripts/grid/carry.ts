import type { EntryGrid } from './entry-grid.js';
import { carriedWords } from './words.js';

/** « Reprendre août »: empty cells take what the period before says, as one step that one undo takes back. */
export function listenToCarry(
  form: HTMLFormElement,
  grid: EntryGrid,
  announce: (text: string) => void,
): void {
  form.querySelector('[data-carry]')?.addEventListener('click', (event) => {
    event.preventDefault();
    grid.commitAll();
    const empty = grid.cells.filter(({ carried, committed }) => carried !== '' && committed.trim() === '');
    grid.make(empty.map(({ id, committed, carried }) => ({ ...id, before: committed, after: carried })));
    announce(carriedWords(empty.length));
    empty[0]?.focus();
  });
}
