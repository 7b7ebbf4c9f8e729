import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { AppModule } from '../../src/app.module.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import type { Configuration } from '../../src/platform/config/configuration.js';
import { migrate } from '../../src/platform/database/migrator.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { startServer } from '../../src/server.js';
import { copiedDatabase, type Engine, migratedDatabase, type ScratchDatabase } from './databases.js';

export interface TestServer {
  url: string;
  application: NestFastifyApplication;
  configuration: Configuration;
  clock: FixedClock;
  /** Moves the clock once what was under way is noted: the last use of a session is written beside the answer. */
  at(instant: string): Promise<void>;
  /** As the console prints it; null when somebody administers already. */
  firstAdminLink: string | null;
  close(): Promise<void>;
}

export const PRESS_RELEASE = 'seeds/oh-my-lot-2020';
export const DEMONSTRATION = 'seeds/demonstration';

const USUAL_NOW = '2021-01-15T09:00:00Z';

function configurationOn(
  { location, folder }: ScratchDatabase,
  { seed, ...addresses }: Pick<Configuration, 'seed' | 'baseUrl' | 'smtpUrl'>,
): Configuration {
  return {
    port: 0,
    host: '127.0.0.1',
    database: location,
    dataDir: folder,
    seed: seed === null ? null : resolve(seed),
    reportsDir: resolve(folder, 'reports'),
    secretKey: 'test-secret-key-of-more-than-32-characters',
    trustProxy: [],
    logLevel: 'silent',
    matomo: null,
    ...addresses,
  };
}

/** What a first start loads: data sets carry their own dates, so that the hour of the clock changes nothing of it. */
const loading =
  (seed: string) =>
  async (database: ScratchDatabase): Promise<void> => {
    await migrate(database.location);
    const configuration = configurationOn(database, { seed: null, baseUrl: null, smtpUrl: null });
    const module = AppModule.in({
      configuration,
      clock: new FixedClock(USUAL_NOW),
      logger: createLogger('silent'),
    });
    const context = await NestFactory.createApplicationContext(module, {
      logger: false,
      abortOnError: false,
    });
    await context.get(DatasetsService, { strict: false }).load(resolve(seed));
    await context.close();
  };

/** Data sets that servers of the tests load again and again, by the name of their template. */
const LOADED_ONCE = new Map([
  [PRESS_RELEASE, 'seeded'],
  [DEMONSTRATION, 'demonstration'],
]);

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
    now = USUAL_NOW,
    baseUrl = null,
    smtpUrl = null,
    logger = createLogger('silent'),
  } = options;
  // What the server loads at its first start, it loads once a run: the others find it there.
  const template = seed === null ? undefined : LOADED_ONCE.get(seed);
  const database = await (seed === null || template === undefined
    ? migratedDatabase(engine)
    : copiedDatabase(engine, template, loading(seed)));
  const configuration = configurationOn(database, { seed, baseUrl, smtpUrl });
  const clock = new FixedClock(now);
  const server = await startServer({ configuration, clock, logger });
  return {
    url: server.url,
    application: server.application,
    configuration,
    clock,
    at: async (instant) => {
      await server.application.get(UnitOfWork, { strict: false }).idle();
      clock.set(instant);
    },
    firstAdminLink: server.firstAdminLink,
    close: async () => {
      await server.stop();
      await database.remove();
    },
  };
}
