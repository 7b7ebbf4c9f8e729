import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { PeopleService } from '../accounts/people/people.service.js';
import { DomainError, type InputIssue } from '../kernel/domain-error.js';
import { groupBy } from '../kernel/group-by.rules.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import { conflictText } from './measurement-conflict.rules.js';
import { decisionEvents } from './measurement-journal.rules.js';
import type { DatedExercice } from '../programme/exercice.rules.js';
import { MeasurementLifeRepository } from './measurement-life.repository.js';
import {
  decided,
  fourEyesText,
  isDone,
  orderIssue,
  OUTCOMES,
  reasonIssue,
  reasonKept,
  rightsIssue,
  saysTheSame,
  writersOf,
} from './measurement-life.rules.js';
import type {
  DecidedItem,
  Decision,
  DecisionContext,
  DecisionRefusal,
  DecisionReport,
  LivingMeasurement,
} from './measurement-life.types.js';
import { scopeIds, type ScopeIds } from './measurement-scope.rules.js';
import { naturalKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { RecordsRepository } from './records.repository.js';
import { sealedIssue } from './sealed-exercices.rules.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import { counts } from './writer-status.rules.js';

/** Why a figure counts that nobody looked at again. */
export const VALIDATED_BY_SETTING = 'Validé d’office : réglage de l’équipe';

/** What decides on one figure. */
interface Deciding {
  decision: Decision;
  context: DecisionContext;
  sealed: readonly DatedExercice[];
  /** What each version said of the figures that changed since they were read. */
  read: (id: number, version: number) => MeasurementContent | null;
  /** Who else may validate, for whoever may not validate their own. */
  others: () => Promise<string[]>;
}

/** A figure as it goes from one hand to the next: sent, validated, sent back, taken back. Versions only, never an erasure. */
@Injectable()
export class MeasurementLifeService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(MeasurementLifeRepository) private readonly lives: MeasurementLifeRepository,
    @Inject(RecordsRepository) private readonly records: RecordsRepository,
    @Inject(MeasurementsRepository) private readonly measurements: MeasurementsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /**
   * Decides on figures in one unit of work: each gets a version that says the same with another status. Twice changes
   * nothing. Unless `partial`, one refusal and nothing is decided.
   * @throws DomainError 404 `not_found` (also out of scope), 409 `conflict`, `wrong_status` or `exercice_sealed`,
   * 403 `validation_reserved` or `four_eyes`, 422 `reason_required`; of several figures, the first refusal's.
   */
  decide(
    items: readonly DecidedItem[],
    decision: Decision,
    context: DecisionContext,
  ): Promise<DecisionReport> {
    return this.unitOfWork.write(async () => {
      const unexplained = reasonIssue(decision, context.reason ?? null);
      if (unexplained !== null) throw refusal([{ ...unexplained, id: items[0]?.id ?? 0 }]);
      const words = await this.vocabulary.load();
      const scope = scopeIds(words, context.by.limits);
      const once = new Map(items.map((item) => [item.id, item]));
      const living = await this.lives.living([...once.keys()], scope);
      const deciding: Deciding = {
        decision,
        context,
        sealed: words.sealed,
        read: await this.versionsRead(items, living, scope),
        others: () => this.otherValidators(context.by),
      };
      const report: DecisionReport = { decided: [], unchanged: [], refused: [] };
      const planned: PlannedMeasurement[] = [];
      for (const item of once.values()) {
        const outcome = await outcomeOf(item, living.get(item.id), deciding);
        if (outcome === 'unchanged') report.unchanged.push(item.id);
        else if ('path' in outcome) report.refused.push({ ...outcome, id: item.id });
        else {
          planned.push(outcome);
          report.decided.push({ id: item.id, version: (outcome.stored?.version ?? 0) + 1 });
        }
      }
      if (report.refused.length > 0 && context.partial !== true) throw refusal(report.refused);
      await this.write(planned, decision, context);
      return report;
    });
  }

  /**
   * « Envoyer pour validation »: submits figures, or makes them count at once where the team's setting says so and whoever
   * sends them edits all figures. What the entry grid calls, with the versions that it shows.
   */
  submitOrValidate(items: readonly DecidedItem[], context: DecisionContext): Promise<DecisionReport> {
    const { mode, by, reason } = context;
    const mayAtOnce = rightsIssue('validate', { role: by.role, mode, counts: false }) === null;
    if (mode !== 'auto' || !mayAtOnce) return this.decide(items, 'submit', context);
    return this.decide(items, 'validate', { ...context, reason: reason ?? VALIDATED_BY_SETTING });
  }

  /** Why somebody who validates may not validate these figures all the same, by identifier; nothing of those they may. */
  async heldBack(
    ids: readonly number[],
    { by, mode }: Pick<DecisionContext, 'by' | 'mode'>,
  ): Promise<ReadonlyMap<number, string>> {
    const words = await this.vocabulary.load();
    const living = await this.lives.living(ids, scopeIds(words, by.limits));
    const others = mode === 'four_eyes' ? await this.otherValidators(by) : [];
    const reasons = new Map<number, string>();
    for (const [id, { key, versions, stored }] of living) {
      const closed = sealedIssue(key.periodEnd, words.sealed);
      const isOwn = mode === 'four_eyes' && writersOf(versions, stored.standing).has(by.signature);
      if (closed !== null) reasons.set(id, closed.message);
      else if (isOwn) reasons.set(id, fourEyesText(others));
    }
    return reasons;
  }

  private async write(
    planned: readonly PlannedMeasurement[],
    decision: Decision,
    { by }: DecisionContext,
  ): Promise<void> {
    if (planned.length === 0) return;
    const stamp = { recordedAt: this.clock.instant(), recordedBy: by.signature, reason: null };
    await this.measurements.write(planned, stamp);
    for (const event of decisionEvents(planned, OUTCOMES[decision])) await this.audit.record(event);
  }

  /** Versions that were read and are no longer the newest: only of those are whole histories needed. */
  private async versionsRead(
    items: readonly DecidedItem[],
    living: ReadonlyMap<number, LivingMeasurement>,
    scope: ScopeIds,
  ): Promise<Deciding['read']> {
    const changed = items.filter(
      ({ id, version }) =>
        version !== undefined && living.has(id) && living.get(id)?.stored.version !== version,
    );
    const histories = groupBy(
      await this.records.histories(
        changed.map(({ id }) => id),
        scope,
      ),
      ({ id }) => String(id),
    );
    return (id, version) => histories.get(String(id))?.find((one) => one.version === version) ?? null;
  }

  private async otherValidators({ signature, readsInternal }: DataCaller): Promise<string[]> {
    if (!readsInternal) return [];
    const people = await this.people.all();
    return people
      .filter(
        ({ id, role, state }) =>
          state === 'active' && (role === 'validator' || role === 'admin') && `person:${id}` !== signature,
      )
      .map(({ name }) => name);
  }
}

async function outcomeOf(
  item: DecidedItem,
  measurement: LivingMeasurement | undefined,
  { decision, context, sealed, read, others }: Deciding,
): Promise<PlannedMeasurement | 'unchanged' | InputIssue> {
  if (measurement === undefined)
    return { path: 'id', code: 'not_found', message: 'Cette mesure n’existe pas.' };
  const { stored, versions, key, indicator, decimals } = measurement;
  const { content, standing } = stored;
  const { by, mode, reason = null } = context;
  const stands = versions.find(({ version }) => version === standing) ?? null;
  const isStale = item.version !== undefined && item.version !== stored.version;
  const seen = isStale ? read(item.id, item.version ?? 0) : null;
  if (isStale && !(isDone(decision, content.status) && seen !== null && saysTheSame(seen, content)))
    return { path: 'version', code: 'conflict', message: conflictText(seen, content, decimals) };
  if (isDone(decision, content.status)) return 'unchanged';
  const rights = { role: by.role, mode, counts: counts(versions) };
  const issue =
    rightsIssue(decision, rights) ??
    orderIssue(decision, content.status) ??
    sealedIssue(key.periodEnd, sealed);
  if (issue !== null) return issue;
  if (decision === 'validate' && mode === 'four_eyes' && writersOf(versions, standing).has(by.signature))
    return { path: 'status', code: 'four_eyes', message: fourEyesText(await others()) };
  const next = {
    ...decided(content, decision, stands),
    reason: reasonKept(decision, reason, versions, standing),
  };
  return { indicator, key, naturalKey: naturalKey(key), stored, versions: [next] };
}

const STATUS_OF: ReadonlyMap<string, number> = new Map([
  ['not_found', 404],
  ['validation_reserved', 403],
  ['four_eyes', 403],
  ['reason_required', 422],
]);

/** The first refusal speaks for all of them. */
function refusal(refused: readonly DecisionRefusal[]): DomainError {
  const [{ code, message } = { code: 'conflict', message: '' }] = refused;
  const issues = refused.map(({ id: _, ...issue }) => issue);
  return new DomainError(code, message, STATUS_OF.get(code) ?? 409, issues);
}
