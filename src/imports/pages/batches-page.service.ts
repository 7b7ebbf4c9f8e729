import { Inject, Injectable } from '@nestjs/common';
import { writerOf } from '../../accounts/access/caller.rules.js';
import type { DataCaller, PersonIdentity } from '../../accounts/account.types.js';
import { AuthorNamesService } from '../../accounts/people/author-names.service.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { BatchesService } from '../batches/batches.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { mayTeach } from '../drafts/import-rights.rules.js';
import { batchReport } from './batch-report.presenter.js';
import { batchesPage, batchPage, noticeOf } from './batch.presenter.js';
import type { BatchesView, BatchView } from './batch-page.types.js';
import { ImportNamesService } from './import-names.service.js';
import { type ImportsQuery, pressed } from './imports.schema.js';
import { IMPORTS_PATH, NEW_PATH } from './preview.presenter.js';
import { StandingRepository } from './standing.repository.js';
import { UndoTrialsService } from './undo-trials.service.js';

const PAGE_SIZE = 30;

const callerOf = (person: PersonIdentity): DataCaller => writerOf({ kind: 'person', person });

/** What was imported, and taking it back. */
@Injectable()
export class BatchesPageService {
  constructor(
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(UndoTrialsService) private readonly undoing: UndoTrialsService,
    @Inject(StandingRepository) private readonly standing: StandingRepository,
    @Inject(ImportNamesService) private readonly words: ImportNamesService,
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
  ) {}

  /** The newest imports; a partner's own. */
  async list(person: PersonIdentity, { avant, fait }: ImportsQuery): Promise<PageBody<BatchesView>> {
    const by = callerOf(person);
    const found = await this.batches.list(by, PAGE_SIZE + 1, avant ?? null);
    const batches = found.slice(0, PAGE_SIZE);
    const waiting = (await this.drafts.waiting(by.signature)).map(({ id, createdAt }) => ({
      createdAt,
      href: `${NEW_PATH}/${id}`,
    }));
    return batchesPage({
      batches,
      names: await this.authors.names(),
      waiting: avant === undefined ? waiting : [],
      notice: noticeOf(fait),
      older: found.length > PAGE_SIZE ? `${IMPORTS_PATH}?avant=${batches.at(-1)?.id ?? ''}` : null,
      newer: avant === undefined ? null : IMPORTS_PATH,
    });
  }

  /** @throws DomainError `not_found`. */
  async one(id: number, person: PersonIdentity, { fait }: ImportsQuery): Promise<PageBody<BatchView>> {
    const by = callerOf(person);
    const batch = await this.batches.one(id, by);
    return batchPage({
      batch,
      authors: await this.authors.names(),
      names: await this.words.names(),
      standing: await this.standing.of(id),
      readsQueue: mayTeach(person),
      obstacle: batch.undoneAt === null ? await this.undoing.obstacle(id, by) : null,
      notice: noticeOf(fait),
    });
  }

  /** The report of an import as the lines of a CSV. @throws DomainError `not_found`. */
  async report(id: number, person: PersonIdentity): Promise<{ name: string; content: Iterable<string> }> {
    const batch = await this.batches.one(id, callerOf(person));
    return { name: `import-${id}.csv`, content: batchReport(batch, await this.words.names()) };
  }

  /** Takes an import back, or says what stands on it. */
  async undo(id: number, person: PersonIdentity, body: unknown): Promise<PageBody<BatchView> | SeeOther> {
    const by = callerOf(person);
    const outcome = await submitted(pressed, body, () => this.undoing.undo(id, by));
    if (outcome.ok) return new SeeOther(`${IMPORTS_PATH}/${id}?fait=annule`);
    return { ...(await this.one(id, person, {})), status: outcome.refusal.status };
  }
}
