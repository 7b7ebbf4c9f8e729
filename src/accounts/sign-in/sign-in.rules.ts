import { needsSecondFactor } from '../access/permissions.rules.js';
import type { Role, SessionStage } from '../account.types.js';

/** How far the right password alone leads: to the code, to setting up a second factor, or all the way. */
export function stageAfterPassword(person: { role: Role; totpSeed: string | null }): SessionStage {
  if (person.totpSeed !== null) return 'second_factor';
  return needsSecondFactor(person.role) ? 'enrolment' : 'full';
}
