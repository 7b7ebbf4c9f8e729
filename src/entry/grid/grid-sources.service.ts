import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import { Clock } from '../../platform/clock/clock.js';
import { exerciceHolding, exercicePeriod } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Exercice } from '../../programme/programme.types.js';
import type { Target } from '../../targets/target.types.js';
import { TargetsService } from '../../targets/targets.service.js';
import { ChecksService } from '../checks/checks.service.js';
import type { Warning } from '../checks/checks.types.js';
import { closedSince, type EntryPeriod } from '../plan/entry-period.rules.js';
import { sliceText } from '../plan/row-key.rules.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import type { RowLists } from './added-row.presenter.js';

/** All that the rows of a grid are made of besides what is expected, in a bounded number of statements. */
export interface GridSources {
  today: IsoDate;
  exercices: readonly Exercice[];
  /** The exercice that holds the period's last day. */
  exercice: ClosedPeriod;
  isSealed: boolean;
  /** What was said of each slice; nothing that was withdrawn. */
  bySlice: ReadonlyMap<string, readonly MeasurementRecord[]>;
  /** By number of measurement. */
  warnings: ReadonlyMap<number, readonly Warning[]>;
  targets: readonly Target[];
  indicators: ReadonlyMap<string, Indicator>;
  lists: RowLists;
}

/** Reads what grids are made of, of one period or of a year by months. */
@Injectable()
export class GridSourcesService {
  constructor(
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param ids of the measurements whose doubts are shown. */
  async of(
    period: EntryPeriod,
    entered: readonly MeasurementRecord[],
    ids: readonly number[],
    caller: DataCaller,
  ): Promise<GridSources> {
    const exercices = await this.programmes.exercices();
    const year = exerciceHolding(period.end, exercices) ?? yearOf(period.end);
    const exercice = exercicePeriod(year, exercices);
    const said = entered.filter(({ status }) => status !== 'withdrawn');
    const indicators = await this.indicators.all();
    return {
      today: this.clock.today(),
      exercices,
      exercice,
      isSealed: exercices.find((one) => one.year === year)?.state === 'sealed',
      bySlice: groupBy(said, sliceText),
      warnings: await this.checks.warningsFor(ids, caller),
      targets: (await this.targets.ofPeriod(exercice)).filter(({ kind }) => kind === 'target'),
      indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
      lists: await this.lists(indicators, period.end, caller),
    };
  }

  /** The day after which entries in a period gave their reason; null while it is not past. */
  async closedSince(period: EntryPeriod): Promise<IsoDate | null> {
    const [since] = await this.closings([period]);
    return since ?? null;
  }

  /** The same of several periods, in their order. */
  async closings(periods: readonly EntryPeriod[]): Promise<(IsoDate | null)[]> {
    const { closingDays } = await this.settings.settings();
    return periods.map((period) => closedSince(period, closingDays, this.clock.today()));
  }

  private async lists(
    indicators: readonly Indicator[],
    day: IsoDate,
    { limits }: DataCaller,
  ): Promise<RowLists> {
    const { all, nameAt } = await this.programmes.organisations();
    const own = limits.organisations;
    return {
      indicators,
      campaigns: await this.campaigns.all(),
      territories: await this.programmes.territories(),
      channels: await this.programmes.channels(),
      organisations: all
        .filter(({ code }) => own === null || own.includes(code))
        .map(({ code }) => ({ code, name: nameAt(code, day).name })),
      isBound: own !== null,
    };
  }
}
