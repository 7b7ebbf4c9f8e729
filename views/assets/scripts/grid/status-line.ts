import type { GridProgress } from './cell.types.js';
import { element } from './elements.js';
import type { Outbox } from './outbox.js';
import type { SendingState } from './sender.js';
import { savedAt, SENDING, signedOutWords, waitingWords } from './words.js';

/** The line that says how far the period is, and whether what was typed is safe. */
export class StatusLine {
  private readonly progress: HTMLElement;
  private readonly saving: HTMLElement;

  constructor(
    line: HTMLElement,
    private readonly outbox: Outbox,
  ) {
    this.progress = element('span', 'progress-words', line.textContent?.trim() ?? '');
    this.saving = element('span', 'saving-words');
    line.replaceChildren(this.progress, ' ', this.saving);
  }

  /** « 17 sur 20 renseignés ». */
  tellProgress(progress: GridProgress | null): void {
    if (progress !== null && progress.text !== this.progress.textContent)
      this.progress.textContent = progress.text;
  }

  tellState(state: SendingState, now: Date): void {
    const { count, unkept } = this.outbox;
    this.saving.dataset['sending'] = state;
    switch (state) {
      case 'rest':
        if (count === 0) this.saving.textContent = savedAt(now);
        return;
      case 'sending':
        this.saving.textContent = SENDING;
        return;
      case 'waiting':
        this.saving.textContent = waitingWords(count, unkept);
        return;
      case 'signed-out':
        this.saving.textContent = signedOutWords(count, unkept);
    }
  }
}
