import type { Permission } from '../../src/platform/security/permission.types.js';
import { CALLERS, type CallerName } from '../support/callers.js';

/**
 * What an answer means: `o` opened or done, `l` sign in first, `r` refused (403), `h` hidden (404: nothing says that it
 * exists), `x` understood and refused for what it holds (400, 409, 410, 415, 422, 429).
 */
export type Letter = 'o' | 'l' | 'r' | 'h' | 'x';
export type Visibility = 'public' | 'members';

/**
 * Who holds what, written out a second time, on purpose: the table of the sources is checked against this one by
 * asking the running server. Columns: visitor, share link of a dashboard, of a bilan | viewer, contributor,
 * contributor of another organisation, editor, validator, admin | half signed in, setting up the second factor |
 * tokens: read, measurements:write, both for another organisation. Pages take no token: those columns are the API's.
 */
const HELD: Readonly<Record<Permission, Record<Visibility, string>>> = {
  open: { public: 'ooo oooooo oo ooo', members: 'ooo oooooo oo ooo' },
  public: { public: 'ooo oooooo oo ooo', members: 'lll orrooo ll oro' },
  'measurements:read': { public: 'ooo oooooo oo ooo', members: 'lll oooooo ll oro' },
  read: { public: 'lll orrooo ll oro', members: 'lll orrooo ll oro' },
  'measurements:write': { public: 'lll rooooo ll roo', members: 'lll rooooo ll roo' },
  'entry:use': { public: 'lll rooooo ll rrr', members: 'lll rooooo ll rrr' },
  'imports:use': { public: 'lll rooooo ll rrr', members: 'lll rooooo ll rrr' },
  'profiles:manage': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
  'collection:manage': { public: 'lll rrrooo ll rrr', members: 'lll rrrooo ll rrr' },
  'review:read': { public: 'lll rrrooo ll rrr', members: 'lll rrrooo ll rrr' },
  'review:decide': { public: 'lll rrrroo ll rrr', members: 'lll rrrroo ll rrr' },
  'sign-in:second-factor': { public: 'lll llllll ol rrr', members: 'lll llllll ol rrr' },
  'second-factor:set-up': { public: 'lll oooooo lo rrr', members: 'lll oooooo lo rrr' },
  account: { public: 'lll oooooo ll rrr', members: 'lll oooooo ll rrr' },
  'targets:read': { public: 'lll rrrooo ll rrr', members: 'lll rrrooo ll rrr' },
  'targets:manage': { public: 'lll rrrroo ll rrr', members: 'lll rrrroo ll rrr' },
  'shares:manage': { public: 'lll rrrroo ll rrr', members: 'lll rrrroo ll rrr' },
  'programme:manage': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
  'people:manage': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
  'organisations:manage': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
  'vocabulary:manage': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
  'annotations:manage': { public: 'lll rrrooo ll rrr', members: 'lll rrrooo ll rrr' },
  'tokens:manage': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
  'journal:read': { public: 'lll rrrrro ll rrr', members: 'lll rrrrro ll rrr' },
};

const isLetter = (text: string): text is Letter => /^[olrhx]$/.test(text);

/** What a permission lets a caller do, by the table. */
export function held(
  permission: Permission,
  caller: CallerName,
  visibility: Visibility,
  isApi: boolean,
): Letter {
  const letters = [...HELD[permission][visibility].replaceAll(' ', '')];
  if (letters.length !== CALLERS.length)
    throw new Error(`${permission} does not have a letter for each caller`);
  const isToken = CALLERS.indexOf(caller) >= CALLERS.indexOf('readToken');
  const letter = letters[isToken && !isApi ? 0 : CALLERS.indexOf(caller)];
  if (letter === undefined || !isLetter(letter)) throw new Error(`${permission} holds a letter unknown here`);
  return letter;
}
