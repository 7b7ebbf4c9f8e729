import { CALLERS, makeCaller, type CallerName, type TestCaller } from '../support/callers.js';
import { headerOf, send, type RawAnswer } from '../support/raw-http.js';
import { methodOf } from './access-matrix.js';
import type { Visibility } from './expectations.js';
import type { Row, Sent } from './row.types.js';
import type { World } from './world.js';

/** Sends requests of rows, counts them and keeps who was let in out of the way of the next. */
export class Asker {
  requests = 0;
  private readonly known = new Map<CallerName, TestCaller>();
  private readonly shared = new Map<Row, { shown: Visibility; sent: Sent }>();

  constructor(readonly world: World) {}

  /** A caller met before; a new one when what is asked may end their session or change who they are. */
  async caller(name: CallerName, isNew = false): Promise<TestCaller> {
    const known = this.known.get(name);
    if (known !== undefined && !isNew) return known;
    const made = await makeCaller(this.world.server, name, this.world.passwordHash);
    if (!isNew) this.known.set(name, made);
    return made;
  }

  /** A request of a row, about something of its own. */
  async sample(row: Row, caller: TestCaller): Promise<Sent> {
    return row.sample(this.world, caller);
  }

  /**
   * The same for what leaves the thing as it is, readings and refused writes: made once for all the callers whom it does not
   * ask about. Most of them are refused, and what they are refused took a quarter of the time to make.
   */
  async lastingSample(row: Row, caller: TestCaller): Promise<Sent> {
    const { shown } = this.world;
    const made = this.shared.get(row);
    if (made?.shown === shown) return made.sent;
    const sent = await this.sample(row, caller);
    if (row.sample.length < 2) this.shared.set(row, { shown, sent });
    return sent;
  }

  async send(method: string, sent: Sent, caller: Pick<TestCaller, 'headers'> | null): Promise<RawAnswer> {
    this.requests += 1;
    const headers = { ...caller?.headers, ...sent.headers };
    // A row may bring a cookie of its own, beside its caller's.
    const cookies = [caller?.headers['cookie'], sent.headers?.['cookie']].filter((one) => one !== undefined);
    if (cookies.length > 0) headers['cookie'] = cookies.join('; ');
    return send(this.world.server.url, { method, ...sent, headers });
  }

  /** What a row answers to a caller. @param acts whether it is accepted, and changes something */
  async ask(row: Row, name: CallerName, acts: boolean): Promise<string> {
    const caller = await this.caller(name, acts);
    const sent = await (acts ? this.sample(row, caller) : this.lastingSample(row, caller));
    return letterOf(methodOf(row), await this.send(methodOf(row), sent, caller));
  }
}

export const EVERYBODY: readonly CallerName[] = CALLERS;

/** What an answer means; a status that means nothing here is given back with its text. */
export function letterOf(method: string, answer: RawAnswer): string {
  const { status } = answer;
  const reads = method === 'GET' || method === 'HEAD';
  if (status === 401 || (reads && status === 303 && headerOf(answer, 'location').startsWith('/connexion')))
    return 'l';
  if ((status >= 200 && status < 300) || status === 303) return 'o';
  if (status === 403) return 'r';
  if (status === 404) return 'h';
  if ([400, 409, 410, 413, 415, 422, 429].includes(status)) return 'x';
  return `${status} ${answer.text.slice(0, 200)}`;
}
