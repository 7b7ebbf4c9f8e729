import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { DataCaller } from '../accounts/account.types.js';
import type { FigureAnswer } from '../figures/figure-answer.rules.js';
import { FiguresService } from '../figures/figures.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { xlsxStream } from '../platform/spreadsheets/xlsx-writer.js';
import { figureSheet } from './figure-sheet.rules.js';
import { indicatorSheet } from './indicator-columns.rules.js';
import { StandardExportService } from './standard-export.service.js';
import { standardSheet } from './standard-sheet.rules.js';
import type { StandardLine } from './standard-line.types.js';

/** Workbooks: the measurements that come back, the figures made of them, what they mean. */
@Injectable()
export class WorkbookExportService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(StandardExportService) private readonly standard: StandardExportService,
  ) {}

  /**
   * A workbook of what a reader may see of an exercice; of all of them when not said. Totals hold the figures of everybody:
   * a program that is limited to some of them is given none.
   */
  async visibleTo(reader: DataCaller | null, year: number | null): Promise<Readable> {
    const isLimited = reader?.role === null && Object.values(reader.limits).some((codes) => codes !== null);
    return this.workbook(year, this.standard.visibleTo(reader, year), !isLimited);
  }

  /** A workbook of these measurements, with the figures of the same exercices unless they are not wanted. */
  async workbook(
    year: number | null,
    lines: AsyncIterable<readonly StandardLine[]>,
    withFigures = true,
  ): Promise<Readable> {
    const { code, name, carriedBy } = await this.programmes.programme();
    const indicators = await this.indicators.all();
    const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return xlsxStream({
      title: year === null ? name : `${name} · ${year}`,
      author: carriedBy === '' ? name : carriedBy,
      sheets: [
        standardSheet(code, lines, byCode),
        ...(withFigures ? [figureSheet(await this.figuresOf(year), byCode)] : []),
        indicatorSheet(indicators),
      ],
    });
  }

  private async figuresOf(year: number | null): Promise<FigureAnswer[]> {
    const years =
      year === null ? (await this.programmes.exercices()).map((exercice) => exercice.year) : [year];
    const found: FigureAnswer[] = [];
    for (const one of years)
      found.push(...(await this.figures.answers({ year: one, compare: 'none' }, null)));
    return found;
  }
}
