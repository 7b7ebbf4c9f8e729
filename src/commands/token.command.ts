import type { ApiTokensService } from '../accounts/tokens/api-tokens.service.js';
import { readDecimalString } from '../kernel/decimal-string.rules.js';
import { DomainError } from '../kernel/domain-error.js';
import { readArguments } from './arguments.js';
import type { Command, Terminal } from './command.types.js';
import { noArguments } from './positionals.js';
import { UsageError } from './usage-error.js';
import { counted } from './words.js';

const STATES = { valid: 'valable', expired: 'échu', revoked: 'révoqué' } as const;

const OPTIONS = {
  name: { type: 'string' },
  scope: { type: 'string' },
  expires: { type: 'string' },
  rate: { type: 'string' },
  json: { type: 'boolean' },
} as const;
type Options = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

export const tokenCommand: Command = {
  name: 'token',
  synopsis: [
    'create --name N --scope S [--expires D] [--rate N] [--json]',
    'list [--json]',
    'revoke --name N',
  ],
  summary: {
    fr: 'crée un jeton pour un programme et l’affiche, une seule fois ; liste et révoque les jetons',
    en: 'creates a token for a program and prints it, once; lists and revokes tokens',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const [action, ...rest] = positionals;
    const run = ACTIONS.get(action ?? '');
    if (run === undefined) {
      throw new UsageError({
        fr: 'Écrivez « token create », « token list » ou « token revoke ».',
        en: 'Write "token create", "token list" or "token revoke".',
      });
    }
    noArguments(rest);
    await run(values, terminal);
    return 0;
  },
};

const ACTIONS = new Map([
  ['create', create],
  ['list', list],
  ['revoke', revoke],
]);

async function create({ name, scope, expires, rate, json }: Options, terminal: Terminal): Promise<void> {
  if (name === undefined || scope === undefined) {
    throw new UsageError({
      fr: 'Donnez au jeton un nom et une portée : --name « Stand » --scope measurements:write.',
      en: 'Give the token a name and a scope: --name "Stand" --scope measurements:write.',
    });
  }
  const request = { name, scope, expires, rate: readRate(rate) };
  const { TokenCreationService } = await import('../administration/tokens/token-creation.service.js');
  const created = await (await terminal.service(TokenCreationService)).create(request);
  if (json === true) {
    terminal.say(JSON.stringify(created));
    return;
  }
  terminal.say(created.token);
  terminal.complain(
    `Jeton « ${created.name} » (${created.scope}), valable jusqu’au ${created.expires}. Notez-le : il ne sera plus jamais affiché.`,
  );
}

async function list({ json }: Options, terminal: Terminal): Promise<void> {
  const tokens = await (await tokensOf(terminal)).list();
  if (json === true) {
    terminal.say(JSON.stringify({ items: tokens }));
    return;
  }
  for (const { name, scope, state, expires, lastUsedAt } of tokens) {
    const use = lastUsedAt === null ? 'jamais utilisé' : `utilisé le ${lastUsedAt}`;
    terminal.say(`${name}  ${scope}  ${STATES[state]}, dernier jour ${expires}, ${use}`);
  }
  if (tokens.length === 0) terminal.complain('Aucun jeton n’a encore été créé.');
}

async function revoke({ name }: Options, terminal: Terminal): Promise<void> {
  if (name === undefined) {
    throw new UsageError({
      fr: 'Dites quel jeton révoquer : --name « Stand ».',
      en: 'Say which token to revoke: --name "Stand".',
    });
  }
  const count = await (await tokensOf(terminal)).revoke(name);
  if (count === 0) throw new DomainError('not_found', `Aucun jeton valable ne s’appelle « ${name} ».`, 404);
  terminal.say(`${counted(count, 'jeton révoqué', 'jetons révoqués')}, avec effet immédiat.`);
}

async function tokensOf(terminal: Terminal): Promise<ApiTokensService> {
  const { ApiTokensService } = await import('../accounts/tokens/api-tokens.service.js');
  return terminal.service(ApiTokensService);
}

function readRate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const reading = readDecimalString(text, 0);
  if (reading.kind === 'value' && reading.value >= 0) return reading.value;
  throw new UsageError({
    fr: `--rate attend un nombre entier de demandes par minute, pas « ${text} ».`,
    en: `--rate takes a whole number of requests a minute, not "${text}".`,
  });
}
