import { Inject, Injectable } from '@nestjs/common';
import { dataCallerOf } from '../../accounts/access/caller.rules.js';
import type { DataCaller, PersonIdentity } from '../../accounts/account.types.js';
import { authorWords } from '../../accounts/people/author-words.rules.js';
import { AuthorNamesService } from '../../accounts/people/author-names.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import { MeasurementLifeService } from '../../measurements/measurement-life.service.js';
import type { DecidedItem, DecisionReport } from '../../measurements/measurement-life.types.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import type { WaitingMeasurement } from '../../measurements/waiting-measurement.types.js';
import { WaitingMeasurementsService } from '../../measurements/waiting-measurements.service.js';
import { mayValidate } from '../../measurements/writer-status.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { ChecksService } from '../checks/checks.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { sheetAddress } from '../plan/sheet-address.rules.js';
import { SliceNamesService } from '../plan/slice-names.service.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import { labelOf, type ItemWords, type ReviewedFigure } from './review-item.presenter.js';
import { doneNotice, figuresText, queueAddress, reviewPage, type ReviewInput } from './review.presenter.js';
import { askedFigure, correctionBody, PAGE_SIZE, validationBody, type ReviewQuery } from './review.schema.js';
import type { ReviewView } from './review.types.js';

const MOST_RETURNED = 50;

type Answer = PageBody<ReviewView> | SeeOther;

/** The queue of what waits to be validated: old and new value, doubts, proofs, and the two buttons. */
@Injectable()
export class ReviewPageService {
  constructor(
    @Inject(WaitingMeasurementsService) private readonly waiting: WaitingMeasurementsService,
    @Inject(MeasurementLifeService) private readonly life: MeasurementLifeService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
    @Inject(SliceNamesService) private readonly slices: SliceNamesService,
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  page(reader: PersonIdentity, query: ReviewQuery): Promise<PageBody<ReviewView>> {
    return this.draw(reader, query, doneNotice(query), null);
  }

  /** Validates what was shown, as it was shown: what changed meanwhile stays, and is said. */
  async validate(reader: PersonIdentity, query: ReviewQuery, body: unknown): Promise<Answer> {
    const sent = await submitted(validationBody, body, async ({ items, next }) => ({
      report: await this.decide(reader, items, 'validate', null),
      next,
    }));
    if (!sent.ok) throw unreadable(sent.refusal);
    return this.answer(reader, query, 'valide', sent.result);
  }

  /** Sends one figure back to its author, with what to correct. */
  async correct(reader: PersonIdentity, query: ReviewQuery, body: unknown): Promise<Answer> {
    const sent = await submitted(correctionBody, body, async ({ items, next, reason }) => ({
      report: await this.decide(reader, items, 'return', reason),
      next,
    }));
    if (sent.ok) return this.answer(reader, query, 'renvoye', sent.result);
    const { refusal } = sent;
    const id = askedFigure(refusal.values.items);
    const isReason = refusal.issues.every(({ path }) => path === 'reason');
    if (id === null || !isReason) throw unreadable(refusal);
    return this.draw(reader, query, null, { id, refusal });
  }

  private async decide(
    reader: PersonIdentity,
    items: readonly DecidedItem[],
    decision: 'validate' | 'return',
    reason: string | null,
  ): Promise<DecisionReport> {
    const { review: mode } = await this.settings.settings();
    return this.life.decide(items, decision, { by: writer(reader), mode, reason, partial: true });
  }

  private async answer(
    reader: PersonIdentity,
    query: ReviewQuery,
    done: 'valide' | 'renvoye',
    { report, next = '' }: { report: DecisionReport; next?: string | undefined },
  ): Promise<Answer> {
    const { decided, unchanged, refused } = report;
    const count = decided.length + unchanged.length;
    if (refused.length === 0) {
      const address = queueAddress(query, { fait: done, nombre: String(count) });
      return new SeeOther(next === '' ? address : `${address}#${next}`);
    }
    return this.draw(reader, query, await this.refusedNotice(writer(reader), report, count), null);
  }

  /** Which figures were left as they are, and why. */
  private async refusedNotice(
    by: DataCaller,
    { refused }: DecisionReport,
    count: number,
  ): Promise<ReviewView['notice']> {
    const names = await this.slices.names();
    const told = await this.records.histories(
      refused.map(({ id }) => id),
      by,
    );
    const lines = refused.map(({ id, message }) => {
      const answer = told.get(id)?.at(-1)?.answer;
      return answer === undefined ? sentence`${message}` : sentence`${labelOf(answer, names)} : ${message}`;
    });
    const left = refused.length === 1 ? 'un chiffre est resté' : `${figuresText(refused.length)} sont restés`;
    const text =
      count === 0
        ? sentence`Rien n’a été changé : ${left} comme avant.`
        : sentence`${capitalise(figuresText(count))} ${count === 1 ? 'est traité' : 'sont traités'}, ${left} comme avant.`;
    return { text, lines, tone: 'watch' };
  }

  private async draw(
    reader: PersonIdentity,
    query: ReviewQuery,
    notice: ReviewView['notice'],
    refused: ReviewInput['refused'],
  ): Promise<PageBody<ReviewView>> {
    const by = writer(reader);
    const page = query.page ?? 1;
    const { operation: campaign, organisation } = query;
    const found = await this.waiting.page(
      {
        status: 'submitted',
        ...(campaign === undefined ? {} : { campaign }),
        ...(organisation === undefined ? {} : { organisation }),
        offset: (page - 1) * PAGE_SIZE,
        // One more tells whether another page follows.
        limit: PAGE_SIZE + 1,
      },
      by.limits,
    );
    const shown = found.slice(0, PAGE_SIZE);
    return reviewPage({
      query,
      figures: await this.reviewed(shown, by),
      hasMore: found.length > PAGE_SIZE,
      returned: await this.waiting.page({ status: 'returned', offset: 0, limit: MOST_RETURNED }, by.limits),
      counts: await this.waiting.counts(by.limits),
      slices: await this.waiting.slices(by.limits),
      words: await this.words(),
      mayDecide: mayValidate(by.role),
      notice,
      refused,
    });
  }

  private async reviewed(figures: readonly WaitingMeasurement[], by: DataCaller): Promise<ReviewedFigure[]> {
    const ids = figures.map(({ id }) => id);
    const { review: mode } = await this.settings.settings();
    const [warnings, heldBack] = [
      await this.checks.warningsFor(ids, by),
      mayValidate(by.role) ? await this.life.heldBack(ids, { by, mode }) : new Map<number, string>(),
    ];
    const proofs = await this.evidence.of(ids);
    return figures.map((figure) => ({
      figure,
      warnings: warnings.get(figure.id) ?? [],
      evidence: (proofs.get(figure.id) ?? []).map(({ id, name }) => ({
        label: typographic(name),
        href: `/justificatifs/${id}`,
      })),
      heldBack: heldBack.get(figure.id) ?? null,
    }));
  }

  private async words(): Promise<ItemWords> {
    const authors = await this.authors.names();
    const exercices = await this.programmes.exercices();
    return {
      names: await this.slices.names(),
      author: (signature) =>
        signature.startsWith('token:')
          ? sentence`le jeton ${quote(signature.slice('token:'.length))}`
          : authorWords(signature, authors),
      sheet: (figure) => sheetAddress(figure, exercices),
    };
  }
}

/** Whoever is signed in writes figures in their own name. */
function writer(person: PersonIdentity): DataCaller {
  const by = dataCallerOf({ kind: 'person', person });
  if (by === null) throw new DomainError('forbidden', 'Terminez d’abord votre connexion.', 403);
  return by;
}

/** A form that our page did not make. */
const unreadable = ({ title, issues }: Refusal): DomainError =>
  new DomainError('invalid_request', issues[0]?.message ?? title, 400, issues);
