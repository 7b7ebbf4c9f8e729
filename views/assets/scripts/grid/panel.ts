import { element } from './elements.js';
import type { GridCell } from './grid-cell.js';

const UNAVAILABLE = 'Le détail de ce chiffre ne peut pas être lu pour le moment. Échap revient à la grille.';

/** The panel beside the grid: what is known of one cell. */
export class CellPanel {
  private opened: GridCell | null = null;
  private asked = 0;

  constructor(private readonly place: HTMLElement) {
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.opened === null || event.defaultPrevented) return;
      event.preventDefault();
      this.opened.focus();
    });
  }

  /** Reads the page of a cell and shows what it holds, with the focus on its title. */
  async open(cell: GridCell, takesFocus = true): Promise<void> {
    this.opened = cell;
    this.asked += 1;
    const turn = this.asked;
    const sheet = await sheetOf(cell).catch(() => null);
    // Another cell was asked for meanwhile.
    if (turn !== this.asked) return;
    const shown = sheet ?? element('p', 'notice watch', UNAVAILABLE);
    this.place.replaceChildren(shown);
    if (!takesFocus) return;
    const title = shown.querySelector<HTMLElement>('h1, h2, h3') ?? shown;
    title.tabIndex = -1;
    title.focus();
  }
}

async function sheetOf(cell: GridCell): Promise<HTMLElement | null> {
  const { period, key } = cell.id;
  const response = await fetch(`/saisie/${period}/${encodeURIComponent(key)}`, {
    headers: { accept: 'text/html' },
  });
  if (!response.ok || response.redirected) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector<HTMLElement>('#fiche');
}
