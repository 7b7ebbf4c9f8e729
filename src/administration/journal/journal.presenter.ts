import type { Person } from '../../accounts/people/person.types.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import type { JournalPage } from '../../platform/audit/audit-journal.service.js';
import { AUDIT_FAMILIES, AUDIT_WORDS, auditWords } from '../../platform/audit/audit-words.js';
import type { JournalEntry } from '../../platform/audit/audit.types.js';
import { administrationRooms } from '../rooms.rules.js';
import type { AskedFilter } from './journal-filter.rules.js';
import { changeLines, type JournalNames, subjectWords, whoWords } from './journal-words.rules.js';
import type { FilterChoice, JournalRow, JournalView } from './journal.types.js';

export const JOURNAL_PATH = '/administration/journal';

/** The whole page. */
export function journalView(
  page: JournalPage,
  asked: AskedFilter,
  names: JournalNames,
  people: readonly Person[],
): JournalView {
  const { entries, hasNewer, hasOlder } = page;
  const parameters = parametersOf(asked);
  const [first, last] = [entries[0], entries.at(-1)];
  const link = (name: string, entry: JournalEntry): string =>
    `${JOURNAL_PATH}?${new URLSearchParams([...parameters, [name, String(entry.id)]]).toString()}`;
  const active = parameters.length > 0;
  return {
    rooms: administrationRooms('journal'),
    filters: {
      people: people.map(({ id, name, email }) =>
        choice(String(id), email === name ? name : `${name} (${email})`, String(asked.personne ?? '')),
      ),
      families: familiesOf(asked.action ?? ''),
      from: asked.du ?? '',
      to: asked.au ?? '',
      active,
    },
    hidden: parameters.map(([name, value]) => ({ name, value })),
    rows: entries.map((entry) => journalRow(entry, names)),
    empty: active
      ? 'Aucune ligne du journal ne répond à ces critères.'
      : 'Le journal est vide\u00a0: rien n’a encore été fait ici.',
    newer: hasNewer && first !== undefined ? link('apres', first) : null,
    older: hasOlder && last !== undefined ? link('avant', last) : null,
  };
}

function journalRow(entry: JournalEntry, names: JournalNames): JournalRow {
  const { id, at, actor, action, subject, before, after, requestId, details, address } = entry;
  return {
    id,
    line: `Ligne ${id}`,
    when: formatInstant(at) ?? at,
    who: whoWords(actor, names),
    what: auditWords(action),
    subject: subject === actor ? null : subjectWords(subject, names),
    changes: changeLines(before, after),
    details: [
      ...changeLines(null, details),
      ...(address === null ? [] : [`adresse réseau\u00a0: ${address}`]),
      ...(requestId === null ? [] : [`demande\u00a0: ${requestId}`]),
    ],
  };
}

function parametersOf({ personne, action, du, au }: AskedFilter): [string, string][] {
  const all: [string, string | undefined][] = [
    ['personne', personne?.toString()],
    ['action', action],
    ['du', du],
    ['au', au],
  ];
  return all.filter((one): one is [string, string] => one[1] !== undefined);
}

const choice = (value: string, label: string, chosen: string): FilterChoice => ({
  value,
  label,
  selected: value === chosen,
});

/** Families of several actions can be asked for as a whole. */
function familiesOf(chosen: string): JournalView['filters']['families'] {
  return Object.entries(AUDIT_FAMILIES).map(([family, label]) => {
    const actions = Object.entries(AUDIT_WORDS).filter(([code]) => code.startsWith(`${family}.`));
    const whole = actions.length > 1 ? [choice(family, `${label}\u00a0: tout`, chosen)] : [];
    return { label, choices: [...whole, ...actions.map(([code, words]) => choice(code, words, chosen))] };
  });
}
