import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from './clock/clock.js';
import { CONFIGURATION, type Configuration } from './config/configuration.js';
import { LOGGER } from './logging/logger.js';

/** Settings, time and the log, for every feature to inject. */
@Global()
@Module({})
export class CoreModule {
  static of(core: { configuration: Configuration; clock: Clock; logger: Logger }): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: CONFIGURATION, useValue: core.configuration },
        { provide: Clock, useValue: core.clock },
        { provide: LOGGER, useValue: core.logger },
      ],
      exports: [CONFIGURATION, Clock, LOGGER],
    };
  }
}
