import type { IsoDate } from '../kernel/period.types.js';
import type { Organisation, OrganisationDirectory, OrganisationName } from './programme.types.js';

const bears = (name: OrganisationName, day: IsoDate): boolean =>
  (name.validFrom === null || name.validFrom <= day) && (name.validTo === null || day <= name.validTo);

/** The name borne that day; before the first dated name the first one, after or between them the last one begun. */
export function nameAt(names: readonly OrganisationName[], day: IsoDate): OrganisationName | undefined {
  const borne = names.find((name) => bears(name, day));
  if (borne !== undefined) return borne;
  return names.findLast((name) => name.validFrom !== null && name.validFrom <= day) ?? names[0];
}

/** Looks names up by code. */
export function organisationDirectory(all: Organisation[]): OrganisationDirectory {
  const byCode = new Map(all.map((organisation) => [organisation.code, organisation]));
  return {
    all,
    nameAt(code, day) {
      const organisation = byCode.get(code);
      if (organisation === undefined) throw new RangeError(`no such organisation: ${code}`);
      // A body that nobody named yet must not take a page down.
      return (
        nameAt(organisation.names, day) ?? {
          name: code,
          nameInSentence: code,
          validFrom: null,
          validTo: null,
        }
      );
    },
  };
}
