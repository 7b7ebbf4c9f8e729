import { Inject, Injectable } from '@nestjs/common';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { decimalString } from '../../kernel/decimal-string.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { yearLater } from '../../kernel/calendar.rules.js';
import { EnteredMeasurementsService } from '../../measurements/entered-measurements.service.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { MeasurementInput, PartsUnderTotal } from '../../measurements/measurement.types.js';
import { breathe } from '../../platform/threads/breathe.js';
import { MeasurementsService } from '../../measurements/measurements.service.js';
import type { BatchOptions, TotalProposal } from './batch.types.js';
import type { RecordedFile } from './recording.service.js';
import { partsUnder, type Placed, totalProposal } from './total-proposals.rules.js';

/** Beyond, files are told by their own questions: nobody answers a thousand of them. */
const MOST_INPUTS = 5_000;
const MOST_PROPOSALS = 50;

type Whole = Omit<Placed, 'quantity'> & Pick<TotalProposal, 'key' | 'declared'>;

const wordOf = (
  amount: TotalProposal['sum'],
  decimals: number,
): Pick<MeasurementInput, 'value' | 'valueMax' | 'qualifier'> =>
  amount === null
    ? {}
    : {
        value: decimalString(amount.value, decimals),
        valueMax: amount.valueMax === null ? null : decimalString(amount.valueMax, decimals),
        qualifier: amount.qualifier,
      };

/** The totals above what files bring, declared or not: what may be made of them, and what was chosen. */
@Injectable()
export class TotalsService {
  constructor(
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(EnteredMeasurementsService) private readonly entered: EnteredMeasurementsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
  ) {}

  /** What may be made of totals, once files are recorded in the unit of work of whoever asks; what was chosen is done. */
  async settle(files: readonly RecordedFile[], options: BatchOptions): Promise<TotalProposal[]> {
    const count = files.reduce((sum, file) => sum + file.inputs.length, 0);
    if (count === 0 || count > MOST_INPUTS) return [];
    const inputs = files.flatMap((file) => file.inputs.map(({ input }) => input));
    const under = declaredAbove(files);
    const indicators = new Map((await this.indicators.all()).map((one) => [one.code, one]));
    const records = await this.records(inputs, options);
    const wholes = [
      ...under.flatMap((group) => declaredWhole(group, records)),
      ...undeclared(inputs, records, indicators),
    ];
    const known = groupBy(records.map(placed), operationOf);
    const proposals: TotalProposal[] = [];
    for (const whole of wholes.slice(0, MOST_PROPOSALS)) {
      const indicator = indicators.get(whole.indicator);
      if (indicator === undefined) continue;
      await breathe();
      const parts = partsUnder(whole, known.get(operationOf(whole)) ?? []);
      const proposal = totalProposal(whole, parts, indicator);
      // A total of one part, or that nothing rounds, has nothing to choose.
      if (proposal.declared === null && (proposal.parts < 2 || proposal.rounded === null)) continue;
      proposals.push(proposal);
      await this.choose(whole, proposal, { indicator, records, files, options });
    }
    return proposals;
  }

  private async choose(
    whole: Whole,
    { key, declared, sum, rounded }: TotalProposal,
    about: {
      indicator: Indicator;
      records: readonly MeasurementRecord[];
      files: readonly RecordedFile[];
      options: BatchOptions;
    },
  ): Promise<void> {
    const { options, records, files, indicator } = about;
    const choice = options.totals.find((one) => one.key === key)?.choice ?? options.otherTotals ?? 'keep';
    if (choice === 'keep') return;
    const { key: _, declared: __, ...place } = whole;
    const mayTakeBack = options.author.defaultStatus === 'validated';
    const former = records.find(({ id }) => id === declared?.id);
    const reason = 'Remplacé par ce que disent les fichiers importés';
    const said =
      choice === 'sum' && mayTakeBack && former !== undefined
        ? {
            ...wordOf(placed(former).quantity, indicator.decimals),
            status: 'withdrawn' as const,
            source: former.source,
            note: former.note,
          }
        : wordOf(choice === 'rounded' ? rounded : sum, indicator.decimals);
    const [first] = files;
    if (said.value === undefined || first === undefined) return;
    const line = first.inputs[0]?.line ?? 1;
    const told = [{ line, input: { ...place, ...said, reason } }];
    const { signature: recordedBy, defaultStatus, limits } = options.author;
    const report = await this.measurements.record(
      told.map(({ input }) => input),
      {
        recordedBy,
        defaultStatus,
        limits,
        partial: false,
        onRecorded: (versions) => first.outcome.recorded(versions, (line) => told[line - 1]),
      },
    );
    first.outcome.count(report);
    first.outcome.reject(report.rejected.map(({ code, message }) => ({ line, column: '', code, message })));
  }

  private async records(
    inputs: readonly MeasurementInput[],
    { author }: BatchOptions,
  ): Promise<MeasurementRecord[]> {
    const starts = inputs.map(({ periodStart }) => periodStart).toSorted();
    const ends = inputs.map(({ periodEnd }) => periodEnd).toSorted();
    const period = { start: starts[0] ?? '', end: yearLater(ends.at(-1) ?? '') };
    const all = await this.entered.within(period, author.limits, [
      ...new Set(inputs.map(({ indicator }) => indicator)),
    ]);
    return all.filter(({ status }) => status === 'validated' || status === 'submitted');
  }
}

/** Groups of all the files, each once. */
function declaredAbove(files: readonly RecordedFile[]): PartsUnderTotal[] {
  const groups = new Map(
    files.flatMap(({ outcome }) => outcome.underTotals).map((group) => [group.totalId, group]),
  );
  return [...groups.values()];
}

function declaredWhole(
  { totalId, total, waits }: PartsUnderTotal,
  records: readonly MeasurementRecord[],
): Whole[] {
  const record = records.find(({ id }) => id === totalId);
  if (record === undefined) return [];
  const { quantity: _, ...place } = placed(record);
  return [{ ...place, key: String(totalId), declared: { id: totalId, total, waits } }];
}

/** Totals that nobody declared, of what comes by channel or by territory: they could be said in round words. */
function undeclared(
  inputs: readonly MeasurementInput[],
  records: readonly MeasurementRecord[],
  indicators: ReadonlyMap<string, Indicator>,
): Whole[] {
  const wholes = new Map<string, Whole>();
  const undivided = groupBy(records.filter(isUndivided), operationOf);
  for (const {
    indicator,
    campaign = null,
    channel = null,
    territory = null,
    organisation = null,
    periodStart,
    periodEnd,
  } of inputs) {
    const { aggregationChannel, aggregationTerritory } = indicators.get(indicator) ?? {};
    const addsUp = channel !== null ? aggregationChannel === 'sum' : aggregationTerritory === 'sum';
    if (organisation !== null || (channel === null) === (territory === null) || !addsUp) continue;
    const whole = {
      indicator,
      campaign,
      territory: null,
      channel: null,
      organisation: null,
      periodStart,
      periodEnd,
    };
    const isDeclared = undivided.get(operationOf(whole))?.some((record) => isAt(record, whole)) ?? false;
    const key = ['total', indicator, campaign ?? '', periodStart, periodEnd].join('|');
    if (!isDeclared) wholes.set(key, { ...whole, key, declared: null });
  }
  return [...wholes.values()];
}

/** An indicator of an operation: a total and its parts are of the same. */
const operationOf = ({ indicator, campaign }: Pick<Placed, 'indicator' | 'campaign'>): string =>
  `${indicator}|${campaign ?? ''}`;

const isUndivided = ({ territory, channel, organisation }: MeasurementRecord): boolean =>
  territory === null && channel === null && organisation === null;

const isAt = (record: MeasurementRecord, whole: Omit<Placed, 'quantity'>): boolean =>
  record.periodStart <= whole.periodStart && record.periodEnd >= whole.periodEnd;

const placed = (record: MeasurementRecord): Placed => {
  const { indicator, campaign, territory, channel, organisation, periodStart, periodEnd } = record;
  const { value, valueMax, qualifier } = record;
  const quantity = value === null || qualifier === null ? null : { value, valueMax, qualifier };
  return { indicator, campaign, territory, channel, organisation, periodStart, periodEnd, quantity };
};
