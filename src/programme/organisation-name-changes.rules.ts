import { addDays } from '../kernel/calendar.rules.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { OrganisationName } from './programme.types.js';

/** The names after a change, oldest first, or what forbids it. */
export type NamesChange = { ok: true; names: OrganisationName[] } | { ok: false; issue: InputIssue };

/** Open beginnings come before any day. */
const byBeginning = (one: OrganisationName, other: OrganisationName): number =>
  (one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1;

const refused = (issue: InputIssue): NamesChange => ({ ok: false, issue });

/** A new name from a day on: the one borne until then ends the day before. No other name may begin after that day. */
export function addName(
  names: readonly OrganisationName[],
  added: Pick<OrganisationName, 'name' | 'nameInSentence'> & { from: IsoDate },
): NamesChange {
  const { from, name, nameInSentence } = added;
  const later = names.find(({ validFrom }) => validFrom !== null && validFrom >= from);
  if (later !== undefined) {
    const message = sentence`« ${later.name} » commence le ${formatDate(later.validFrom ?? from)} : choisissez un jour plus tardif, ou corrigez ce nom.`;
    return refused({ path: 'from', code: 'name_overlap', message });
  }
  const shortened = names.map((known) =>
    known.validTo === null || known.validTo >= from ? { ...known, validTo: addDays(from, -1) } : known,
  );
  const borne = { name, nameInSentence, validFrom: from, validTo: null };
  return { ok: true, names: [...shortened, borne].sort(byBeginning) };
}

/** Another wording or other days for one of the names. They may leave gaps, never overlap. */
export function correctName(
  names: readonly OrganisationName[],
  index: number,
  corrected: OrganisationName,
): NamesChange {
  const { validFrom, validTo } = corrected;
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    const message = sentence`La fin, ${formatDate(validTo)}, vient avant le début : corrigez l’une des deux dates.`;
    return refused({ path: 'validTo', code: 'period_reversed', message });
  }
  const others = names.filter((_, place) => place !== index);
  const other = others.find((name) => overlap(name, corrected));
  if (other !== undefined) {
    const message = sentence`Ces jours sont déjà ceux de « ${other.name} » : un seul nom est porté à la fois, corrigez le début ou la fin.`;
    return refused({ path: 'validFrom', code: 'name_overlap', message });
  }
  return { ok: true, names: [...others, corrected].sort(byBeginning) };
}

const overlap = (one: OrganisationName, other: OrganisationName): boolean =>
  beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one);

const beginsBeforeEnd = (one: OrganisationName, other: OrganisationName): boolean =>
  one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo;
