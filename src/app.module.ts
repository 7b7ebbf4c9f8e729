import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdministrationModule } from './administration/administration.module.js';
import { AnnotationsModule } from './annotations/annotations.module.js';
import { ENTITIES } from './app.entities.js';
import { BilanModule } from './bilan/bilan.module.js';
import { CampaignsModule } from './campaigns/campaigns.module.js';
import { CommitteeModule } from './committee/committee.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { DatasetsModule } from './datasets/datasets.module.js';
import { EntryModule } from './entry/entry.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { ImportPagesModule } from './imports/pages/import-pages.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { MeasurementsModule } from './measurements/measurements.module.js';
import { AuditModule } from './platform/audit/audit.module.js';
import type { Clock } from './platform/clock/clock.js';
import type { Configuration } from './platform/config/configuration.js';
import { CoreModule } from './platform/core.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthController } from './platform/http/health.controller.js';
import { MailModule } from './platform/mail/mail.module.js';
import { ProgrammeModule } from './programme/programme.module.js';
import { TargetsModule } from './targets/targets.module.js';

/** What an installation decides before anything starts. */
export interface Surroundings {
  configuration: Configuration;
  clock: Clock;
  logger: Logger;
}

/** The only file that knows every feature. Its database must be migrated first. */
@Module({})
export class AppModule {
  static in(surroundings: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.of(surroundings),
        DatabaseModule.withEntities(ENTITIES),
        AuditModule,
        MailModule,
        ProgrammeModule,
        IndicatorsModule,
        CampaignsModule,
        CommitteeModule,
        TargetsModule,
        AnnotationsModule,
        MeasurementsModule,
        FiguresModule,
        ImportsModule,
        ImportPagesModule,
        ExportsModule,
        DatasetsModule,
        EntryModule,
        DashboardModule,
        BilanModule,
        AccountsModule,
        AdministrationModule,
      ],
      controllers: [HealthController],
    };
  }
}
