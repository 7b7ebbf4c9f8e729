import { slug } from '../kernel/french-text.rules.js';
import type { Exercice, Programme, Territory } from './programme.types.js';

/** What `GET /api/v1/programme` answers. */
export interface ProgrammeAnswer {
  code: string;
  slug: string;
  name: string;
  tagline: string;
  purpose: string;
  carriedBy: string;
  territory: { code: string; name: string; level: string; inseeCode: string | null };
  visibility: Programme['visibility'];
  links: Programme['links'];
  sourceStatement: string;
  licence: string | null;
  exercices: Exercice[];
}

/** The programme as the API tells it. */
export function programmeAnswer(
  programme: Programme,
  territories: Territory[],
  exercices: Exercice[],
): ProgrammeAnswer {
  const { territoryCode, visibility, links, sourceStatement, licence, ...identity } = programme;
  const territory = territories.find((candidate) => candidate.code === territoryCode);
  return {
    code: identity.code,
    slug: slug(identity.code),
    name: identity.name,
    tagline: identity.tagline,
    purpose: identity.purpose,
    carriedBy: identity.carriedBy,
    territory: {
      code: territoryCode,
      name: territory?.name ?? territoryCode,
      level: territory?.level ?? '',
      inseeCode: territory?.inseeCode ?? null,
    },
    visibility,
    links,
    sourceStatement,
    licence,
    exercices,
  };
}
