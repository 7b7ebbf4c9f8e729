import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { DataCaller } from '../accounts/account.types.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { ExportQuery } from './exports.schema.js';
import { indicatorsCsv } from './indicator-columns.rules.js';
import { standardCsv } from './standard-file.rules.js';
import { StandardExportService } from './standard-export.service.js';
import { WorkbookExportService } from './workbook-export.service.js';

/** Files that readers take away from the site, each with its name. */
@Injectable()
export class DownloadsService {
  constructor(
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(StandardExportService) private readonly standard: StandardExportService,
    @Inject(WorkbookExportService) private readonly workbooks: WorkbookExportService,
  ) {}

  /** The measurements that a reader may see, in the standard format. */
  async measurementsCsv(
    { year }: ExportQuery,
    reader: DataCaller | null,
  ): Promise<{ name: string; content: AsyncIterable<string> }> {
    const lines = this.standard.visibleTo(reader, year ?? null);
    return {
      name: named('mesures', year, 'csv'),
      content: standardCsv(await this.standard.programmeCode(), lines),
    };
  }

  /** The same in a workbook, beside figures and definitions. */
  async workbook(
    { year }: ExportQuery,
    reader: DataCaller | null,
  ): Promise<{ name: string; content: Readable }> {
    return {
      name: named('chiffres', year, 'xlsx'),
      content: await this.workbooks.visibleTo(reader, year ?? null),
    };
  }

  /** What indicators count. */
  async indicatorsCsv(): Promise<{ name: string; content: string[] }> {
    return { name: 'indicateurs.csv', content: indicatorsCsv(await this.indicators.all()) };
  }
}

const named = (what: string, year: number | undefined, extension: string): string =>
  `${what}${year === undefined ? '' : `-${year}`}.${extension}`;
