import { element } from './elements.js';
import type { GridCell } from './grid-cell.js';
import type { PastePlan } from './paste-plan.js';
import { leftOutWords, pasteWords } from './words.js';

const TO_REVIEW = new Set(['refused', 'conflict', 'review']);

/** Says above the grid what became of a pasted block, with a link to each cell to look at again. */
export class PasteReport {
  private readonly box = element('div', 'paste-report');
  private current: { cells: readonly GridCell[]; plan: PastePlan } | null = null;

  constructor(form: HTMLFormElement) {
    this.box.setAttribute('role', 'status');
    this.box.hidden = true;
    (form.querySelector('table') ?? form).before(this.box);
  }

  open(cells: readonly GridCell[], plan: PastePlan): void {
    this.current = { cells, plan };
    this.update();
  }

  close(): void {
    this.current = null;
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /** Called when cells of the block were answered, or changed again. */
  update(): void {
    if (this.current === null) return;
    const { cells, plan } = this.current;
    const toReview = cells.filter(({ input }) => TO_REVIEW.has(input.dataset['state'] ?? ''));
    const words = element('p', '', pasteWords(cells.length - toReview.length, toReview.length));
    const list = element('ul', 'lines');
    for (const cell of toReview) {
      const link = element('a', '', cell.label);
      link.href = `#${cell.input.id}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        cell.focus();
      });
      const line = element('li', '');
      line.append(link);
      list.append(line);
    }
    const others = leftOutWords(plan).map((text) => element('p', 'hint', text));
    this.box.replaceChildren(words, ...(toReview.length > 0 ? [list] : []), ...others);
    this.box.className = toReview.length > 0 ? 'notice watch paste-report' : 'notice paste-report';
    this.box.hidden = false;
  }
}
