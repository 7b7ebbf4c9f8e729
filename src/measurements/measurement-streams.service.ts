import { Inject, Injectable } from '@nestjs/common';
import { setImmediate as nextRound } from 'node:timers/promises';
import type { DataCaller } from '../accounts/account.types.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type AnswerKey, IdempotentAnswers } from './idempotent-answers.service.js';
import { batchRefusal, readItems } from './ingest-batch.js';
import type { IngestItems, MeasurementStream } from './ingest.types.js';
import type { MeasurementsReport } from './measurement.types.js';
import { MeasurementsIngestService } from './measurements-ingest.service.js';
import { readMeasurementShape } from './measurements.schema.js';
import { MeasurementsService } from './measurements.service.js';
import { ReviewModeRepository } from './review-mode.repository.js';
import { StreamRecording } from './stream-recording.js';
import { defaultStatusOf } from './writer-status.rules.js';

/** Bodies of any length: recorded a chunk at a time, between which the server answers everybody else. */
@Injectable()
export class MeasurementStreamsService {
  /** The last request under way by key: one that comes with the same key waits for it. */
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(MeasurementsIngestService) private readonly batches: MeasurementsIngestService,
    @Inject(ReviewModeRepository) private readonly reviews: ReviewModeRepository,
    @Inject(IdempotentAnswers) private readonly answers: IdempotentAnswers,
  ) {}

  /**
   * Records all of a body in one unit of work, or what is right of it chunk by chunk when `partial` was asked. A body of
   * one chunk is a batch like any other.
   * @throws DomainError as `MeasurementsIngestService.ingest` does.
   */
  async ingest(stream: MeasurementStream, by: DataCaller): Promise<MeasurementsReport> {
    const chunks = stream.chunks[Symbol.asyncIterator]();
    try {
      const first = await chunks.next();
      const second = first.done ? first : await chunks.next();
      const { partial, idempotencyKey, bodyHash } = stream;
      if (second.done) {
        const items = first.done ? { items: [] } : first.value;
        return await this.batches.ingest({ ...items, single: false, partial, idempotencyKey, bodyHash }, by);
      }
      const all = rejoined([first.value as IngestItems, second.value], chunks);
      if (idempotencyKey === null) return await this.record(all, partial, null, by);
      const key = { key: idempotencyKey, tokenId: this.answers.ownerOf(idempotencyKey, by), bodyHash };
      return await this.inTurn(key, () => this.record(all, partial, key, by));
    } finally {
      await chunks.return?.();
    }
  }

  private async record(
    chunks: AsyncIterable<IngestItems>,
    partial: boolean,
    key: AnswerKey | null,
    by: DataCaller,
  ): Promise<MeasurementsReport> {
    const given = async () => (key === null ? null : this.answers.given(key));
    const known = await given();
    if (known !== null) return known;
    const whole = async (): Promise<MeasurementsReport> => {
      // Another server of the same base may have answered while this one waited for its turn to write.
      const told = partial ? null : await given();
      if (told !== null) return told;
      const report = await this.recordAll(chunks, partial, by);
      if (report.rejected.length > 0 && !partial) throw batchRefusal(report.rejected, false);
      if (key !== null) await this.answers.keep(key, report);
      return report;
    };
    return partial ? whole() : this.unitOfWork.write(whole);
  }

  private async recordAll(
    chunks: AsyncIterable<IngestItems>,
    partial: boolean,
    by: DataCaller,
  ): Promise<MeasurementsReport> {
    const mode = by.role === null ? 'single' : await this.reviews.mode();
    const context = {
      recordedBy: by.signature,
      defaultStatus: defaultStatusOf(by.role, mode),
      limits: by.limits,
      // What is right is written even when nothing of it will be kept: what follows is judged by it.
      partial: true,
    };
    const recording = new StreamRecording(async (inputs, lines) => {
      await nextRound();
      return this.measurements.record(inputs, { ...context, lines });
    });
    for await (const chunk of chunks) {
      await nextRound();
      await recording.take(readItems(chunk.items.map(readMeasurementShape), chunk, by, mode));
      if (!partial && recording.hasToldEnough) break;
    }
    return recording.end();
  }

  private async inTurn<T>(key: AnswerKey, work: () => Promise<T>): Promise<T> {
    const name = `${key.tokenId} ${key.key}`;
    const before = this.underWay.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.underWay.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.underWay.get(name) === mine) this.underWay.delete(name);
    }
  }
}

/** Chunks already taken, then those that follow. */
async function* rejoined(
  taken: readonly IngestItems[],
  rest: AsyncIterator<IngestItems>,
): AsyncGenerator<IngestItems> {
  yield* taken;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
