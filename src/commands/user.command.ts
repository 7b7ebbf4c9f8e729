import { ROLES, type Role } from '../accounts/account.types.js';
import { normalEmail } from '../accounts/people/email.rules.js';
import type { PeopleService } from '../accounts/people/people.service.js';
import type { PersonDataService } from '../accounts/people/person-data.service.js';
import { nameFromEmail } from '../accounts/people/person-settings.rules.js';
import type { Person, PersonLink } from '../accounts/people/person.types.js';
import { ROLE_WORDS, STATE_WORDS } from '../accounts/people/role-words.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import { readArguments } from './arguments.js';
import type { Command, Terminal } from './command.types.js';
import { noArguments } from './positionals.js';
import { UsageError } from './usage-error.js';

/** The options of every action; each takes its own. */
interface Options {
  email?: string | undefined;
  role?: string | undefined;
  name?: string | undefined;
  organisation?: string | undefined;
  'second-factor'?: boolean | undefined;
  json?: boolean | undefined;
}

type Action = (options: Options, terminal: Terminal) => Promise<void>;

const ACTIONS = new Map<string, { takes: readonly (keyof Options)[]; run: Action }>([
  ['create', { takes: ['email', 'role', 'name', 'organisation', 'json'], run: create }],
  ['list', { takes: ['json'], run: list }],
  ['reset', { takes: ['email', 'second-factor', 'json'], run: reset }],
  ['disable', { takes: ['email'], run: onPerson(disable) }],
  ['enable', { takes: ['email'], run: onPerson(enable) }],
  ['anonymise', { takes: ['email'], run: onPerson(anonymise) }],
  ['export', { takes: ['email'], run: onPerson(exportPerson) }],
]);

export const userCommand: Command = {
  name: 'user',
  synopsis: [
    'create --email E --role R [--name N] [--organisation O] [--json]',
    'list [--json]',
    'reset --email E [--second-factor] [--json]',
    'disable|enable|anonymise|export --email E',
  ],
  summary: {
    fr: 'invite une personne ou aide à revenir, par un lien à usage unique ; liste, ferme, oublie et exporte des comptes',
    en: 'invites a person or helps one back in, by a one-time link; lists, closes, forgets and exports accounts',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      email: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      organisation: { type: 'string' },
      'second-factor': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [name = '', ...rest] = positionals;
    const action = ACTIONS.get(name);
    if (action === undefined) throw unknownAction();
    noArguments(rest);
    const given = Object.keys(values).find((option) => !action.takes.some((taken) => taken === option));
    if (given !== undefined) {
      throw new UsageError({
        fr: `« user ${name} » ne lit pas --${given}.`,
        en: `"user ${name}" takes no --${given}.`,
      });
    }
    await action.run(values, terminal);
    return 0;
  },
};

async function create(options: Options, terminal: Terminal): Promise<void> {
  const email = emailOf(options);
  const role = roleOf(options);
  const name = options.name ?? nameFromEmail(normalEmail(email));
  const people = await peopleOf(terminal);
  tellLink(
    await people.invite({ email, role, name, organisation: options.organisation ?? null }),
    options,
    terminal,
  );
}

async function reset(options: Options, terminal: Terminal): Promise<void> {
  const email = emailOf(options);
  const people = await peopleOf(terminal);
  const { id } = await people.byEmail(email);
  const { PersonHelpService } = await import('../accounts/people/person-help.service.js');
  const help = await terminal.service(PersonHelpService);
  // For the only administrator who lost a phone: nobody else could open the page that does it.
  if (options['second-factor'] === true) await help.removeSecondFactor(id, null);
  tellLink(await help.newLink(id), options, terminal);
}

async function list({ json }: Options, terminal: Terminal): Promise<void> {
  const people = await peopleOf(terminal);
  const all = await people.all();
  if (json === true) {
    const items = all.map(({ id: _, ...person }) => person);
    terminal.say(JSON.stringify({ items }));
    return;
  }
  for (const { email, name, role, organisation, state } of all) {
    const details = [ROLE_WORDS[role], organisation, STATE_WORDS[state]].filter((part) => part !== null);
    terminal.say(`${email}  ${name} (${details.join(', ')})`);
  }
  if (all.length === 0) terminal.complain('Personne n’a encore de compte.');
}

async function disable({ id, email }: Person, terminal: Terminal): Promise<void> {
  await (await peopleOf(terminal)).disable(id, null);
  terminal.say(`Le compte ${email} est désactivé.`);
}

async function enable({ id, email }: Person, terminal: Terminal): Promise<void> {
  await (await peopleOf(terminal)).enable(id);
  terminal.say(`Le compte ${email} est réactivé.`);
}

async function anonymise({ id, email }: Person, terminal: Terminal): Promise<void> {
  await (await dataOf(terminal)).anonymise(id, email, null);
  terminal.say('La personne est anonymisée : ce qu’elle a fait reste, sans son nom.');
}

async function exportPerson({ id }: Person, terminal: Terminal): Promise<void> {
  const document = await (await dataOf(terminal)).export(id);
  terminal.say(JSON.stringify(document, null, 2));
}

/** Finds the person that an action is about. */
function onPerson(act: (person: Person, terminal: Terminal) => Promise<void>): Action {
  return async (options, terminal) => {
    const email = emailOf(options);
    const people = await peopleOf(terminal);
    await act(await people.byEmail(email), terminal);
  };
}

async function peopleOf(terminal: Terminal): Promise<PeopleService> {
  const { PeopleService } = await import('../accounts/people/people.service.js');
  return terminal.service(PeopleService);
}

async function dataOf(terminal: Terminal): Promise<PersonDataService> {
  const { PersonDataService } = await import('../accounts/people/person-data.service.js');
  return terminal.service(PersonDataService);
}

/** The link on standard output, for a program to read; what it is for beside it. */
function tellLink({ kind, person, link }: PersonLink, { json }: Options, terminal: Terminal): void {
  const { email, role } = person;
  if (json === true) {
    terminal.say(JSON.stringify({ email, role, link }));
    return;
  }
  const [purpose, until] =
    kind === 'invitation'
      ? ['ouvrir son compte', '7 jours']
      : ['choisir un nouveau mot de passe', '30 minutes'];
  terminal.say(link);
  terminal.complain(
    sentence`Lien à remettre à ${email} pour ${purpose} : il sert une seule fois, pendant ${until}, et ne sera plus affiché.`,
  );
}

function emailOf({ email }: Options): string {
  if (email !== undefined) return email;
  throw new UsageError({
    fr: 'Donnez une adresse : --email marie.durand@exemple.fr.',
    en: 'Give an address: --email marie.durand@example.org.',
  });
}

function roleOf({ role }: Options): Role {
  const known = ROLES.find((one) => one === role);
  if (known !== undefined) return known;
  const found = role === undefined ? '' : ` « ${role} » n’en est pas un.`;
  throw new UsageError({
    fr: `Donnez un rôle avec --role : ${ROLES.join(', ')}.${found}`,
    en: `Give a role with --role: ${ROLES.join(', ')}.`,
  });
}

function unknownAction(): UsageError {
  const names = [...ACTIONS.keys()].map((name) => `user ${name}`).join(', ');
  return new UsageError({ fr: `Écrivez l’une de ces commandes : ${names}.`, en: `Write one of: ${names}.` });
}
