import { Test } from '@nestjs/testing';
import { resolve } from 'node:path';
import { ENTITIES } from '../../src/app.entities.js';
import { CampaignsService } from '../../src/campaigns/campaigns.service.js';
import { CommitteeService } from '../../src/committee/committee.service.js';
import { DatasetsModule } from '../../src/datasets/datasets.module.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { CoreModule } from '../../src/platform/core.module.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { migrate } from '../../src/platform/database/migrator.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { ProgrammeService } from '../../src/programme/programme.service.js';
import { TargetsService } from '../../src/targets/targets.service.js';
import { type Engine, scratchDatabase } from '../support/databases.js';

/** The services of a migrated, empty database. */
export interface LoadedServices {
  datasets: DatasetsService;
  programmes: ProgrammeService;
  indicators: IndicatorsService;
  campaigns: CampaignsService;
  committee: CommitteeService;
  targets: TargetsService;
  measurements: MeasurementsService;
  close(): Promise<void>;
}

export async function emptyInstallation(
  engine: Engine,
  now = '2026-01-15T09:00:00Z',
): Promise<LoadedServices> {
  const database = await scratchDatabase(engine);
  await migrate(database.location);
  const configuration = {
    port: 0,
    host: '127.0.0.1',
    baseUrl: null,
    database: database.location,
    dataDir: database.folder,
    seed: null,
    reportsDir: resolve(database.folder, 'reports'),
    secretKey: 'test-secret-key-of-more-than-32-characters',
    trustProxy: [],
    logLevel: 'silent' as const,
  };
  const surroundings = { configuration, clock: new FixedClock(now), logger: createLogger('silent') };
  const module = await Test.createTestingModule({
    imports: [CoreModule.of(surroundings), DatabaseModule.withEntities(ENTITIES), DatasetsModule],
  }).compile();
  module.enableShutdownHooks();
  const get = <T>(type: abstract new (...parameters: never[]) => T): T => module.get(type, { strict: false });
  return {
    datasets: get(DatasetsService),
    programmes: get(ProgrammeService),
    indicators: get(IndicatorsService),
    campaigns: get(CampaignsService),
    committee: get(CommitteeService),
    targets: get(TargetsService),
    measurements: get(MeasurementsService),
    close: async () => {
      await module.close();
      await database.remove();
    },
  };
}

/** Everything that a data set put there, as one text: equal on both engines and after two loads. */
export async function contents(services: LoadedServices): Promise<string> {
  const years = await services.programmes.exercices();
  const days = years.map(({ year }) => `${year}-12-31`);
  const perYear = years.map(async ({ year }) => ({
    meetings: await services.committee.meetingsOf(year),
    objectives: await services.committee.objectivesOf(year),
    targets: await services.targets.ofYear(year),
  }));
  return JSON.stringify({
    programme: await services.programmes.programme(),
    years,
    territories: await services.programmes.territories(),
    organisations: (await services.programmes.organisations()).all,
    channels: await services.programmes.channels(),
    indicators: await services.indicators.all(),
    campaigns: await services.campaigns.all(),
    compositions: await Promise.all(days.map((day) => services.committee.compositionAt(day))),
    perYear: await Promise.all(perYear),
    facts: await services.measurements.facts({
      statuses: ['draft', 'submitted', 'returned', 'validated', 'withdrawn'],
    }),
  });
}
