import type { RejectedMeasurement } from './measurement.types.js';

/** What is sent together: anything at all, until it is read. */
export interface IngestItems {
  items: unknown[];
  /** The line of each; 1, 2, 3… when not given. */
  lines?: number[];
  /** What was wrong before there was an item: lines that could not be read. */
  unread?: RejectedMeasurement[];
}

/** How the whole of a request is taken. */
export interface IngestOptions {
  /** False: one refusal and nothing is written. True: what is right is written. */
  partial: boolean;
  idempotencyKey: string | null;
}

/** A batch that fits in memory. */
export interface IngestRequest extends IngestItems, IngestOptions {
  /** One object was sent, not a list: its conflict is the request's own. */
  single: boolean;
  /** Fingerprint of the bytes received, when they are what says « the same body »; that of what they say otherwise. */
  bodyHash?: string;
}

/** A body of any length, read a few lines at a time. */
export interface MeasurementStream extends IngestOptions {
  chunks: AsyncIterable<IngestItems>;
  bodyHash: string;
}
