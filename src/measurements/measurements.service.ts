import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Pace } from '../platform/threads/breathe.js';
import { FactsRepository } from './facts.repository.js';
import { neededKeys, planBatch } from './measurement-batch.rules.js';
import type { BatchItem, BatchPlan, PlannedMeasurement } from './measurement-batch.types.js';
import { inputCheck } from './measurement-checks.rules.js';
import { groupUnderTotals, possibleParts } from './declared-totals.rules.js';
import { recordedVersions } from './recorded-versions.rules.js';
import { batchEvent } from './measurement-journal.rules.js';
import { subsetRelations } from './measurement-subset.rules.js';
import { findTerm } from './measurement-text.rules.js';
import type {
  FactsQuery,
  MeasurementFact,
  MeasurementInput,
  MeasurementsReport,
  MeasurementVocabulary,
  PartsUnderTotal,
  RecordedVersion,
  RecordingContext,
  RejectedMeasurement,
} from './measurement.types.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { RolledFactsRepository } from './rolled-facts.repository.js';
import type { SliceSums } from './slice-sums.rules.js';
import { TotalsAboveRepository } from './totals-above.repository.js';
import type { KnownVocabulary } from './known-vocabulary.types.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/** The figures people give: checked, compared with what is known, kept as versions that nothing erases. */
@Injectable()
export class MeasurementsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(MeasurementsRepository) private readonly measurements: MeasurementsRepository,
    @Inject(FactsRepository) private readonly factRows: FactsRepository,
    @Inject(RolledFactsRepository) private readonly rolledFacts: RolledFactsRepository,
    @Inject(TotalsAboveRepository) private readonly totalsAbove: TotalsAboveRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /**
   * Records a batch in one unit of work, joining the current one. Unless `partial`, one refusal and nothing is
   * written: the report then counts nothing but tells every refusal.
   * @param waiting sums that wait for other batches of the same unit of work, to be settled before it ends
   */
  record(
    inputs: readonly MeasurementInput[],
    context: RecordingContext,
    waiting?: SliceSums,
  ): Promise<MeasurementsReport> {
    const isQuick = inputs.length <= FEW;
    return this.unitOfWork[isQuick ? 'share' : 'write'](async () => {
      const pace = new Pace();
      return this.carryOut(await this.plan(inputs, context, pace), context, pace, waiting);
    });
  }

  /** The same for inputs that were checked before, in the current unit of work. */
  recordChecked(
    items: readonly BatchItem[],
    context: RecordingContext,
    waiting?: SliceSums,
  ): Promise<MeasurementsReport> {
    return this.unitOfWork.write(async () => {
      const pace = new Pace();
      const vocabulary = await this.vocabulary.load();
      const plan = await this.planItems(items, vocabulary, context, pace);
      return this.carryOut(plan, context, pace, waiting);
    });
  }

  /** Adds to the roll-ups what batches left waiting, in their unit of work. */
  settle(sums: SliceSums): Promise<void> {
    return this.measurements.settle(sums);
  }

  /** What recording a batch would do, without writing anything. */
  async preview(inputs: readonly MeasurementInput[], context: RecordingContext): Promise<MeasurementsReport> {
    const { created, updated, unchanged, rejected } = await this.plan(inputs, context, new Pace());
    return { created, updated, unchanged, rejected };
  }

  /** The versions that recording a batch would write, without writing anything; their measurements have no number. */
  async compare(inputs: readonly MeasurementInput[], context: RecordingContext): Promise<RecordedVersion[]> {
    return recordedVersions((await this.plan(inputs, context, new Pace())).planned, []);
  }

  /** Versions that stand (validated or withdrawn), in the order of indicators, then of time. An unknown code finds nothing. */
  async facts(query: FactsQuery = {}): Promise<MeasurementFact[]> {
    const { from, to, statuses = ['validated'], summed = [], indicators, campaign } = query;
    const vocabulary = await this.vocabulary.load();
    const isWhole = indicators === undefined && campaign === undefined;
    if (
      isWhole &&
      summed.length > 0 &&
      from !== undefined &&
      to !== undefined &&
      statuses.includes('validated')
    ) {
      return this.rolledFacts.facts({ period: { start: from, end: to }, statuses, summed }, vocabulary);
    }
    const idOf = (terms: Map<string, { id: number }>, code: string): number =>
      findTerm(terms, code)?.id ?? NO_ROW;
    // All of them by number: the index of days begins with the indicator.
    return this.factRows.facts({
      from,
      to,
      statuses,
      indicatorIds: indicators?.map((code) => idOf(vocabulary.indicators, code)) ?? [
        ...new Set([...vocabulary.indicators.values()].map(({ id }) => id)),
      ],
      campaignId: campaign === undefined ? undefined : idOf(vocabulary.campaigns, campaign),
    });
  }

  private async carryOut(
    plan: BatchPlan,
    context: RecordingContext,
    pace: Pace,
    waiting?: SliceSums,
  ): Promise<MeasurementsReport> {
    await pace.breathe();
    if (plan.rejected.length > 0 && !context.partial) {
      return { created: 0, updated: 0, unchanged: 0, rejected: plan.rejected };
    }
    if (context.onPartsUnderTotal) context.onPartsUnderTotal(await this.partsUnderTotal(plan.planned));
    await pace.breathe();
    const { created, updated, unchanged, rejected } = plan;
    const stamp = {
      recordedAt: context.recordedAt ?? this.clock.instant(),
      recordedBy: context.recordedBy,
      reason: context.reason ?? null,
    };
    const written = await this.measurements.write(plan.planned, stamp, waiting);
    await pace.breathe();
    if (context.onRecorded) context.onRecorded(recordedVersions(plan.planned, written));
    if (written.length > 0) {
      await this.audit.record(batchEvent({ created, updated, unchanged }, context.recordedBy, written));
    }
    return { created, updated, unchanged, rejected };
  }

  private async partsUnderTotal(planned: readonly PlannedMeasurement[]): Promise<PartsUnderTotal[]> {
    // What was taken back and is told again comes in anew.
    const created = planned.filter(({ stored }) => stored === null || stored.content.status === 'withdrawn');
    const parts = possibleParts(this.totalsAbove.worthLooking(created));
    if (parts.length === 0) return [];
    const keys = new Map(parts.flatMap((part) => [...part.above]));
    // A total that comes with its parts was declared knowingly.
    for (const entry of planned) keys.delete(entry.naturalKey);
    const newest = await this.measurements.stored(keys);
    // What waits hides what counts until it is decided.
    const revised = new Map(
      [...keys].filter(([own]) => {
        const { standing, version } = newest.get(own) ?? { standing: 0, version: 0 };
        return standing !== 0 && standing !== version;
      }),
    );
    const standing = revised.size === 0 ? [] : await this.measurements.stored(revised, 'standing');
    return groupUnderTotals(parts, { newest, counting: new Map([...newest, ...standing]) });
  }

  private async plan(
    inputs: readonly MeasurementInput[],
    context: RecordingContext,
    pace: Pace,
  ): Promise<BatchPlan> {
    const vocabulary = await this.vocabulary.load();
    const { items, rejected } = checkAll(inputs, vocabulary, context);
    const plan = await this.planItems(items, vocabulary, context, pace);
    if (rejected.length === 0) return plan;
    return {
      ...plan,
      rejected: [...rejected, ...plan.rejected].toSorted((one, other) => one.line - other.line),
    };
  }

  private async planItems(
    items: readonly BatchItem[],
    { indicators, sealed }: KnownVocabulary,
    { defaultStatus, subsets = 'refuse' }: RecordingContext,
    pace: Pace,
  ): Promise<BatchPlan> {
    const relations = subsetRelations(indicators.values());
    await pace.breathe();
    const stored = await this.measurements.stored(neededKeys(items, relations));
    await pace.breathe();
    return planBatch(items, stored, { defaultStatus, relations, sealed, subsets });
  }
}

/** Measurements that are recorded in a moment: others may wait for them. */
export const FEW = 20;

/** Keys are given by the database from 1. */
const NO_ROW = 0;

function checkAll(
  inputs: readonly MeasurementInput[],
  vocabulary: MeasurementVocabulary,
  { lines, limits }: Pick<RecordingContext, 'lines' | 'limits'>,
): { items: BatchItem[]; rejected: RejectedMeasurement[] } {
  const items: BatchItem[] = [];
  const rejected: RejectedMeasurement[] = [];
  const check = inputCheck(vocabulary, limits);
  for (const [index, input] of inputs.entries()) {
    const found = check(input, lines?.[index] ?? index + 1);
    if (Array.isArray(found)) rejected.push(...found);
    else items.push(found);
  }
  return { items, rejected };
}
