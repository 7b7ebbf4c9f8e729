import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { migratedDatabase, type Engine } from './databases.js';
import { insertVocabulary } from './vocabulary.js';

/** Every service of the application, without its web server, on a database of its own. */
export interface TestServices {
  context: INestApplicationContext;
  clock: FixedClock;
  close(): Promise<void>;
}

/** Opens the application on an empty database that knows the tests' vocabulary only. */
export async function openServices(engine: Engine): Promise<TestServices> {
  const services = await openEmptyServices(engine);
  await insertVocabulary(services.context.get(UnitOfWork, { strict: false }));
  return services;
}

/** Opens the application on a migrated database in which there is nothing at all. */
export async function openEmptyServices(engine: Engine, now = '2020-12-17T10:00:00Z'): Promise<TestServices> {
  const database = await migratedDatabase(engine);
  const clock = new FixedClock(now);
  const module = AppModule.in({
    configuration: {
      port: 0,
      host: '127.0.0.1',
      baseUrl: null,
      database: database.location,
      dataDir: database.folder,
      seed: null,
      reportsDir: database.folder,
      secretKey: 'test-secret-key-of-more-than-32-characters',
      trustProxy: [],
      logLevel: 'silent',
      smtpUrl: null,
      matomo: null,
    },
    clock,
    logger: createLogger('silent'),
  });
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  const close = async (): Promise<void> => {
    await context.close();
    await database.remove();
  };
  return { context, clock, close };
}
