import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { Indicator } from '../indicators/indicator.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { MeasurementPagesService } from '../measurements/measurement-pages.service.js';
import type { MeasurementRecord } from '../measurements/measurement-record.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { TargetsService } from '../targets/targets.service.js';
import { measurementLine, targetLine } from './standard-file.rules.js';
import type { StandardLine } from './standard-line.types.js';

/** Holds every day that a figure may bear. */
const ALWAYS: ClosedPeriod = { start: '0001-01-01', end: '9999-12-31' };

/** Lines of standard files, as many at a time as memory likes: what the import reads again. */
@Injectable()
export class StandardExportService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(MeasurementPagesService) private readonly measurements: MeasurementPagesService,
  ) {}

  /** Code of the programme, which every line bears. @throws DomainError `no_programme`. */
  async programmeCode(): Promise<string> {
    return (await this.programmes.programme()).code;
  }

  /**
   * Every measurement and every target that holds. The newest versions, whatever their status: it is with them that an
   * import compares. Targets taken back are left out, for the file cannot say it of them.
   * @param year an exercice; null for everything.
   */
  async *everything(year: number | null): AsyncGenerator<StandardLine[]> {
    const period = year === null ? null : await this.programmes.daysOf(year);
    const scales = await this.scales();
    for await (const page of this.measurements.everything(period)) yield page.map(lineOf(scales));
    const targets = await this.targets.ofPeriod(period ?? ALWAYS);
    if (targets.length > 0)
      yield targets.map((target) => targetLine(target, scales.get(target.indicator) ?? null));
  }

  /** The measurements that a reader may see, targets apart: what `POST /api/v1/measurements` takes back. */
  async *visibleTo(reader: DataCaller | null, year: number | null): AsyncGenerator<StandardLine[]> {
    const period = year === null ? null : await this.programmes.daysOf(year);
    const scales = await this.scales();
    for await (const page of this.measurements.visibleTo(reader, period)) yield page.map(lineOf(scales));
  }

  private async scales(): Promise<ReadonlyMap<string, Indicator>> {
    return new Map((await this.indicators.all()).map((indicator) => [indicator.code, indicator]));
  }
}

const lineOf =
  (scales: ReadonlyMap<string, Indicator>) =>
  ({ value, valueMax, qualifier, ...record }: MeasurementRecord): StandardLine => {
    const quantity = value === null || qualifier === null ? null : { value, valueMax, qualifier };
    return measurementLine({ ...record, quantity }, scales.get(record.indicator) ?? null);
  };
