import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { DataCaller } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import type { ReviewMode } from './measurement-life.types.js';
import type {
  MeasurementInput,
  MeasurementsReport,
  RecordingContext,
  RejectedMeasurement,
} from './measurement.types.js';
import { FEW, MeasurementsService } from './measurements.service.js';
import { ReviewModeRepository } from './review-mode.repository.js';
import { readMeasurementShape, type ShapeReading } from './measurements.schema.js';
import { defaultStatusOf, statusIssue } from './writer-status.rules.js';

const MOST_ITEMS = 10_000;
const MOST_REJECTIONS_TOLD = 1_000;
const KEY_SHAPE = /^[\x21-\x7e]{1,255}$/;
const REMEMBERED_MS = 24 * 3_600_000;

/** A batch as it is sent: anything at all, until it is read. */
export interface IngestRequest {
  /** One item, or several with the line of each. */
  items: unknown[];
  lines?: number[];
  /** What was wrong before there was an item: lines of a file that could not be read. */
  unread?: RejectedMeasurement[];
  /** One object was sent, not a list: its conflict is the request's own. */
  single: boolean;
  partial: boolean;
  idempotencyKey: string | null;
}

/** The same, once the shape of each item is known. Shapes are flat: unlike items, they can be written out safely. */
interface ReadRequest extends IngestRequest {
  shapes: ShapeReading[];
}

/** What people and programs send: read, limited to their scope, recorded once however often it is sent. */
@Injectable()
export class MeasurementsIngestService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(ReviewModeRepository) private readonly reviews: ReviewModeRepository,
    @Inject(IdempotencyRepository) private readonly answers: IdempotencyRepository,
  ) {}

  /**
   * Records what is right, or nothing when something is wrong and `partial` was not asked.
   * @throws DomainError 422 `measurements_rejected`, 409 `conflict`, 403 `out_of_scope`, 409 `idempotency_key_reused`.
   */
  async ingest(request: IngestRequest, by: DataCaller): Promise<MeasurementsReport> {
    if (request.items.length > MOST_ITEMS) {
      const title = `Un envoi compte au plus ${formatNumber(MOST_ITEMS)} mesures : découpez celui-ci, qui en compte ${formatNumber(request.items.length)}.`;
      throw new DomainError('batch_too_large', title, 413);
    }
    const sent = { ...request, shapes: request.items.map(readMeasurementShape) };
    if (request.idempotencyKey === null) return this.recordOrRefuse(sent, by);
    if (!KEY_SHAPE.test(request.idempotencyKey)) {
      const title =
        'L’en-tête Idempotency-Key est un texte de 255 caractères au plus, sans accents ni espaces.';
      throw new DomainError('wrong_idempotency_key', title, 400);
    }
    if (by.tokenId === null) {
      const title =
        'L’en-tête Idempotency-Key vaut pour un jeton : retirez-le d’un envoi fait avec une session.';
      throw new DomainError('wrong_idempotency_key', title, 400);
    }
    return this.once({ key: request.idempotencyKey, tokenId: by.tokenId }, sent, by);
  }

  /** Two requests with one key wait for each other: the second one finds the answer of the first. */
  private once(
    { key, tokenId }: { key: string; tokenId: number },
    request: ReadRequest,
    by: DataCaller,
  ): Promise<MeasurementsReport> {
    const { partial, single, shapes, unread = [] } = request;
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([partial, single, shapes, unread]))
      .digest('hex');
    const since = new Date(this.clock.now().getTime() - REMEMBERED_MS).toISOString();
    const isQuick = shapes.length <= FEW;
    return this.unitOfWork[isQuick ? 'share' : 'write'](async () => {
      const known = await this.answers.find(tokenId, key, since);
      if (known !== null) {
        if (known.bodyHash === bodyHash) return reportOf(known.answer);
        const title = 'Cette clé Idempotency-Key a déjà servi pour un autre envoi : prenez-en une nouvelle.';
        throw new DomainError('idempotency_key_reused', title, 409);
      }
      const report = await this.recordOrRefuse(request, by);
      const createdAt = this.clock.instant();
      const answer = JSON.stringify(report);
      await this.answers.keep({ tokenId, key, bodyHash, status: 200, answer, createdAt }, since);
      return report;
    });
  }

  private async recordOrRefuse(request: ReadRequest, by: DataCaller): Promise<MeasurementsReport> {
    const mode = by.role === null ? 'single' : await this.reviews.mode();
    const { inputs, lines, rejected } = read(request, by, mode);
    const context: RecordingContext = {
      recordedBy: by.signature,
      defaultStatus: defaultStatusOf(by.role, mode),
      limits: by.limits,
      partial: request.partial,
      lines,
    };
    const refused = rejected.length > 0 && !request.partial;
    const report = refused
      ? await this.measurements.preview(inputs, context)
      : await this.measurements.record(inputs, context);
    const all = [...rejected, ...report.rejected].toSorted((one, other) => one.line - other.line);
    if (all.length === 0 || request.partial) return { ...report, rejected: all };
    throw refusal(all, request.single);
  }
}

/** What can be recorded, with the line of each, and what cannot be read or may not be said. */
function read(
  { shapes, lines: given, unread = [] }: ReadRequest,
  by: DataCaller,
  mode: ReviewMode,
): { inputs: MeasurementInput[]; lines: number[]; rejected: RejectedMeasurement[] } {
  const inputs: MeasurementInput[] = [];
  const lines: number[] = [];
  const rejected = [...unread];
  for (const [index, reading] of shapes.entries()) {
    const line = given?.[index] ?? index + 1;
    if (!reading.ok) {
      for (const issue of reading.issues) rejected.push({ ...issue, line });
      continue;
    }
    const reserved = statusIssue(reading.input.status, by.role, mode);
    if (reserved !== null) {
      rejected.push({ ...reserved, line });
      continue;
    }
    inputs.push(reading.input);
    lines.push(line);
  }
  return { inputs, lines, rejected };
}

/** The refusal of a whole batch. The problem document has the members of a report, of which nothing was written. */
function refusal(rejected: RejectedMeasurement[], single: boolean): DomainError {
  const details = { created: 0, updated: 0, unchanged: 0, rejected: rejected.slice(0, MOST_REJECTIONS_TOLD) };
  const issues = details.rejected;
  const only = (code: string): boolean => rejected.every((one) => one.code === code);
  if (single && only('conflict')) {
    const title = 'Ce chiffre a changé entre-temps : rien n’a été enregistré.';
    return new DomainError('conflict', title, 409, issues, details);
  }
  if (only('out_of_scope')) {
    const title = 'Votre accès ne permet pas d’enregistrer ces chiffres : rien n’a été enregistré.';
    return new DomainError('out_of_scope', title, 403, issues, details);
  }
  const title = single
    ? 'Ce chiffre est à corriger : rien n’a été enregistré.'
    : 'Des chiffres sont à corriger : rien n’a été enregistré.';
  return new DomainError('measurements_rejected', title, 422, issues, details);
}

/** An answer that we wrote ourselves. */
const reportOf = (answer: string): MeasurementsReport => JSON.parse(answer) as MeasurementsReport;
