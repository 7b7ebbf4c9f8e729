import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { noArguments } from './positionals.js';

export const serveCommand: Command = {
  name: 'serve',
  synopsis: '',
  summary: { fr: 'démarre le serveur', en: 'starts the server' },
  async run(args, terminal) {
    noArguments(readArguments(args, {}).positionals);
    await terminal.serve();
    return 0;
  },
};
