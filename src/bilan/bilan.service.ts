import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { DocumentRenderer } from '../platform/documents/document-renderer.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import { bilanAttachments } from './bilan-attachments.presenter.js';
import { BilanDataService } from './bilan-data.service.js';
import { bilanDocument } from './bilan-document.rules.js';
import type { BilanFile } from './bilan.types.js';
import { fingerprintOf } from './fingerprint.js';

/** Drafts kept: a few years asked again and again by the members of a session. */
const KEPT = 4;
/** A waiting reader is told when to try again. */
const RETRY_AFTER_SECONDS = 5;

/** The yearly report as a PDF. */
@Injectable()
export class BilanService implements OnApplicationShutdown {
  /** By fingerprint, oldest first. */
  private readonly made = new Map<string, Promise<BilanFile>>();

  constructor(
    @Inject(BilanDataService) private readonly data: BilanDataService,
    @Inject(DocumentRenderer) private readonly renderer: DocumentRenderer,
  ) {}

  /**
   * The bilan of a year from its present figures. The same figures give the same bytes, made once.
   * @throws DomainError 404 without exercice or figures, 503 when too many documents are being made.
   */
  async draft(year: number): Promise<BilanFile> {
    const data = await this.data.ofYear(year);
    const fingerprint = fingerprintOf(data);
    const known = this.made.get(fingerprint);
    if (known !== undefined) return known;
    const document = bilanDocument(data, fingerprint, bilanAttachments(data, fingerprint));
    const making = this.renderer
      .render(document)
      .then(({ bytes, pages, warnings }) => ({
        bytes,
        pages,
        warnings,
        fileName: `bilan-${exerciceLabel(data.period)}-brouillon.pdf`,
      }))
      .catch((error: unknown) => {
        this.made.delete(fingerprint);
        throw withRetry(error);
      });
    this.remember(fingerprint, making);
    return making;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.renderer.close();
  }

  private remember(fingerprint: string, making: Promise<BilanFile>): void {
    this.made.set(fingerprint, making);
    const [oldest] = this.made.keys();
    if (this.made.size > KEPT && oldest !== undefined) this.made.delete(oldest);
  }
}

function withRetry(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.status !== 503) return error;
  return new DomainError(error.code, error.title, error.status, error.issues, {
    ...error.details,
    retryAfter: RETRY_AFTER_SECONDS,
  });
}
