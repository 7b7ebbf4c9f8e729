import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One save as the page sends it. */
interface Sent {
  key: string;
  typed: string;
  version: number;
}

interface Kept {
  typed: string;
  author: string;
}

const ASSETS = 'dist/assets';
const MANIFEST = 'manifest.json';
const FORM = '/saisie/2020-09';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A page with the grid's markup and a server that keeps every version of its cells, so that what depends on the
 * network, on a session and on somebody else may be decided by the test.
 */
export class GridStand {
  readonly versions = new Map<string, Kept[]>();
  /** What the period before says of some rows. */
  readonly carried = new Map<string, string>();
  pages = 0;
  requests = 0;
  token = 'first';
  private signedIn = true;
  private readonly server: Server;
  url = '';

  constructor(
    readonly keys: readonly string[],
    private readonly columns: readonly string[] = [],
  ) {
    this.server = createServer((request, response) => {
      const answer = (status: number, type: string, body: string | Buffer): void => {
        response.writeHead(status, { 'content-type': type });
        response.end(body);
      };
      const [path = '/'] = (request.url ?? '/').split('?');
      if (path.startsWith('/assets/')) {
        const name = path.slice('/assets/'.length);
        const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
        return answer(200, type, readFileSync(join(ASSETS, name)));
      }
      if (request.method !== 'POST') {
        if (path === FORM) this.pages += 1;
        return answer(200, 'text/html; charset=utf-8', path === FORM ? this.page() : panelOf(path));
      }
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString('utf8')));
      request.on('end', () => {
        this.requests += 1;
        if (path === FORM) {
          response.writeHead(303, { location: `${FORM}?fait=transmis-1` });
          return response.end();
        }
        if (!this.signedIn || request.headers['x-csrf-token'] !== this.token)
          return answer(403, 'application/json', '{}');
        const period = path.split('/')[2] ?? '';
        const { cells } = JSON.parse(body) as { cells: Sent[] };
        const written = cells.map((cell) => this.write({ ...cell, key: `${period}/${cell.key}` }, 'Camille'));
        const progress = {
          given: 1,
          expected: this.keys.length,
          toReview: 0,
          text: `${this.given} renseignés`,
        };
        answer(200, 'application/json', JSON.stringify({ cells: written, progress }));
      });
      return undefined;
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    const address = this.server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  signOut(): void {
    this.signedIn = false;
  }

  signInAgain(): void {
    this.signedIn = true;
    this.token = 'second';
  }

  /** The texts that a cell was given, first to last. */
  texts(key: string, period = '2020-09'): string[] {
    return (this.versions.get(`${period}/${key}`) ?? []).map(({ typed }) => typed);
  }

  get given(): number {
    return [...this.versions.values()].filter((kept) => kept.at(-1)?.typed !== '').length;
  }

  write({ key: id, typed, version }: Sent, author: string): object {
    const kept = this.versions.get(id) ?? [];
    const last = kept.at(-1) ?? { typed: '', author: '' };
    const key = id.split('/')[1] ?? id;
    const shown = typed === '' ? 'empty' : typed === '112 000' ? 'review' : 'draft';
    const drawn = { shown, note: `lu ${typed}`, tone: 'calm', total: typed };
    const said = { key, typed, words: typed, version: kept.length, message: '', warnings: [], theirs: null };
    const answer = { ...said, ...drawn };
    if (last.typed === typed) return { ...answer, state: 'unchanged' };
    if (typed === 'dix-huit') {
      const message = `« ${typed} » n’est pas un nombre.`;
      return { ...answer, state: 'refused', shown: 'refused', message, note: message, tone: 'late' };
    }
    if (version !== kept.length) {
      const when = '10 h 12';
      const theirs = { ...last, words: last.typed, when, version: kept.length };
      const message = `${last.author} a écrit « ${last.typed} ».`;
      return {
        ...answer,
        state: 'conflict',
        shown: 'conflict',
        theirs,
        message,
        note: message,
        tone: 'watch',
      };
    }
    this.versions.set(id, [...kept, { typed, author }]);
    return { ...answer, state: typed === '' ? 'emptied' : 'saved', version: kept.length + 1 };
  }

  private cell(key: string, column: string | null): string {
    const id = `${column ?? '2020-09'}/${key}`;
    const kept = this.versions.get(id) ?? [];
    const typed = escaped(kept.at(-1)?.typed ?? '');
    return `<td class="cell-entry"><input class="cell" name="c:${key}" data-cell data-version="${kept.length}"
      data-saved="${typed}" data-state="${typed === '' ? 'empty' : 'draft'}" value="${typed}" autocomplete="off"
      ${this.carried.has(key) ? `data-carried="${this.carried.get(key)}"` : ''}
      ${column === null ? '' : `data-column="${column}"`} aria-label="${key}, ${column ?? 'septembre 2020'}"
      aria-describedby="n-${id}"><input type="hidden" name="v:${key}" value="${kept.length}"><p class="cell-note tone-calm" id="n-${id}"></p></td>`;
  }

  private page(): string {
    const manifest = JSON.parse(readFileSync(join(ASSETS, MANIFEST), 'utf8')) as Record<string, string>;
    const columns = this.columns.length === 0 ? [null] : this.columns;
    const rows = this.keys.map(
      (key) =>
        `<tr data-row="${key}"><th scope="row">${key}</th>${columns.map((column) => this.cell(key, column)).join('')}</tr>`,
    );
    return `<!doctype html><html lang="fr"><head><title>Saisie</title><meta charset="utf-8">
      <link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/${manifest['main.css']}">
      <script type="module" src="/assets/${manifest['main.js']}"></script></head><body><main><h1>Saisie</h1>
      <form id="saisie" method="post" action="/saisie/2020-09" data-grid data-period="2020-09"
        data-save="/saisie/2020-09/cellules" data-author="12"><input type="hidden" name="_csrf" value="${this.token}">
      <p id="etat" role="status" data-progress>0 renseigné</p>
      <table class="sheet"><tbody>${rows.join('')}</tbody></table>
      <button name="action" value="reprendre" data-carry>Reprendre août</button>
      <button name="action" value="submit">Envoyer pour validation</button></form>
      <div data-panel></div></main></body></html>`;
  }
}

const panelOf = (path: string): string =>
  `<!doctype html><title>Détail</title><section id="fiche"><h2>${escaped(decodeURIComponent(path))}</h2><label>Source <input name="source"></label></section>`;
