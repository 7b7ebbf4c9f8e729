import { Inject, Injectable } from '@nestjs/common';
import { basename } from 'node:path';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { TargetsService } from '../targets/targets.service.js';
import { fileText, identifyFile } from './file-text.js';
import { ImportDraft, type PendingRow } from './import-draft.js';
import type { Encoding, ImportReport } from './import.types.js';
import { rowContext } from './standard/indicator-scales.rules.js';
import { rejectedCells, targetCells } from './standard/rejections.rules.js';
import { readStandardFile } from './standard/standard-file.reader.js';
import { readRow, type RowContext } from './standard/standard-row.rules.js';

/** Rows recorded together. A « dont » and its total may come in either order within one group. */
const CHUNK = 5_000;

export interface ImportOptions {
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
}

/** Ends the unit of work without keeping anything: the report is already made. */
class NothingToKeep extends Error {}

/** Files of figures: read, checked, recorded whole or not at all. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /**
   * Imports one file of any size in one unit of work. One line refused and nothing of the file is kept; the report
   * tells every refusal. The same file again is all `unchanged`.
   */
  async importFile(path: string, options: ImportOptions): Promise<ImportReport> {
    const draft = new ImportDraft(basename(path));
    const encoding = await this.identify(path, draft);
    if (encoding === null) return draft.report();
    try {
      await this.unitOfWork.write(async () => {
        await this.record(fileText(path, encoding), draft);
        if (draft.isRefused || options.dryRun) throw new NothingToKeep();
        await this.tell(draft.report());
      });
    } catch (error) {
      if (!(error instanceof NothingToKeep)) throw error;
    }
    return draft.report();
  }

  /** What a file changed, in the journal. Its name may hold somebody's: its fingerprint says which file it was. */
  private async tell({ sha256, created, updated, unchanged }: ImportReport): Promise<void> {
    if (created + updated === 0) return;
    const after = { sha256, created, updated, unchanged };
    await this.audit.record({ action: 'import.recorded', subject: null, after });
  }

  private async identify(path: string, draft: ImportDraft): Promise<Encoding | null> {
    const refuse = ({ code, title }: DomainError): null => {
      draft.unknownProfile({ line: 1, column: '', code, message: title });
      return null;
    };
    try {
      const { sha256, encoding } = await identifyFile(path);
      const isText = !(encoding instanceof DomainError);
      draft.identify({ sha256, encoding: isText ? encoding : null });
      return isText ? encoding : refuse(encoding);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(error);
    }
  }

  private async record(text: AsyncIterable<string>, draft: ImportDraft): Promise<void> {
    const context = await this.rowContext();
    let pending: PendingRow[] = [];
    for await (const event of readStandardFile(text)) {
      if (event.kind === 'unknown_profile') {
        draft.unknownProfile(event.rejected);
        continue;
      }
      if (event.kind === 'rejected') {
        draft.reject(event.rejected);
        continue;
      }
      const reading = readRow(event.row, { ...context, line: event.line });
      draft.read(reading, event.line, pending);
      if (pending.length < CHUNK) continue;
      await this.flush(pending, draft, context);
      pending = [];
    }
    await this.flush(pending, draft, context);
  }

  private async rowContext(): Promise<Omit<RowContext, 'line'>> {
    return rowContext((await this.programmes.programme()).code, await this.indicators.all());
  }

  private async flush(
    pending: readonly PendingRow[],
    draft: ImportDraft,
    context: Omit<RowContext, 'line'>,
  ): Promise<void> {
    const measurements = pending.filter((row) => row.kind === 'measurement');
    const report = await this.measurements.record(
      measurements.map((row) => row.input),
      {
        recordedBy: `import:${draft.file}`,
        defaultStatus: 'validated',
        partial: false,
        lines: measurements.map((row) => row.line),
        onPartsUnderTotal: (found) => draft.partsUnderTotal(found, context.indicator),
      },
    );
    draft.reject(rejectedCells(report.rejected));
    draft.count(report);
    for (const row of pending) {
      if (row.kind === 'target') await this.storeTarget(row, draft);
    }
  }

  private async storeTarget(row: PendingRow & { kind: 'target' }, draft: ImportDraft): Promise<void> {
    try {
      draft.countTarget(
        await this.targets.store(row.definition, {
          recordedAt: this.clock.instant(),
          recordedBy: `import:${draft.file}`,
          reason: null,
        }),
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      draft.reject(targetCells(error, row.line));
    }
  }
}
