import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { DataCaller } from '../../accounts/account.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { IngestItems, IngestOptions } from '../../measurements/ingest.types.js';
import type { MeasurementsReport } from '../../measurements/measurement.types.js';
import { MeasurementStreamsService } from '../../measurements/measurement-streams.service.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { decoded, encodingBy } from '../file-text.js';
import { rowContext } from '../standard/indicator-scales.rules.js';
import { BodySpool } from './body-spool.js';
import { jsonLineChunks } from './json-lines.reader.js';
import type { SpooledBody } from './spooled-body.js';
import { standardLineChunks } from './standard-lines.reader.js';

/** Lines recorded together: a few tens of milliseconds, between which the server does other things. */
const CHUNK = 1_000;

/** A body on its way. */
export interface IncomingBody extends IngestOptions {
  source: Readable;
  /** In lower case, without parameters: `text/csv` or `application/x-ndjson`. */
  mediaType: string;
  contentEncoding: string | undefined;
  /** How many bytes its sender says there are. */
  announced: number | null;
}

/** Measurements sent as JSON lines or as a standard file, of any length: taken in whole, then recorded. */
@Injectable()
export class StreamedIngestService {
  constructor(
    @Inject(BodySpool) private readonly spool: BodySpool,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(MeasurementStreamsService) private readonly streams: MeasurementStreamsService,
  ) {}

  /** @throws DomainError what `BodySpool.receive` and `MeasurementStreamsService.ingest` do; 415 `compressed_body`. */
  async ingest(incoming: IncomingBody, by: DataCaller): Promise<MeasurementsReport> {
    refuseCompressed(incoming.contentEncoding);
    const body = await this.spool.receive(incoming.source, incoming.announced);
    try {
      const { partial, idempotencyKey, mediaType } = incoming;
      const bodyHash = createHash('sha256')
        .update(JSON.stringify([partial, mediaType, body.sha256]))
        .digest('hex');
      const chunks = await this.chunksOf(body, mediaType);
      return await this.streams.ingest({ chunks, bodyHash, partial, idempotencyKey }, by);
    } finally {
      await body.remove();
    }
  }

  private async chunksOf(body: SpooledBody, mediaType: string): Promise<AsyncIterable<IngestItems>> {
    if (mediaType === 'text/csv') {
      const text = decoded(body.pieces(), encodingBy(body.head, body.isUtf8));
      const context = rowContext((await this.programmes.programme()).code, await this.indicators.all());
      return standardLineChunks(text, context, CHUNK);
    }
    if (!body.isUtf8) throw new DomainError('invalid_json', 'Ce texte n’est pas en UTF-8.', 400);
    return jsonLineChunks(body.pieces(), CHUNK);
  }
}

function refuseCompressed(encoding: string | undefined): void {
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return;
  const title =
    'Cet envoi est compressé (Content-Encoding) : envoyez le texte tel quel, sa longueur n’est pas limitée à celle d’une page.';
  throw new DomainError('compressed_body', title, 415);
}
