import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { SystemClock } from './platform/clock/clock.js';
import { readConfiguration } from './platform/config/configuration.js';
import { requireExisting } from './platform/database/existing-database.js';
import { migrate } from './platform/database/migrator.js';
import { createLogger } from './platform/logging/logger.js';

/** The application without its web server, for one command. It works beside a running server. */
export class CommandApplication {
  private constructor(private readonly context: INestApplicationContext) {}

  /**
   * @param changesNothing what only looks leaves the database as it is
   * @param settings as `readConfiguration` takes them
   */
  static async open(
    changesNothing: boolean,
    settings?: Record<string, string | undefined>,
  ): Promise<CommandApplication> {
    const configuration = readConfiguration(settings);
    if (changesNothing) await requireExisting(configuration.database);
    else await migrate(configuration.database);
    const module = AppModule.in({
      configuration,
      clock: new SystemClock(),
      logger: createLogger('warn', 'stderr'),
    });
    return new CommandApplication(
      await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false }),
    );
  }

  service<T>(type: Type<T>): T {
    return this.context.get(type, { strict: false });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
