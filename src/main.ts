import 'reflect-metadata';
import { describeFailure } from './kernel/domain-error.js';
import { SystemClock } from './platform/clock/clock.js';
import { readConfiguration } from './platform/config/configuration.js';
import { createLogger } from './platform/logging/logger.js';
import { startServer } from './server.js';

/** Beyond it the process ends whatever is still open: supervisors kill at ten seconds. */
const STOP_DEADLINE_MS = 5_800;

async function main(): Promise<void> {
  const configuration = readConfiguration();
  const logger = createLogger(configuration.logLevel);
  const server = await startServer({ configuration, clock: new SystemClock(), logger });
  process.stdout.write(`Copil est prêt : ${server.url.replace('127.0.0.1', 'localhost')}\n`);
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

main().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
});
