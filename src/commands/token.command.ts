import { ApiTokensService } from '../accounts/tokens/api-tokens.service.js';
import { readDecimalString } from '../kernel/decimal-string.rules.js';
import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { noArguments } from './positionals.js';
import { UsageError } from './usage-error.js';

export const tokenCommand: Command = {
  name: 'token',
  synopsis: 'create --name N --scope S [--expires D] [--rate N] [--json]',
  summary: {
    fr: 'crée un jeton pour un programme et l’affiche, une seule fois',
    en: 'creates a token for a program and prints it, once',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      name: { type: 'string' },
      scope: { type: 'string' },
      expires: { type: 'string' },
      rate: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [action, ...rest] = positionals;
    if (action !== 'create') {
      throw new UsageError({ fr: 'Écrivez « token create ».', en: 'Write "token create".' });
    }
    noArguments(rest);
    const { name, scope, expires } = values;
    if (name === undefined || scope === undefined) {
      throw new UsageError({
        fr: 'Donnez au jeton un nom et une portée : --name « Stand » --scope measurements:write.',
        en: 'Give the token a name and a scope: --name "Stand" --scope measurements:write.',
      });
    }
    const rate = readRate(values.rate);
    const tokens = await terminal.service(ApiTokensService);
    const created = await tokens.create({ name, scope, expires, rate });
    if (values.json) terminal.say(JSON.stringify(created));
    else {
      terminal.say(created.token);
      terminal.complain(
        `Jeton « ${created.name} » (${created.scope}), valable jusqu’au ${created.expires}. Notez-le : il ne sera plus jamais affiché.`,
      );
    }
    return 0;
  },
};

function readRate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const reading = readDecimalString(text, 0);
  if (reading.kind === 'value' && reading.value >= 0) return reading.value;
  throw new UsageError({
    fr: `--rate attend un nombre entier de demandes par minute, pas « ${text} ».`,
    en: `--rate takes a whole number of requests a minute, not "${text}".`,
  });
}
