import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import { mayValidate } from '../measurements/writer-status.rules.js';
import { WriterStatusService } from '../measurements/writer-status.service.js';
import { type Batch, BatchesService } from './batches/batches.service.js';
import { heldToRights } from './drafts/import-rights.rules.js';
import type { ImportReport } from './import.types.js';
import type { Interpretation } from './interpretation.types.js';
import { isHeld, waitsForAnswer } from './waiting-questions.rules.js';
import type { ImportQuery } from './imports.schema.js';
import { type ImportOutcome, ImportsService, type SentFile } from './imports.service.js';

const PAGE = 50;
/** Vocabulary is the team's, and that of the programs that it trusts with everything. */
const mayCreate = ({ role, limits }: DataCaller): boolean =>
  role === null ? Object.values(limits).every((limit) => limit === null) : role !== 'contributor';

/** A batch as the API tells it. */
export interface BatchAnswer {
  id: number;
  origin: Batch['origin'];
  appliedAt: string;
  appliedBy: string;
  undoneAt: string | null;
  files: Pick<
    ImportReport,
    'file' | 'sha256' | 'profile' | 'encoding' | 'rowsRead' | 'created' | 'updated' | 'unchanged'
  >[];
}

/** Files that programs send, and what became of them. */
@Injectable()
export class ImportsApiService {
  constructor(
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(WriterStatusService) private readonly statuses: WriterStatusService,
  ) {}

  /**
   * Imports a file of any known format, or says what it would do.
   * @throws DomainError 422 `import_refused` with the same members, when something is refused or waits for an answer.
   */
  async send(file: SentFile, query: ImportQuery, by: DataCaller): Promise<ImportOutcome> {
    const { dryRun, create, totals, ...answers } = query;
    if (create && !mayCreate(by)) {
      const title = 'Créer un indicateur ou un canal revient à l’équipe : importez sans « create ».';
      throw new DomainError('creation_reserved', title, 403);
    }
    if (file.bytes.length === 0) {
      const title = 'Il manque le fichier : envoyez-le dans le champ « file » d’un formulaire multipart.';
      throw new DomainError('missing_file', title, 400);
    }
    const { byDefault: defaultStatus, issueOf } = await this.statuses.of(by.role);
    const { organisations } = by.limits;
    const own = organisations?.length === 1 ? organisations : null;
    const held = (said: Interpretation): Interpretation =>
      heldToRights(said, { role: by.role, organisations: own }, issueOf);
    const author = { signature: by.signature, limits: by.limits, defaultStatus };
    const outcome = await this.imports.importSent([file], {
      dryRun,
      create,
      totals,
      answers,
      author,
      held,
      origin: 'api',
    });
    if (dryRun || !outcome.files.some(isHeld)) return outcome;
    const [report] = outcome.files;
    const issues = (report?.rejected ?? []).map(({ line, column, code, message }) => ({
      line,
      path: column,
      code,
      message,
    }));
    const waits = (report?.questions ?? []).filter(waitsForAnswer);
    const asked = waits.map(({ answer, code, message }) => ({ path: answer?.name ?? '', code, message }));
    const title = 'Ce fichier est à corriger, ou une question attend sa réponse : rien n’a été enregistré.';
    throw new DomainError('import_refused', title, 422, [...issues, ...asked], { ...outcome });
  }

  /** Newest first, those of whoever asks unless they are of the team. */
  async list(by: DataCaller, before: number | undefined): Promise<{ items: BatchAnswer[]; next?: string }> {
    const found = await this.batches.list(by, PAGE + 1, before ?? null);
    const items = found.slice(0, PAGE).map(answerOf);
    const last = items.at(-1);
    return found.length > PAGE && last !== undefined ? { items, next: String(last.id) } : { items };
  }

  /** One of them with its whole report. @throws DomainError `not_found`. */
  async one(id: number, by: DataCaller): Promise<BatchAnswer & { reports: ImportReport[] }> {
    const batch = await this.batches.one(id, by);
    return { ...answerOf(batch), reports: batch.files.map(({ report }) => report) };
  }

  /** Takes one back: see `BatchesService.undo`. */
  async undo(id: number, by: DataCaller): Promise<BatchAnswer> {
    await this.batches.undo(id, by, mayValidate(by.role));
    return answerOf(await this.batches.one(id, by));
  }
}

function answerOf({ id, origin, appliedAt, appliedBy, undoneAt, files }: Batch): BatchAnswer {
  return {
    id,
    origin,
    appliedAt,
    appliedBy,
    undoneAt,
    files: files.map(({ name, sha256, profile, encoding, rowsRead, created, updated, unchanged }) => ({
      file: name,
      sha256,
      profile,
      encoding,
      rowsRead,
      created,
      updated,
      unchanged,
    })),
  };
}
