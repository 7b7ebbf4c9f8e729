import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Clock } from '../../platform/clock/clock.js';
import { fingerprint } from '../fingerprint.js';
import { ReadingService } from '../reading.service.js';
import type { Draft, DraftAnswers, DraftFile, DraftFileAnswers } from './draft.types.js';
import { DraftsRepository } from './drafts.repository.js';
import { shownFileName } from './file-name.rules.js';

/** A draft is for now: what nobody decided upon within a day is forgotten. */
const KEPT_MS = 24 * 3_600_000;
/** Of one person: dropping again and again fills no disk. */
const MOST_WAITING = 10;

/** A file on its way in. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

const notFound = (): DomainError =>
  new DomainError(
    'not_found',
    'Cet import n’attend plus : un dépôt est gardé un jour. Déposez les fichiers de nouveau.',
    404,
  );

/** Files that were dropped, until somebody decides what becomes of them: read, and rid of what is personal. */
@Injectable()
export class DraftsService {
  constructor(
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Reads files and keeps what they hold, or why they are not read. @param createdBy `person:12` @returns its number */
  async create(sent: readonly SentFile[], createdBy: string): Promise<number> {
    const files: Omit<DraftFile, 'id'>[] = [];
    for (const { name, bytes } of sent) files.push(await this.fileOf(name, bytes));
    const waiting = await this.drafts.waiting(createdBy);
    await this.drafts.remove(waiting.slice(MOST_WAITING - 1).map(({ id }) => id));
    return this.drafts.add({ createdBy, createdAt: this.clock.instant(), answers: {} }, files);
  }

  private async fileOf(sentName: string, bytes: Buffer): Promise<Omit<DraftFile, 'id'>> {
    const name = shownFileName(sentName);
    const { length: size } = bytes;
    const sha256 = await fingerprint(bytes);
    const answers: DraftFileAnswers = { reading: {}, asked: [], sender: null };
    const said = await this.reading.read(bytes, {});
    const read = said.ok ? { kept: said.kept, refusal: null } : { kept: null, refusal: said.refusal };
    return { name, sha256, size, answers, ...read };
  }

  /** @throws DomainError `not_found`, also for somebody else's. */
  async one(id: number, by: string): Promise<Draft> {
    const draft = await this.drafts.one(id);
    if (draft === null || draft.createdBy !== by || draft.createdAt < this.oldest()) throw notFound();
    return draft;
  }

  /** Those of somebody that wait, the newest first. */
  async waiting(by: string): Promise<{ id: number; createdAt: string }[]> {
    const oldest = this.oldest();
    return (await this.drafts.waiting(by)).filter(({ createdAt }) => createdAt >= oldest);
  }

  answer(
    { id }: Pick<Draft, 'id'>,
    answers: DraftAnswers,
    files: ReadonlyMap<number, DraftFileAnswers>,
  ): Promise<void> {
    return this.drafts.answer(id, answers, files);
  }

  /** Takes one file out of a draft; the last one takes the draft along. @returns whether files are left */
  async removeFile({ id, files }: Draft, fileId: number): Promise<boolean> {
    const left = files.filter((file) => file.id !== fileId);
    if (left.length === 0) await this.drafts.remove([id]);
    else await this.drafts.removeFile(id, fileId);
    return left.length > 0;
  }

  discard({ id }: Pick<Draft, 'id'>): Promise<void> {
    return this.drafts.remove([id]);
  }

  /** Joins the unit of work in which it is applied. @returns false when it was applied already. */
  markApplied({ id }: Pick<Draft, 'id'>, batchId: number): Promise<boolean> {
    return this.drafts.markApplied(id, batchId);
  }

  forgetOld(): Promise<void> {
    return this.drafts.removeBefore(this.oldest());
  }

  private oldest(): string {
    return new Date(this.clock.now().getTime() - KEPT_MS).toISOString();
  }
}
