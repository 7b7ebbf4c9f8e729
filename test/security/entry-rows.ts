import { dataCallerOf } from '../../src/accounts/access/caller.rules.js';
import { EvidenceService } from '../../src/entry/evidence/evidence.service.js';
import { OTHER, OWN } from '../support/callers.js';
import { asPerson } from '../support/identities.js';
import { get, type Row } from './row.types.js';
import type { World } from './world.js';

/** A proof of a figure of an organisation. @returns its number */
async function evidenceOf(world: World, organisation: string | null): Promise<number> {
  const by = dataCallerOf(asPerson('editor'));
  if (by === null) throw new Error('an editor reads figures');
  const bytes = Buffer.from(`Appel du 2 octobre, ${world.unique()} spots.`);
  const measurement = await world.measurementOf(organisation, 'submitted');
  const { id } = await world.get(EvidenceService).add(measurement, { name: 'appel.txt', bytes }, by);
  return id;
}

/** Whoever is bound to another organisation is not told that it exists. */
const outOfReach = (organisation: string | null): Row['except'] => ({
  ...(organisation === OWN ? {} : { contributor: 'h' }),
  ...(organisation === OTHER ? {} : { otherContributor: 'h' }),
});

/** Entering figures, one by one. */
export const ENTRY_ROWS: readonly Row[] = [OWN, OTHER, null].map((organisation) =>
  get('/justificatifs/:id', 'entry:use', '', {
    about: `of ${organisation ?? 'no organisation'}`,
    sample: async (world) => ({ path: `/justificatifs/${await evidenceOf(world, organisation)}` }),
    except: outOfReach(organisation),
  }),
);
