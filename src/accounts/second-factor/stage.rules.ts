import type { SessionStage } from '../account.types.js';

/** Pages of those who have not signed in yet: nowhere to send somebody who has. */
const DOORS = /^\/(?:connexion|premiere-connexion|mot-de-passe-oublie|nouveau-mot-de-passe)(?:[/?]|$)/;

/** `?next=` for the page that goes on to it; nothing for the home page, where everybody ends anyway. */
const goingOnTo = (next: string): string => (next === '/' ? '' : `?next=${encodeURIComponent(next)}`);

/**
 * Where a session has to go next: to the code of the second factor, to its setting up, or, once everything was given,
 * to the page that was asked for.
 *
 * @param next an address of ours, as `localAddress` gives it.
 */
export function stagePath(stage: SessionStage, next = '/'): string {
  const wanted = DOORS.test(next) ? '/' : next;
  switch (stage) {
    case 'second_factor':
      return `/connexion/second-facteur${goingOnTo(wanted)}`;
    case 'enrolment':
      return `/mon-compte/second-facteur${goingOnTo(wanted)}`;
    case 'full':
      return wanted;
  }
}
