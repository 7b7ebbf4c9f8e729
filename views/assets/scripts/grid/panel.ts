import { element } from './elements.js';
import type { GridCell } from './grid-cell.js';

const UNAVAILABLE = 'La fiche de ce chiffre ne peut pas être lue pour le moment. Échap revient à la grille.';
const NOT_SENT = 'Ce qui est dans cette fiche n’a pas pu être envoyé : réessayez dès le retour du réseau.';

/** The panel beside the grid: the sheet of one cell, whose forms are sent without leaving the page. */
export class CellPanel {
  private opened: GridCell | null = null;
  /** What stands here while no sheet does, in pages that have no room for both. */
  private readonly atRest: readonly Node[] | null;
  private asked = 0;

  constructor(
    private readonly place: HTMLElement,
    private readonly around: {
      /** What was typed in the grid is saved, or cannot be for the moment. */
      settled(): Promise<unknown>;
      changed(cell: GridCell): void;
    },
  ) {
    this.atRest = place.dataset['panel'] === 'momentary' ? [...place.childNodes] : null;
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.opened === null || event.defaultPrevented) return;
      event.preventDefault();
      if (this.atRest !== null) place.replaceChildren(...this.atRest);
      this.opened.focus();
    });
    place.addEventListener('submit', (event) => {
      const { target, submitter } = event;
      if (!(target instanceof HTMLFormElement) || this.opened === null) return;
      event.preventDefault();
      void this.send(target, submitter, this.opened);
    });
  }

  /** Reads the sheet of a cell, with the focus on its title. */
  async open(cell: GridCell): Promise<void> {
    this.opened = cell;
    this.asked += 1;
    const turn = this.asked;
    const { period, key } = cell.id;
    await this.around.settled();
    const sheet = await sheetOf(fetch(`/saisie/${period}/${encodeURIComponent(key)}`, READING));
    // Another cell was asked for meanwhile.
    if (turn !== this.asked) return;
    this.show(sheet ?? element('p', 'notice watch', UNAVAILABLE));
  }

  private async send(form: HTMLFormElement, submitter: HTMLElement | null, cell: GridCell): Promise<void> {
    const fields = new FormData(form, submitter);
    const body = form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(textsOf(fields));
    const sheet = await sheetOf(fetch(form.action, { ...READING, method: 'POST', body }));
    if (sheet === null) {
      const said = element('p', 'notice watch', NOT_SENT);
      said.setAttribute('role', 'alert');
      form.before(said);
      return;
    }
    if (this.opened === cell) this.show(sheet);
    this.around.changed(cell);
  }

  private show(sheet: HTMLElement): void {
    this.place.replaceChildren(sheet);
    const first = sheet.querySelector<HTMLElement>('[data-focus]') ?? sheet.querySelector<HTMLElement>('h2');
    const target = first ?? sheet;
    target.tabIndex = -1;
    target.focus();
  }
}

const READING: RequestInit = { headers: { accept: 'text/html' } };

const textsOf = (fields: FormData): [string, string][] =>
  [...fields].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);

/** The sheet in an answered page, a refused form included; null when there is none. */
async function sheetOf(asked: Promise<Response>): Promise<HTMLElement | null> {
  try {
    const page = new DOMParser().parseFromString(await (await asked).text(), 'text/html');
    return page.querySelector<HTMLElement>('#fiche');
  } catch {
    return null;
  }
}
