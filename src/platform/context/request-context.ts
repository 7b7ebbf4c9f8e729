import { AsyncLocalStorage } from 'node:async_hooks';

/** What surrounds the work under way: for the journal and for limits, never for deciding what is permitted. */
export interface Surrounding {
  /** Number of the request, null outside the web. */
  requestId: string | null;
  /** Address of the client, null outside the web. */
  address: string | null;
  /** What the client says it is, « Firefox sur Windows »; null outside the web. */
  userAgent: string | null;
  /** Who acts: `person:12`, `token:3`, `visitor`, `share:4`, `command`, `system`. */
  actor: string;
}

const OUTSIDE: Surrounding = { requestId: null, address: null, userAgent: null, actor: 'system' };
const storage = new AsyncLocalStorage<Surrounding>();

/** The surrounding of the current request or command; the server's own work when there is none. */
export const surrounding = (): Surrounding => storage.getStore() ?? OUTSIDE;

/** Runs work, and everything it awaits, in a surrounding. */
export const runIn = <T>(around: Surrounding, work: () => T): T => storage.run(around, work);

/** Says who acts, once the guard knows. */
export function actAs(actor: string): void {
  const store = storage.getStore();
  if (store !== undefined) store.actor = actor;
}
