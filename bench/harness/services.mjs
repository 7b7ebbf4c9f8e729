import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../dist/app.module.js';
import { DatasetsService } from '../../dist/datasets/datasets.service.js';
import { SystemClock } from '../../dist/platform/clock/clock.js';
import { migrate } from '../../dist/platform/database/migrator.js';
import { createLogger } from '../../dist/platform/logging/logger.js';
import { fromRoot } from '../../scripts/support/paths.mjs';

/** The services of the built program, without its web server, on a data set in a folder of their own. */
export async function openServices(seed) {
  const folder = await mkdtemp(join(tmpdir(), 'copil-bench-'));
  const database = { engine: 'sqlite', file: join(folder, 'copil.sqlite') };
  await migrate(database);
  const configuration = {
    port: 0,
    host: '127.0.0.1',
    baseUrl: null,
    database,
    dataDir: folder,
    seed: null,
    reportsDir: folder,
    secretKey: 'bench-secret-key-of-more-than-32-characters',
    trustProxy: [],
    logLevel: 'error',
  };
  const surroundings = { configuration, clock: new SystemClock(), logger: createLogger('error') };
  const context = await NestFactory.createApplicationContext(AppModule.in(surroundings), { logger: false });
  const get = (type) => context.get(type, { strict: false });
  await get(DatasetsService).load(fromRoot(seed));
  const close = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { get, close };
}
