import { formatNumber, pluralCategory } from '../../kernel/french-number.rules.js';
import { slug, typographic } from '../../kernel/french-text.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Territory } from '../../programme/programme.types.js';
import { administrationRooms } from '../rooms.rules.js';
import {
  departementForm,
  levelWords,
  newTerritoryForm,
  TERRITORIES_PATH,
  territoryForm,
  territoryPath,
} from './territory-forms.presenter.js';
import type { TerritoriesQuery } from './territories.schema.js';
import type { TerritoriesView, TerritoryRowView, TerritoryView } from './territories.types.js';

/** From the widest; other levels come after, in the order of their names. */
const RANKS = ['region', 'departement', 'pays', 'intercommunalite', 'epci', 'commune'];

/** Which form of the room was refused. */
export type RefusedForm = { form: 'departement' | 'new'; refusal: Refusal } | null;

interface Shown {
  all: readonly Territory[];
  departements: readonly { code: string; name: string }[];
  query: TerritoriesQuery;
}

const counted = (count: number): string =>
  `${formatNumber(count)} territoire${pluralCategory(count) === 'one' ? '' : 's'}`;

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf({ fait, crees = 0, modifies = 0 }: Partial<TerritoriesQuery>): string | null {
  if (fait === 'creation') return 'Le territoire est ajouté.';
  if (fait === 'description') return 'Le territoire est enregistré.';
  if (fait !== 'ajout') return null;
  if (crees + modifies === 0) return typographic('Tout y était déjà : rien n’a changé.');
  const added = crees === 0 ? 'Aucun territoire ajouté' : `${counted(crees)} ajouté${crees < 2 ? '' : 's'}`;
  return modifies === 0 ? `${added}.` : `${added}, ${formatNumber(modifies)} mis à jour.`;
}

/**
 * The list of territories. Hundreds of communes are one step away, in their intercommunality, or by their name: the page
 * stays light.
 */
export function territoriesPage(
  { all, departements, query }: Shown,
  refused: RefusedForm,
): PageBody<TerritoriesView> {
  const within = all.find(({ code }) => query.dans !== '' && slug(code) === slug(query.dans)) ?? null;
  const rows = chosen(all, query.nom, within);
  const children = countChildren(all);
  const names = new Map(all.map(({ code, name }) => [code, name]));
  const refusalOf = (form: 'departement' | 'new'): Refusal | null =>
    refused?.form === form ? refused.refusal : null;
  return {
    title: 'Territoires',
    description: 'Les lieux sur lesquels portent les chiffres.',
    section: 'administration',
    updated: null,
    ...(refused === null ? {} : { status: refused.refusal.status }),
    content: {
      rooms: administrationRooms('territories'),
      notice: noticeOf(query),
      search: query.nom,
      within:
        within === null ? null : { code: within.code, name: within.name, href: territoryPath(within.code) },
      count:
        rows.length === all.length
          ? counted(all.length)
          : `${counted(rows.length)} sur ${formatNumber(all.length)}`,
      isNarrowed: query.nom !== '' || within !== null,
      rows: rows.map((one) => rowView(one, names, children.get(one.code) ?? 0)),
      departement: departementForm(departements, all, refusalOf('departement')),
      form: newTerritoryForm(all, refusalOf('new')),
    },
  };
}

/** By name or code anywhere; else what stands in a territory; else all but communes, which are in theirs. */
function chosen(all: readonly Territory[], search: string, within: Territory | null): Territory[] {
  // Written with or without hyphens and accents.
  const wanted = slug(search);
  const isIn = ({ parentCode }: Territory): boolean => within === null || parentCode === within.code;
  const isSought = ({ name, code, inseeCode }: Territory): boolean =>
    slug(`${name} ${code} ${inseeCode ?? ''}`).includes(wanted);
  const isWide = ({ level, parentCode }: Territory): boolean => level !== 'commune' || parentCode === null;
  const found = all.filter(
    (one) => isIn(one) && (search.trim() === '' ? within !== null || isWide(one) : isSought(one)),
  );
  const rank = ({ level }: Territory): number => {
    const place = RANKS.indexOf(level);
    return place === -1 ? RANKS.length : place;
  };
  return found.toSorted((one, other) => rank(one) - rank(other));
}

function countChildren(all: readonly Territory[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parentCode } of all) {
    if (parentCode !== null) counts.set(parentCode, (counts.get(parentCode) ?? 0) + 1);
  }
  return counts;
}

function rowView(
  { code, name, level, inseeCode, parentCode }: Territory,
  names: ReadonlyMap<string, string>,
  children: number,
): TerritoryRowView {
  return {
    code,
    name,
    href: territoryPath(code),
    level: levelWords(level),
    inseeCode: inseeCode ?? '',
    parent: parentCode === null ? null : (names.get(parentCode) ?? parentCode),
    children:
      children === 0
        ? null
        : { text: counted(children), href: `${TERRITORIES_PATH}?dans=${encodeURIComponent(slug(code))}` },
  };
}

/** The page of one territory. */
export function territoryPage(
  territory: Territory,
  all: readonly Territory[],
  done: string | undefined,
  refusal: Refusal | null,
): PageBody<TerritoryView> {
  const { code, name, level } = territory;
  return {
    title: `Territoire ${code}`,
    description: `Le nom et la place du territoire ${code}.`,
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('territories'),
      notice: noticeOf({ fait: done }),
      back: TERRITORIES_PATH,
      code,
      name,
      level: levelWords(level),
      form: territoryForm(territory, all, refusal),
    },
  };
}
