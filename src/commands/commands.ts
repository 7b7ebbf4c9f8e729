import type { Language } from '../platform/config/language.js';
import { bilanCommand } from './bilan.command.js';
import type { Command } from './command.types.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { seedCommand } from './seed.command.js';
import { serveCommand } from './serve.command.js';
import { territoriesCommand } from './territories.command.js';
import { tokenCommand } from './token.command.js';
import { userCommand } from './user.command.js';
import { verifyCommand } from './verify.command.js';

const COMMANDS: readonly Command[] = [
  serveCommand,
  seedCommand,
  importCommand,
  exportCommand,
  territoriesCommand,
  bilanCommand,
  userCommand,
  tokenCommand,
  verifyCommand,
];

export const findCommand = (name: string): Command | undefined =>
  COMMANDS.find((command) => command.name === name);

/** How one command is written, one line for each of its forms. */
export function usageOf({ name, synopsis }: Command): string {
  const forms = typeof synopsis === 'string' ? [synopsis] : synopsis;
  return forms.map((form) => `copil ${name} ${form}`.trimEnd()).join('\n');
}

/** Every command with what it does. */
export function helpText(language: Language): string {
  const [title, footer] =
    language === 'fr'
      ? ['Usage : npm run copil -- COMMANDE', 'Statut de sortie : 0 fait, 1 refusé ou échoué, 2 mal écrit.']
      : ['Usage: npm run copil -- COMMAND', 'Exit status: 0 done, 1 refused or failed, 2 wrong usage.'];
  const lines = COMMANDS.flatMap((command) => [
    ...usageOf(command)
      .split('\n')
      .map((form) => `  ${form}`),
    `      ${command.summary[language]}`,
  ]);
  return [title, '', ...lines, '', footer].join('\n');
}
