import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
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

/**
 * The application, loaded and opened when a command first needs it: its fifteen hundred modules take seconds of a small
 * machine, and help or a word that is wrong need none of them.
 */
class Opening {
  private application: Promise<CommandApplication> | null = null;
  changesNothing = false;

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
    return CommandApplication.open(this.changesNothing);
  }
}

async function main([name, ...args]: string[]): Promise<number> {
  const application = new Opening();
  const terminal: Terminal = {
    language: terminalLanguage(),
    say: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
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

// A reader that has seen enough (`| head`) closes the pipe: that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// V8 lets garbage pile up to hundreds of megabytes before it looks: an import of 100 000 lines took 320 MB for 60 in use.
setFlagsFromString('--heap-growing-percent=40');

process.exitCode = await main(process.argv.slice(2));
