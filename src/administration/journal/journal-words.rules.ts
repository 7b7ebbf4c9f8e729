import { FORMER_USER } from '../../accounts/people/role-words.rules.js';
import type { AuditState } from '../../platform/audit/audit.types.js';

/** Names that identifiers of the journal stand for: `person:12`, `token:3`. */
export type JournalNames = ReadonlyMap<string, string>;

const ACTORS: Readonly<Record<string, string>> = {
  visitor: 'visiteur',
  command: 'commande',
  system: 'système',
  somebody: 'identité effacée',
};

const KINDS: Readonly<Record<string, (id: string) => string>> = {
  person: (id) => `personne n°\u00a0${id}`,
  token: (id) => `jeton n°\u00a0${id}`,
  share: (id) => `lien de partage n°\u00a0${id}`,
  measurement: (id) => `mesure n°\u00a0${id}`,
  bilan: (id) => `bilan ${id}`,
  'data-set': (id) => `jeu de données ${id}`,
  exercice: (id) => `exercice ${id}`,
  organisation: (id) => `organisation ${id}`,
  programme: () => 'programme',
  journal: () => 'journal',
};

const MEMBERS: Readonly<Record<string, string>> = {
  actor: 'auteur',
  by: 'par',
  code: 'code',
  created: 'créés',
  device: 'appareil',
  email: 'adresse électronique',
  entries: 'lignes',
  expires: 'échéance',
  measurements: 'mesures n°',
  name: 'nom',
  organisation: 'organisation',
  ratePerMinute: 'demandes par minute',
  reason: 'motif',
  removed: 'effacés',
  role: 'rôle',
  scope: 'portée',
  shortenedAddresses: 'adresses tronquées',
  state: 'état',
  status: 'statut',
  unchanged: 'inchangés',
  updated: 'modifiés',
  version: 'version',
  visibility: 'visibilité',
  year: 'année',
};

/** Whom `person:12`, `token:3`, `visitor` or `command` stands for. */
export function whoWords(actor: string, names: JournalNames): string {
  const name = names.get(actor);
  if (name !== undefined) return actor.startsWith('token:') ? `jeton «\u00a0${name}\u00a0»` : name;
  if (actor.startsWith('person:')) return FORMER_USER;
  return memberOf(ACTORS, actor) ?? subjectWords(actor, names) ?? actor;
}

/** What an entry is about; null for nothing in particular. */
export function subjectWords(subject: string | null, names: JournalNames): string | null {
  if (subject === null) return null;
  const [kind = '', ...rest] = subject.split(':');
  const name = names.get(subject);
  if (name !== undefined) return kind === 'token' ? `jeton «\u00a0${name}\u00a0»` : name;
  return memberOf(KINDS, kind)?.(rest.join(':')) ?? subject;
}

/** « rôle : viewer → editor », « créés : 12 »: one line for each member that changed or was told. */
export function changeLines(before: AuditState | null, after: AuditState | null): string[] {
  const [old, fresh] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  return [...new Set([...old.keys(), ...fresh.keys()])].map((member) => {
    const told = fresh.has(member) ? valueText(fresh.get(member)) : 'rien';
    const values = old.has(member) ? `${valueText(old.get(member))} → ${told}` : told;
    return `${memberOf(MEMBERS, member) ?? member}\u00a0: ${values}`;
  });
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'rien';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A member of one of our tables: a name such as `constructor` finds nothing. */
const memberOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
