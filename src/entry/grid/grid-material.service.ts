import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { typographic } from '../../kernel/french-text.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { Clock } from '../../platform/clock/clock.js';
import { exerciceHolding, exercicePeriod } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Exercice } from '../../programme/programme.types.js';
import type { Target } from '../../targets/target.types.js';
import { TargetsService } from '../../targets/targets.service.js';
import { ChecksService } from '../checks/checks.service.js';
import type { Slice } from '../plan/collection-line.types.js';
import { COLLECTION_FREQUENCIES } from '../plan/collection-line.types.js';
import {
  closedSince,
  entryPeriodAround,
  periodAfter,
  periodBefore,
  periodOfYearBefore,
  type EntryPeriod,
} from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { sliceText } from '../plan/row-key.rules.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import type { RowLists } from './added-row.presenter.js';
import { gridRow, type RowMaterial } from './grid-row.presenter.js';
import type { GridMaterial, GridOrder } from './grid.presenter.js';
import type { SentForm } from './grid.types.js';

/** Who looks at a grid, and how. */
export interface GridAsk {
  caller: DataCaller;
  author: number;
  isTeam: boolean;
  /** Keys of rows asked for besides. */
  added: readonly string[];
  order: GridOrder;
  notice: string | null;
}

/** Columns of the past before the period: two of them, after the same period a year before. */
const PERIODS_BEFORE = 2;

/** Everything that the page of a grid is made of, read in a bounded number of statements. */
@Injectable()
export class GridMaterialService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param sent what became of the cells of a form, shown where they stand. */
  async of(period: EntryPeriod, ask: GridAsk, sent: SentForm | null): Promise<GridMaterial> {
    const exercices = await this.programmes.exercices();
    const year = exerciceHolding(period.end, exercices) ?? yearOf(period.end);
    const exercice = exercicePeriod(year, exercices);
    const added = [...ask.added, ...(sent?.cells.keys() ?? [])];
    const { rows, entered } = await this.expected.of(period, ask.caller.limits, added);
    const bySlice = groupBy(
      entered.filter(({ status }) => status !== 'withdrawn'),
      sliceText,
    );
    const ids = rows.flatMap(({ current }) => current?.id ?? []);
    const warnings = await this.checks.warningsFor(ids, ask.caller);
    const targets = (await this.targets.ofPeriod(exercice)).filter(({ kind }) => kind === 'target');
    const indicators = await this.indicators.all();
    const lists = await this.lists(indicators, period.end, ask.caller);
    const past = pastOf(period, exercices);
    const frame = { period, exercice, past };
    const views = rows.flatMap((row) => {
      const indicator = indicators.find(({ code }) => code === row.indicator);
      if (indicator === undefined) return [];
      const material: RowMaterial = {
        row,
        indicator,
        place: placeOf(row, lists),
        records: bySlice.get(sliceText(row)) ?? [],
        warnings: (row.current === null ? undefined : warnings.get(row.current.id)) ?? [],
        target: targetOf(row, targets),
        sent: sent?.cells.get(row.key) ?? null,
      };
      return [{ campaign: row.campaign, view: gridRow(material, frame), warnings: material.warnings }];
    });
    return {
      period,
      before: periodBefore(period, exercices),
      after: periodAfter(period, exercices),
      grains: COLLECTION_FREQUENCIES.map((grain) => entryPeriodAround(grain, period.end, exercices)),
      past,
      rows: views,
      campaigns: lists.campaigns,
      lists,
      order: ask.order,
      author: ask.author,
      isTeam: ask.isTeam,
      closedSince: await this.closedSince(period),
      isSealed: exercices.find((one) => one.year === year)?.state === 'sealed',
      notice: ask.notice,
    };
  }

  /** The day after which entries in a period gave their reason; null while it is not past. */
  async closedSince(period: EntryPeriod): Promise<IsoDate | null> {
    const { closingDays } = await this.settings.settings();
    return closedSince(period, closingDays, this.clock.today());
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

/** The same period a year before, then the two just before; for an exercice, the two before it. */
function pastOf(period: EntryPeriod, exercices: readonly Exercice[]): EntryPeriod[] {
  const yearBefore = periodOfYearBefore(period, exercices);
  const before: EntryPeriod[] = [];
  for (let count = 0; count < PERIODS_BEFORE; count += 1) {
    before.unshift(periodBefore(before[0] ?? period, exercices));
  }
  return yearBefore === null ? before : [yearBefore, ...before];
}

/** « Cahors · Facebook · CCI du Lot ». */
function placeOf({ territory, channel, organisation }: Slice, lists: RowLists): string {
  const words = [
    lists.territories.find(({ code }) => code === territory)?.name,
    lists.channels.find(({ code }) => code === channel)?.label,
    lists.organisations.find(({ code }) => code === organisation)?.name,
  ];
  return words
    .filter((word) => word !== undefined)
    .map(typographic)
    .join(' · ');
}

/** The target of the exercice that a whole slice aims at; a part of it has none of its own. */
function targetOf(row: ExpectedFigure, targets: readonly Target[]): Target | null {
  if (row.territory !== null || row.channel !== null || row.organisation !== null) return null;
  return (
    targets.find(({ indicator, campaign }) => indicator === row.indicator && campaign === row.campaign) ??
    null
  );
}
