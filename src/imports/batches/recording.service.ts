import { Inject, Injectable } from '@nestjs/common';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { each } from '../../kernel/long-work.rules.js';
import type { RecordingContext } from '../../measurements/measurement.types.js';
import { MeasurementsService } from '../../measurements/measurements.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { TargetsService } from '../../targets/targets.service.js';
import { FileOutcome } from '../file-outcome.js';
import type { RejectedCell } from '../import.types.js';
import type { Interpretation, Observation } from '../interpretation.types.js';
import type { InputOfLine } from '../import-change.rules.js';
import { type FigureRows, figureRows, inputOf } from './batch-inputs.rules.js';
import type { BatchOptions, FileToRecord } from './batch.types.js';
import type { WrittenTarget } from './batches.repository.js';
import { BatchesRepository } from './batches.repository.js';
import { CampaignGuessService } from './campaign-guess.service.js';
import { breathe, inPieces } from '../../platform/threads/breathe.js';
import { conflictsQuestion, unknownFile } from './batch-questions.rules.js';
import { ItemsRepository } from './items.repository.js';
import { rateTotals } from './rate-totals.rules.js';
import { rejectedCells, targetCells } from '../standard/rejections.rules.js';
import { VocabularyCreationService } from './vocabulary-creation.service.js';

/** Rows recorded at once: between two groups, the server answers others. */
const CHUNK = 1_000;

/** A file as it was recorded in the current unit of work. */
export interface RecordedFile {
  outcome: FileOutcome;
  inputs: InputOfLine[];
  items: FigureRows['items'];
  targets: WrittenTarget[];
}

/** Records what files say in the unit of work of whoever asks. */
@Injectable()
export class RecordingService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(BatchesRepository) private readonly batches: BatchesRepository,
    @Inject(ItemsRepository) private readonly itemRows: ItemsRepository,
    @Inject(VocabularyCreationService) private readonly vocabulary: VocabularyCreationService,
    @Inject(CampaignGuessService) private readonly guesses: CampaignGuessService,
  ) {}

  /** What is refused or undecided is told by the outcome: whoever asks then keeps nothing. */
  async record(file: FileToRecord, options: BatchOptions): Promise<RecordedFile> {
    const { interpretation } = file;
    const created = await this.vocabulary.create(interpretation, options.author.signature);
    const indicators = new Map((await this.indicators.all()).map((one) => [one.code, one]));
    const outcome = outcomeOf(file, indicators);
    outcome.sameAsBatch = (await this.batches.appliedWith(file.sha256))?.id ?? null;
    outcome.creates.push(...created.creates);
    if (!options.create && created.question !== null) outcome.ask([created.question]);
    const observations = await this.guesses.placed(file, options.author.limits, outcome);
    const { rows, tooLarge, items } = await this.rows(interpretation, observations);
    outcome.reject(
      tooLarge.map((line) => ({ line, column: '', code: 'value_out_of_range', message: TOO_LARGE })),
    );
    const all: InputOfLine[] = [];
    const take = (row: Observation): void => {
      const indicator = indicators.get(row.indicator);
      const { decimals = 0 } = indicator ?? {};
      if (row.quantity !== null)
        outcome.total(
          { code: row.indicator, decimals, adds: indicator?.aggregationTime === 'sum' },
          row.periodStart,
          row.periodEnd,
          row.quantity,
        );
      all.push({ line: row.line, input: inputOf(row, decimals, interpretation.source) });
    };
    await inPieces(each(rows, take));
    outcome.totalsToo(rateTotals(outcome.report().totals, interpretation.sketches));
    const inputs = await this.decided(file, all, options, outcome);
    await this.write(inputs, options, outcome);
    const targets = await this.storeTargets(file, options, outcome);
    return { outcome, inputs, items, targets };
  }

  /** Adds up what adds up: items indicator by indicator, for there may be a hundred thousand of them. */
  private async rows(
    { profile, rowsAddUp }: Interpretation,
    observations: readonly Observation[],
  ): Promise<FigureRows> {
    const whole: Observation[] = [];
    const byIndicator = new Map<string, Observation[]>();
    const sort = (one: Observation): void => {
      const group = one.item === null ? whole : (byIndicator.get(one.indicator) ?? []);
      group.push(one);
      if (one.item !== null) byIndicator.set(one.indicator, group);
    };
    await inPieces(each(observations, sort));
    const { rows, tooLarge, items } = await inPieces(figureRows({ observations: whole, rowsAddUp }, []));
    for (const [code, group] of byIndicator) {
      const known = await this.itemRows.known(profile?.id ?? '', code);
      const sums = await inPieces(figureRows({ observations: group, rowsAddUp }, known));
      for (const row of sums.rows) rows.push(row);
      tooLarge.push(...sums.tooLarge);
      for (const item of sums.items) items.push(item);
    }
    return { rows, tooLarge, items };
  }

  /** Without the figures that a flow says otherwise than what is there, unless they are to be replaced. */
  private async decided(
    { interpretation, answers }: FileToRecord,
    inputs: readonly InputOfLine[],
    options: BatchOptions,
    outcome: FileOutcome,
  ): Promise<InputOfLine[]> {
    const isFlow = interpretation.kind === 'flow' && interpretation.rowsAddUp;
    const mayDiffer = isFlow && interpretation.observations.every(({ item }) => item === null);
    if (!mayDiffer || answers.conflicts === 'replace') return [...inputs];
    const differing = new Set<InputOfLine>();
    for (let start = 0; start < inputs.length; start += CHUNK) {
      await breathe();
      const chunk = inputs.slice(start, start + CHUNK);
      const said = chunk.map(({ input }) => input);
      // A « dont » and its total may stand in two chunks: they are compared with each other once all is written.
      const versions = await this.measurements.compare(said, { ...this.context(options), subsets: 'keep' });
      for (const { line: place, before, after } of versions) {
        const told = chunk[place - 1];
        if (told === undefined || before === null || before.status === 'withdrawn') continue;
        differing.add(told);
        outcome.conflict(told, before, after);
      }
    }
    if (differing.size === 0) return [...inputs];
    if (answers.conflicts === undefined) outcome.ask([conflictsQuestion(differing.size)]);
    return inputs.filter((told) => !differing.has(told));
  }

  private async write(
    inputs: readonly InputOfLine[],
    options: BatchOptions,
    outcome: FileOutcome,
  ): Promise<void> {
    const waiting: InputOfLine[] = [];
    for (let start = 0; start < inputs.length; start += CHUNK) {
      const chunk = inputs.slice(start, start + CHUNK);
      const rejected = await this.writeChunk(chunk, options, outcome);
      // A « dont » and its total may stand far from each other in a file: it is compared again once all of it is there.
      waiting.push(...rejected.filter(({ isPart }) => isPart).map(({ told }) => told));
      outcome.reject(rejected.filter(({ isPart }) => !isPart).map(({ cell }) => cell));
      await breathe();
    }
    if (waiting.length > 0)
      outcome.reject((await this.writeChunk(waiting, options, outcome)).map(({ cell }) => cell));
  }

  /** @returns what was refused of it, the rest being written: whoever asks keeps all of the file or nothing */
  private async writeChunk(
    chunk: readonly InputOfLine[],
    options: BatchOptions,
    outcome: FileOutcome,
  ): Promise<{ told: InputOfLine; cell: RejectedCell; isPart: boolean }[]> {
    const report = await this.measurements.record(
      chunk.map(({ input }) => input),
      {
        ...this.context(options),
        partial: true,
        onPartsUnderTotal: (found) => outcome.partsUnderTotal(found),
        onRecorded: (versions) => outcome.recorded(versions, (line) => chunk[line - 1]),
      },
    );
    outcome.count(report);
    return report.rejected.flatMap((rejection) => {
      const told = chunk[rejection.line - 1];
      const [cell] = rejectedCells([rejection]);
      if (told === undefined || cell === undefined) return [];
      const column = outcome.hasStandardColumns ? cell.column : '';
      return [
        {
          told,
          cell: { ...cell, line: told.line, column },
          isPart: rejection.code === 'subset_exceeds_total',
        },
      ];
    });
  }

  private context({ author }: BatchOptions): RecordingContext {
    const { signature, defaultStatus, limits } = author;
    return { recordedBy: signature, defaultStatus, limits, partial: false };
  }

  private async storeTargets(
    { interpretation }: FileToRecord,
    { author }: BatchOptions,
    outcome: FileOutcome,
  ): Promise<WrittenTarget[]> {
    const written: WrittenTarget[] = [];
    for (const { line, definition } of interpretation.targets) {
      try {
        const stamp = { recordedAt: this.clock.instant(), recordedBy: author.signature, reason: null };
        const done = await this.targets.store(definition, stamp, { revives: true });
        outcome.countTarget(done);
        if (done === 'unchanged') continue;
        const version = await this.targets.currentVersion(definition);
        if (version !== null) written.push(version);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcome.reject(targetCells(error, line));
      }
    }
    return written;
  }
}

const TOO_LARGE = 'La somme de ces lignes dépasse les nombres que le logiciel peut tenir exactement.';

function outcomeOf(
  { name, sha256, encoding, separator, entry, answers, interpretation }: FileToRecord,
  indicators: ReadonlyMap<string, Indicator>,
): FileOutcome {
  const { profile, dateForm, personalColumns, ignoredColumns } = interpretation;
  const outcome = new FileOutcome(
    {
      file: name,
      sha256,
      profile: profile?.id ?? null,
      profileName: profile?.name ?? null,
      encoding,
      separator,
      entry,
      dateForm,
      personalColumns,
      ignoredColumns,
    },
    (code) => indicators.get(code) ?? null,
  );
  outcome.rowsRead = interpretation.rowsRead;
  for (const { reason, count } of interpretation.rowsLeftOut) outcome.leaveOut(reason, count);
  outcome.reject(interpretation.rejected);
  if (profile === null && answers.columns === undefined && !outcome.isRefused)
    outcome.reject([
      { line: 1, column: '', code: 'unknown_profile', message: unknownFile(interpretation.glimpse) },
    ]);
  outcome.ask(interpretation.questions);
  return outcome;
}
