import { showCellWords } from './cell-words.js';
import { listenToCarry } from './carry.js';
import { announcer } from './elements.js';
import { EntryGrid } from './entry-grid.js';
import { GridCell } from './grid-cell.js';
import { GridKeyboard } from './keyboard.js';
import { KeptCells } from './kept-cells.js';
import { Outbox } from './outbox.js';
import { CellPanel } from './panel.js';
import { pasteBlock } from './paste.js';
import { rowsByName } from './paste-names.js';
import type { GridSize } from './paste-plan.js';
import { PasteReport } from './paste-report.js';
import { CellPost } from './post-cells.js';
import { Sender } from './sender.js';
import { StatusLine } from './status-line.js';
import { takenUpWords } from './words.js';

/** Nobody waits longer, in milliseconds, for what they typed to be saved before they see its sheet. */
const LONGEST_PAUSE = 2_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((over) => {
    setTimeout(over, milliseconds);
  });

/** The storage of the browser; null where people or their settings close it. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The cells of the form, each with its place: rows that are only shown count too. */
function cellsOf(form: HTMLFormElement): GridSize & { cells: GridCell[] } {
  const rows = [...form.querySelectorAll('[data-row]')];
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-cell]')];
  const period = form.dataset['period'] ?? '';
  const columns = [...new Set(inputs.map(({ dataset }) => dataset['column'] ?? period))];
  const cells = inputs.map((input, index) => {
    if (input.id === '') input.id = `case-${index + 1}`;
    const parent = input.closest('[data-row]');
    const row = parent === null ? index : rows.indexOf(parent);
    return new GridCell(input, period, { row, column: columns.indexOf(input.dataset['column'] ?? period) });
  });
  const names = rowsByName(rows.map((row) => row.querySelector('.row-name')?.textContent ?? ''));
  return { cells, rows: Math.max(rows.length, cells.length), columns: columns.length, names };
}

/** Makes a spreadsheet of the form of a period; the form itself stays, for whoever sends it whole. */
export function enhanceGrid(form: HTMLFormElement): void {
  const { cells, ...size } = cellsOf(form);
  const outbox = new Outbox(new KeptCells(storage(), form.dataset['author'] ?? ''));
  const line = document.querySelector<HTMLElement>('[data-progress]');
  const status = line === null ? null : new StatusLine(line, outbox);
  const panelPlace = document.querySelector<HTMLElement>('[data-panel]');
  const post = new CellPost(form);
  const refresh = (cell: GridCell): void => {
    void post.freshPage().then((page) => {
      if (page !== null) cell.refresh(page);
    });
  };
  const settled = (): Promise<unknown> => Promise.race([sender.flush(), pause(LONGEST_PAUSE)]);
  const panel = panelPlace === null ? null : new CellPanel(panelPlace, { settled, changed: refresh });
  const report = new PasteReport(form);
  const announce = announcer(form);
  const grid = new EntryGrid(cells, outbox, report, { announce, changed: () => sender.soon() });
  const sender = new Sender(outbox, {
    post: (period, batch) => post.send(period, batch),
    renew: () => post.renew(),
    settled: (answers, progress) => {
      grid.settled(answers);
      status?.tellProgress(progress);
    },
    rejected: (cell, message) => grid.rejected(cell, message),
    changed: (state) => status?.tellState(state, new Date()),
    later: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const keyboard = new GridKeyboard(grid, panel);
  showCellWords(document.querySelector<HTMLElement>('[data-cell-words]'), form, grid);
  listen(form, grid, keyboard, (event, cell) => pasteBlock(event, cell, grid, size, report));
  listenToCarry(form, grid, announce);
  sendBeforeLeaving(form, grid, outbox, sender);
  const restored = grid.takeUp();
  grid.commitAll(grid.cellOf(document.activeElement));
  if (restored > 0) {
    announce(takenUpWords(restored));
    void sender.flush();
  }
}

function listen(
  form: HTMLFormElement,
  grid: EntryGrid,
  keyboard: GridKeyboard,
  paste: (event: ClipboardEvent, cell: GridCell) => void,
): void {
  form.addEventListener('keydown', (event) => keyboard.pressed(event));
  form.addEventListener('input', ({ target }) => {
    const cell = grid.cellOf(target);
    if (cell !== null) grid.typing(cell);
  });
  // While a button is being pressed nothing may move: the note of the cell that is left would push it away.
  let isPressing = false;
  document.addEventListener('pointerdown', () => (isPressing = true));
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      isPressing = false;
      setTimeout(() => grid.commitAll(grid.cellOf(document.activeElement)));
    });
  }
  form.addEventListener('focusout', ({ target }) => {
    const cell = grid.cellOf(target);
    if (cell !== null && !isPressing) grid.commit(cell);
  });
  let last: GridCell | null = null;
  form.addEventListener('focusin', ({ target }) => {
    last = grid.cellOf(target) ?? last;
  });
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.row-name') : null;
    const isOfRow = ({ input }: GridCell): boolean => input.closest('[data-row]')?.contains(link) === true;
    // A row of several months: the one where its reader was.
    const cell = last !== null && isOfRow(last) ? last : grid.cells.find(isOfRow);
    if (link === null || cell === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    keyboard.openPanel(cell);
  });
  form.addEventListener('paste', (event) => {
    const cell = grid.cellOf(event.target);
    if (cell !== null) paste(event, cell);
  });
}

/** What was typed leaves with the page, or is kept; the form itself is only sent once its cells are. */
function sendBeforeLeaving(form: HTMLFormElement, grid: EntryGrid, outbox: Outbox, sender: Sender): void {
  window.addEventListener('online', () => void sender.wake());
  window.addEventListener('focus', () => void sender.wake());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sender.wake();
  });
  window.addEventListener('pagehide', () => {
    grid.commitAll();
    void sender.flush();
  });
  window.addEventListener('beforeunload', (event) => {
    grid.commitAll();
    if (outbox.unkept > 0) event.preventDefault();
  });
  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) return;
    grid.commitAll();
    if (outbox.count === 0) return;
    event.preventDefault();
    const { submitter } = event;
    void sender.flush().then((isEmpty) => {
      if (!isEmpty) return;
      isSent = true;
      form.requestSubmit(submitter);
    });
  });
}
