import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { DataCaller } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type AnswerKey, IdempotentAnswers } from './idempotent-answers.service.js';
import { batchRefusal, readItems } from './ingest-batch.js';
import type { IngestRequest } from './ingest.types.js';
import type { MeasurementsReport, RecordingContext } from './measurement.types.js';
import { FEW, MeasurementsService } from './measurements.service.js';
import { ReviewModeRepository } from './review-mode.repository.js';
import { readMeasurementShape, type ShapeReading } from './measurements.schema.js';
import { defaultStatusOf } from './writer-status.rules.js';

const MOST_ITEMS = 10_000;

/** The same, once the shape of each item is known. Shapes are flat: unlike items, they can be written out safely. */
interface ReadRequest extends IngestRequest {
  shapes: ShapeReading[];
}

/** What people and programs send: read, limited to their scope, recorded once however often it is sent. */
@Injectable()
export class MeasurementsIngestService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(ReviewModeRepository) private readonly reviews: ReviewModeRepository,
    @Inject(IdempotentAnswers) private readonly answers: IdempotentAnswers,
  ) {}

  /**
   * Records what is right, or nothing when something is wrong and `partial` was not asked.
   * @throws DomainError 422 `measurements_rejected`, 409 `conflict`, 403 `out_of_scope`, 409 `idempotency_key_reused`.
   */
  async ingest(request: IngestRequest, by: DataCaller): Promise<MeasurementsReport> {
    if (request.items.length > MOST_ITEMS) {
      const title = `Un envoi en JSON compte au plus ${formatNumber(MOST_ITEMS)} mesures : découpez celui-ci, qui en compte ${formatNumber(request.items.length)}, ou envoyez une mesure par ligne (application/x-ndjson).`;
      throw new DomainError('batch_too_large', title, 413);
    }
    const sent = { ...request, shapes: request.items.map(readMeasurementShape) };
    const { idempotencyKey: key } = request;
    if (key === null) return this.recordOrRefuse(sent, by);
    const tokenId = this.answers.ownerOf(key, by);
    return this.once({ key, tokenId, bodyHash: request.bodyHash ?? hashOf(sent) }, sent, by);
  }

  /** Two requests with one key wait for each other: the second one finds the answer of the first. */
  private once(key: AnswerKey, request: ReadRequest, by: DataCaller): Promise<MeasurementsReport> {
    const isQuick = request.shapes.length <= FEW;
    return this.unitOfWork[isQuick ? 'share' : 'write'](async () => {
      const given = await this.answers.given(key);
      if (given !== null) return given;
      const report = await this.recordOrRefuse(request, by);
      await this.answers.keep(key, report);
      return report;
    });
  }

  private async recordOrRefuse(request: ReadRequest, by: DataCaller): Promise<MeasurementsReport> {
    const mode = by.role === null ? 'single' : await this.reviews.mode();
    const { inputs, lines, rejected } = readItems(request.shapes, request, by, mode);
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
    throw batchRefusal(all, request.single);
  }
}

/** What was sent, by what it says: spaces between members change nothing. */
function hashOf({ partial, single, shapes, unread = [] }: ReadRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([partial, single, shapes, unread]))
    .digest('hex');
}
