import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { FixedClock } from '../../src/platform/clock/clock.js';
import type { Configuration } from '../../src/platform/config/configuration.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { startServer } from '../../src/server.js';
import { type Engine, migratedDatabase } from './databases.js';

export interface TestServer {
  url: string;
  application: NestFastifyApplication;
  configuration: Configuration;
  clock: FixedClock;
  /** As the console prints it; null when somebody administers already. */
  firstAdminLink: string | null;
  close(): Promise<void>;
}

export const PRESS_RELEASE = 'seeds/oh-my-lot-2020';
export const DEMONSTRATION = 'seeds/demonstration';

/** A real server on a free loopback port, with a database of its own holding the data set. */
export async function startTestServer(
  options: {
    engine?: Engine;
    seed?: string | null;
    now?: string;
    baseUrl?: string | null;
    smtpUrl?: string | null;
    /** Where the server's log goes; nowhere by default. */
    logger?: Logger;
  } = {},
): Promise<TestServer> {
  const {
    engine = 'sqlite',
    seed = PRESS_RELEASE,
    now = '2021-01-15T09:00:00Z',
    baseUrl = null,
    smtpUrl = null,
    logger = createLogger('silent'),
  } = options;
  const database = await migratedDatabase(engine);
  const configuration: Configuration = {
    port: 0,
    host: '127.0.0.1',
    baseUrl,
    database: database.location,
    dataDir: database.folder,
    seed: seed === null ? null : resolve(seed),
    reportsDir: resolve(database.folder, 'reports'),
    secretKey: 'test-secret-key-of-more-than-32-characters',
    trustProxy: [],
    logLevel: 'silent',
    smtpUrl,
  };
  const clock = new FixedClock(now);
  const server = await startServer({ configuration, clock, logger });
  return {
    url: server.url,
    application: server.application,
    configuration,
    clock,
    firstAdminLink: server.firstAdminLink,
    close: async () => {
      await server.stop();
      await database.remove();
    },
  };
}
