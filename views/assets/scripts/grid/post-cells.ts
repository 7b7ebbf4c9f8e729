import type { CellAnswer, GridProgress, SendingResult, TypedCell } from './cell.types.js';

/** A server that takes longer is as good as absent: the cells are kept and sent again. */
const LONGEST_WAIT = 20_000;
/** What a browser sends even when the page closes meanwhile has this limit. */
const MOST_KEPT_ALIVE = 60_000;

const UNREACHABLE: SendingResult = { kind: 'unreachable' };
const SIGNED_OUT: SendingResult = { kind: 'signed-out' };
const REFUSED = 'Le serveur n’a pas accepté cette case.';

/** What our own server wrote. */
interface SavesAnswer {
  cells: CellAnswer[];
  progress: GridProgress | null;
}

function isAnswer(value: unknown): value is SavesAnswer {
  return typeof value === 'object' && value !== null && 'cells' in value && Array.isArray(value.cells);
}

async function refusalOf(response: Response): Promise<SendingResult> {
  const problem: unknown = await response.json().catch(() => null);
  const told = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : null;
  return { kind: 'rejected', message: typeof told === 'string' ? told : REFUSED };
}

async function read(response: Response): Promise<SendingResult> {
  const { status } = response;
  if (status === 401 || status === 403 || response.redirected) return SIGNED_OUT;
  if (status === 408 || status === 425 || status === 429 || status >= 500) return UNREACHABLE;
  if (!response.ok) return refusalOf(response);
  const answer: unknown = await response.json();
  return isAnswer(answer)
    ? { kind: 'answered', cells: answer.cells, progress: answer.progress }
    : UNREACHABLE;
}

const csrfFields = (root: ParentNode): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>('input[name="_csrf"]'),
];

/** Sends cells to where the form says. */
export class CellPost {
  private readonly author: string | undefined;

  constructor(private readonly form: HTMLFormElement) {
    this.author = form.dataset['author'];
  }

  async send(period: string, cells: readonly TypedCell[]): Promise<SendingResult> {
    const body = JSON.stringify({
      cells: cells.map(({ key, typed, version }) => ({ key, typed, version })),
    });
    try {
      const response = await fetch(this.addressFor(period), {
        method: 'POST',
        body,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'x-csrf-token': csrfFields(this.form)[0]?.value ?? '',
        },
        keepalive: body.length < MOST_KEPT_ALIVE,
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      return await read(response);
    } catch {
      return UNREACHABLE;
    }
  }

  /** The page as the server would draw it now; null when it cannot. */
  async freshPage(): Promise<Document | null> {
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } });
      return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
    } catch {
      return null;
    }
  }

  /** Takes the token of the session that there is now from a fresh copy of the page, when it is the same person's. */
  async renew(): Promise<boolean> {
    const page = await this.freshPage();
    if (page === null) return false;
    const form = page.querySelector<HTMLFormElement>('form[data-grid]');
    const token = form === null ? undefined : csrfFields(form)[0]?.value;
    if (form?.dataset['author'] !== this.author || token === undefined) return false;
    for (const field of csrfFields(document)) field.value = token;
    return true;
  }

  private addressFor(period: string): string {
    const { save = '', period: shown = '' } = this.form.dataset;
    return save.replace(`/${shown}/`, `/${period}/`);
  }
}
