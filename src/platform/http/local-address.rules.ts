/** An address of this very site: one slash, then what our own addresses are made of. No `//host`, no `/\host`, no scheme. */
const LOCAL = /^\/(?:[a-z0-9][a-z0-9-]*(?:\/[A-Za-z0-9][A-Za-z0-9-]*)*)?(?:\?[A-Za-z0-9=&_.%-]*)?$/;
const MOST_CHARACTERS = 200;

/** Where to go after signing in: the address asked for when it is one of ours, else the home page. */
export function localAddress(text: string | null | undefined): string {
  return typeof text === 'string' && text.length <= MOST_CHARACTERS && LOCAL.test(text) ? text : '/';
}
