import type { Type } from '@nestjs/common';
import { BilanDataService } from '../../src/bilan/bilan-data.service.js';
import { CampaignsService } from '../../src/campaigns/campaigns.service.js';
import { CommitteeService } from '../../src/committee/committee.service.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { ProgrammeService } from '../../src/programme/programme.service.js';
import { TargetsService } from '../../src/targets/targets.service.js';
import type { Engine } from '../support/databases.js';
import { openEmptyServices } from '../support/services.js';

/** The services of a migrated, empty database. */
export interface LoadedServices {
  datasets: DatasetsService;
  programmes: ProgrammeService;
  indicators: IndicatorsService;
  campaigns: CampaignsService;
  committee: CommitteeService;
  targets: TargetsService;
  measurements: MeasurementsService;
  imports: ImportsService;
  bilans: BilanDataService;
  figures: FiguresService;
  close(): Promise<void>;
}

export async function emptyInstallation(
  engine: Engine,
  now = '2026-01-15T09:00:00Z',
): Promise<LoadedServices> {
  const { context, close } = await openEmptyServices(engine, now);
  const get = <T>(type: Type<T>): T => context.get(type, { strict: false });
  return {
    datasets: get(DatasetsService),
    programmes: get(ProgrammeService),
    indicators: get(IndicatorsService),
    campaigns: get(CampaignsService),
    committee: get(CommitteeService),
    targets: get(TargetsService),
    measurements: get(MeasurementsService),
    imports: get(ImportsService),
    bilans: get(BilanDataService),
    figures: get(FiguresService),
    close,
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
      statuses: ['validated', 'withdrawn'],
    }),
  });
}
