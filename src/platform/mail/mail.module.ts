import { Global, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config/configuration.js';
import { LOGGER } from '../logging/logger.js';
import type { Logger } from 'pino';
import { Mailer } from './mailer.js';

/** E-mails, for every feature to send. */
@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [CONFIGURATION, LOGGER],
      useFactory: (configuration: Configuration, logger: Logger) => new Mailer(configuration, logger),
    },
  ],
  exports: [Mailer],
})
export class MailModule {}
