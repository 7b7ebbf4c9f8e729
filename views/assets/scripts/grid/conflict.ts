import { quote } from '../../../../src/kernel/decimal-string.rules.js';
import { sentence } from '../../../../src/kernel/french-text.rules.js';
import type { TheirCell } from './cell.types.js';
import { button, element } from './elements.js';
import type { GridCell } from './grid-cell.js';

/** What somebody chooses between their own text and another person's. */
export interface ConflictChoices {
  keepMine(): void;
  takeTheirs(): void;
}

/** Takes away the question, when it is answered or has no more object. */
export function closeConflict(cell: GridCell): void {
  cell.input.closest('td')?.querySelector('.cell-conflict')?.remove();
}

function side(name: string, text: string): HTMLElement[] {
  return [element('dt', '', name), element('dd', '', text)];
}

/** Shows both texts side by side below the cell, and writes nothing before one is chosen. */
export function showConflict(cell: GridCell, theirs: TheirCell, choices: ConflictChoices): void {
  closeConflict(cell);
  const question = element('div', 'cell-conflict');
  question.setAttribute('role', 'group');
  question.setAttribute('aria-label', sentence`${cell.label} : deux saisies différentes`);
  const texts = element('dl', '');
  texts.append(
    ...side('Votre saisie', quote(cell.committed)),
    ...side(`Celle de ${theirs.author}, ${theirs.when}`, theirs.typed === '' ? 'vide' : quote(theirs.words)),
  );
  const choose = (choice: () => void) => (): void => {
    closeConflict(cell);
    choice();
    cell.focus();
  };
  const buttons = element('div', 'form-actions');
  buttons.append(
    button('Garder la mienne', choose(choices.keepMine)),
    button('Prendre la sienne', choose(choices.takeTheirs)),
  );
  question.append(texts, buttons);
  cell.input.closest('td')?.append(question);
}
