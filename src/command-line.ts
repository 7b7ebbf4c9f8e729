import type { Type } from '@nestjs/common';
import type { CommandApplication } from './command-application.js';
import type { Terminal } from './commands/command.types.js';
import { findCommand, helpText, usageOf } from './commands/commands.js';
import { UsageError } from './commands/usage-error.js';
import { describeFailure } from './kernel/domain-error.js';
import { terminalLanguage } from './platform/config/language.js';
import { runIn, type Surrounding } from './platform/context/request-context.js';

/** Who acts, for the journal: whoever can run commands on the machine. */
const BY_COMMAND: Surrounding = { requestId: null, address: null, userAgent: null, actor: 'command' };
const BY_ITSELF: Surrounding = { ...BY_COMMAND, actor: 'system' };

type Settings = Record<string, string | undefined>;

/**
 * The application, loaded and opened when a command first needs it: its fifteen hundred modules take seconds of a small
 * machine, and help or a word that is wrong need none of them.
 */
class Opening {
  private application: Promise<CommandApplication> | null = null;
  changesNothing = false;

  constructor(private readonly settings: Settings | undefined) {}

  async service<T>(type: Type<T>): Promise<T> {
    this.application ??= this.open();
    return (await this.application).service(type);
  }

  async close(): Promise<void> {
    const application = await this.application?.catch(() => null);
    await application?.close();
  }

  private async open(): Promise<CommandApplication> {
    const { CommandApplication } = await import('./command-application.js');
    return CommandApplication.open(this.changesNothing, this.settings);
  }
}

/**
 * Runs one command.
 * @param output where its lines go
 * @param settings as variables of the environment; those of the process when none are given
 * @returns its exit status
 */
export async function commandLine(
  [name, ...args]: readonly string[],
  output: Pick<Terminal, 'say' | 'complain'>,
  settings?: Settings,
): Promise<number> {
  const application = new Opening(settings);
  const terminal: Terminal = {
    language: terminalLanguage(settings),
    say: output.say,
    complain: output.complain,
    service: (type) => application.service(type),
    // What the server then does by itself is not the command's doing.
    serve: () => runIn(BY_ITSELF, async () => void (await import('./main.js'))),
  };
  const { language } = terminal;
  const wantsHelp = (word: string | undefined): boolean =>
    word === '--help' || word === '-h' || word === 'help';
  if (wantsHelp(name)) {
    terminal.say(helpText(language));
    return 0;
  }
  const command = name === undefined ? undefined : findCommand(name);
  if (command === undefined) {
    if (name !== undefined) {
      terminal.complain(
        language === 'fr' ? `La commande « ${name} » n’existe pas.\n` : `No such command: ${name}.\n`,
      );
    }
    terminal.complain(helpText(language));
    return 2;
  }
  if (args.some((word) => word === '--help' || word === '-h')) {
    terminal.say(`${usageOf(command)}\n\n${command.summary[language]}`);
    return 0;
  }
  try {
    application.changesNothing = command.changesNothing?.(args) === true;
    return await runIn(BY_COMMAND, () => command.run(args, terminal));
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.words[language]}\n${usageOf(command)}`);
      return 2;
    }
    terminal.complain(describeFailure(error));
    return 1;
  } finally {
    await application.close();
  }
}
