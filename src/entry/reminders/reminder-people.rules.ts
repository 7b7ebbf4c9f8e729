import type { Person } from '../../accounts/people/person.types.js';
import type { OwedFigure, OwnerKey } from '../followup/readiness.types.js';

/** Who answers for what an owner owes: the person of the plan, or the partners of an organisation. Nobody for the team. */
export function peopleOf(owner: OwnerKey, people: readonly Person[]): Person[] {
  const active = people.filter(({ state }) => state === 'active');
  const [kind = '', ...rest] = owner.split(':');
  const named = rest.join(':');
  if (kind === 'person') return active.filter(({ id }) => String(id) === named);
  if (kind !== 'organisation') return [];
  return active.filter(({ role, organisation }) => role === 'contributor' && organisation === named);
}

/** What each person owes who wants to be reminded, in the order of people; those who owe nothing are not there. */
export function peopleOwing(
  owed: readonly OwedFigure[],
  people: readonly Person[],
): { person: Person; owed: OwedFigure[] }[] {
  return people
    .filter(({ reminders }) => reminders)
    .map((person) => ({
      person,
      owed: owed.filter(({ owner }) => peopleOf(owner, people).some(({ id }) => id === person.id)),
    }))
    .filter((one) => one.owed.length > 0);
}
