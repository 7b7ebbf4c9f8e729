import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { addDays } from '../../kernel/calendar.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EnteredMeasurementsService } from '../../measurements/entered-measurements.service.js';
import type { SaidVersion } from '../../measurements/measurement-answer.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import { ChecksService } from '../checks/checks.service.js';
import type { Warning } from '../checks/checks.types.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import type { Evidence } from '../evidence/evidence.types.js';
import type { CollectionFrequency } from '../plan/collection-line.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { SliceNamesService } from '../plan/slice-names.service.js';

/** All that the sheet of one figure is made of. */
export interface PanelMaterial {
  period: EntryPeriod;
  row: ExpectedFigure;
  indicator: Indicator;
  place: string;
  /** Newest versions of the same indicator from some time before on, in this person's scope. */
  entered: readonly MeasurementRecord[];
  versions: readonly SaidVersion[];
  warnings: readonly Warning[];
  /** For the team, those that were taken away, too. */
  evidence: readonly Evidence[];
  /** Names of people by their signatures; empty for partners, who know the team as a team. */
  names: ReadonlyMap<string, string>;
  caller: DataCaller;
}

/** Days before a figure in which its last twelve values are looked for. */
const LOOK_BACK: Readonly<Record<CollectionFrequency, number>> = {
  day: 31,
  month: 25 * 31,
  quarter: 4 * 366,
  year: 13 * 366,
};

/** Gathers what is known of one figure, for one person. */
@Injectable()
export class PanelMaterialService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(SliceNamesService) private readonly slices: SliceNamesService,
    @Inject(EnteredMeasurementsService) private readonly entered: EnteredMeasurementsService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
    @Inject(PeopleService) private readonly people: PeopleService,
  ) {}

  /** The row of a period that a key names. @throws DomainError 404 `not_found`, also out of their scope. */
  async rowOf(
    name: string,
    key: string,
    { limits }: DataCaller,
  ): Promise<{ period: EntryPeriod; row: ExpectedFigure }> {
    const period = await this.expected.period(name);
    const { rows } = await this.expected.of(period, limits, [key], true);
    const row = rows.find((one) => one.key === key);
    if (row === undefined)
      throw new DomainError('not_found', 'Ce chiffre n’est pas de ceux que vous saisissez.', 404);
    return { period, row };
  }

  async of(name: string, key: string, caller: DataCaller): Promise<PanelMaterial> {
    const { period, row } = await this.rowOf(name, key, caller);
    const indicator = await this.indicators.byCode(row.indicator);
    const span = { start: addDays(period.start, -LOOK_BACK[period.grain]), end: period.end };
    const id = row.current?.id ?? null;
    const ids = id === null ? [] : [id];
    return {
      period,
      row,
      indicator,
      place: (await this.slices.names()).about(row, caller.limits.organisations === null),
      entered: await this.entered.within(span, caller.limits, [row.indicator]),
      versions: (await this.records.histories(ids, caller)).get(id ?? 0) ?? [],
      warnings: (await this.checks.warningsFor(ids, caller)).get(id ?? 0) ?? [],
      evidence: (await this.evidence.of(ids, { withRemoved: caller.readsInternal })).get(id ?? 0) ?? [],
      names: caller.readsInternal ? await this.people.displayNames() : new Map(),
      caller,
    };
  }
}
