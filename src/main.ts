import 'reflect-metadata';
import { describeFailure } from './kernel/domain-error.js';
import { SystemClock } from './platform/clock/clock.js';
import { readConfiguration } from './platform/config/configuration.js';
import { createLogger } from './platform/logging/logger.js';
import { localUrl, startServer } from './server.js';

/** Beyond it the process ends whatever is still open: supervisors kill at ten seconds. */
const STOP_DEADLINE_MS = 5_800;

async function main(): Promise<void> {
  const configuration = readConfiguration();
  const logger = createLogger(configuration.logLevel);
  const server = await startServer({ configuration, clock: new SystemClock(), logger });
  process.stdout.write(`Copil est prêt : ${localUrl(server.url)}\n`);
  if (server.firstAdminLink !== null) process.stdout.write(firstAdminWords(server.firstAdminLink));
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(0), STOP_DEADLINE_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Standard output, not the log: a log is kept, and read by others. */
const firstAdminWords = (link: string): string => `
Première connexion : ouvrez ce lien dans les 30 minutes, il ne sert qu’une fois :

  ${link}

`;

main().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
});
