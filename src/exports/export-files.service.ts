import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { writeWholeFile } from '../platform/files/whole-file.js';
import type { ExportCounts, ExportFormat } from './exports.types.js';
import { standardCsv } from './standard-file.rules.js';
import type { StandardLine } from './standard-line.types.js';
import { StandardExportService } from './standard-export.service.js';
import { WorkbookExportService } from './workbook-export.service.js';

/** A file whose data changes while it is written is written again, this many times at most. */
const MOST_TRIES = 3;

/** Files that hold the figures, on the disk of whoever asks. */
@Injectable()
export class ExportFilesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(StandardExportService) private readonly standard: StandardExportService,
    @Inject(WorkbookExportService) private readonly workbooks: WorkbookExportService,
  ) {}

  /**
   * Writes a file of everything, or of an exercice, and tells the journal. It never stands half-written under its name,
   * and holds one moment of the data as long as writers leave one.
   * @throws DomainError `unwritable_file`, `no_programme`.
   */
  async write(format: ExportFormat, year: number | null, file: string): Promise<ExportCounts> {
    let counts: ExportCounts = { measurements: 0, targets: 0 };
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const before = await this.unitOfWork.dataVersion();
      counts = { measurements: 0, targets: 0 };
      await writeWholeFile(file, await this.contentOf(format, year, counts));
      if ((await this.unitOfWork.dataVersion()) === before) break;
    }
    await this.trail.record({
      action: 'figures.exported',
      subject: null,
      after: { format, year, ...counts },
    });
    return counts;
  }

  private async contentOf(
    format: ExportFormat,
    year: number | null,
    counts: ExportCounts,
  ): Promise<AsyncIterable<string | Uint8Array>> {
    const lines = counted(this.standard.everything(year), counts);
    return format === 'csv'
      ? standardCsv(await this.standard.programmeCode(), lines)
      : this.workbooks.workbook(year, lines);
  }
}

/** The same pages, counted as they pass. */
async function* counted(
  pages: AsyncIterable<StandardLine[]>,
  counts: ExportCounts,
): AsyncGenerator<StandardLine[]> {
  for await (const lines of pages) {
    const targets = lines.filter(({ kind }) => kind === 'target' || kind === 'baseline').length;
    counts.targets += targets;
    counts.measurements += lines.length - targets;
    yield lines;
  }
}
