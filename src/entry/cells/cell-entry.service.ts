import { Inject, Injectable } from '@nestjs/common';
import { authorWords } from '../../accounts/people/author-words.rules.js';
import { AuthorNamesService } from '../../accounts/people/author-names.service.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { decimalString, quote } from '../../kernel/decimal-string.rules.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { capitalise, sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { EnteredMeasurementsService } from '../../measurements/entered-measurements.service.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { MeasurementInput, RejectedMeasurement } from '../../measurements/measurement.types.js';
import { MeasurementsService } from '../../measurements/measurements.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { Slice } from '../plan/collection-line.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { sliceText } from '../plan/row-key.rules.js';
import { type CellAmount, amountWords, readCell, sameAmount, typedAmount } from './cell-text.rules.js';
import type { CellAuthor, CellOutcome, OtherEntry, TypedCell } from './cell.types.js';

/** A cell that is to be recorded. */
interface Planned {
  cell: TypedCell;
  row: ExpectedFigure;
  indicator: Indicator;
  amount: CellAmount;
}

const EMPTIED = 'Case vidée à la saisie';

/** Cells as people leave them, one by one or many at once: each is kept, refused with its reason, or found to be changed. */
@Injectable()
export class CellEntryService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(EnteredMeasurementsService) private readonly entered: EnteredMeasurementsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
  ) {}

  /**
   * Saves cells of a period, in their order. One that is refused or changed by somebody else leaves the others be; sending
   * again what was saved changes nothing, whatever the version it started from.
   */
  save(period: EntryPeriod, cells: readonly TypedCell[], author: CellAuthor): Promise<CellOutcome[]> {
    return this.unitOfWork.write(async () => {
      const keys = [...new Set(cells.map(({ key }) => key))];
      const { rows } = await this.expected.of(period, author.caller.limits, keys, true);
      const byKey = new Map(rows.map((row) => [row.key, row]));
      const indicators = await this.indicators.all();
      const outcomes = new Map<TypedCell, CellOutcome>();
      const planned: Planned[] = [];
      // Two of one key follow each other: the last one is what stands in the browser.
      const last = new Map(cells.map((cell) => [cell.key, cell]));
      for (const cell of last.values()) {
        const row = byKey.get(cell.key);
        const indicator = indicators.find(({ code }) => code === row?.indicator);
        if (row === undefined || indicator === undefined) {
          outcomes.set(cell, refused(cell, null, unknownRow(cell.key, period)));
          continue;
        }
        const reading = readCell(cell.typed, indicator.wording);
        if (reading.kind === 'refused') outcomes.set(cell, refused(cell, row, reading.message));
        else if (reading.kind === 'empty') outcomes.set(cell, await this.empty(cell, row, indicator, author));
        else {
          const filled = { cell, row, indicator, amount: reading.amount };
          const standing = await this.beforeRecording(filled, author);
          if (standing === null) planned.push(filled);
          else outcomes.set(cell, standing);
        }
      }
      const rejected = await this.record(planned, author);
      const after = await this.after(planned, author);
      for (const [index, { cell, row, indicator, amount }] of planned.entries()) {
        const issue = rejected.find(({ line }) => line === index + 1);
        const current = after.get(placeOf(row, row.days.start, row.days.end)) ?? null;
        outcomes.set(
          cell,
          issue === undefined
            ? outcomeOf('saved', cell.key, current, amount, indicator)
            : refused(cell, row, issue.message),
        );
      }
      return [...last.values()].flatMap((cell) => outcomes.get(cell) ?? []);
    });
  }

  /** What is known before anything is written: nothing to do, or somebody else's version. Null: to be recorded. */
  private async beforeRecording(
    { cell, row, indicator, amount }: Planned,
    author: CellAuthor,
  ): Promise<CellOutcome | null> {
    const { current } = row;
    const isSaid = current !== null && current.status !== 'withdrawn';
    if (isSaid && sameAmount(current, amount) && isAsGood(current, author) && saysNoMore(cell, current)) {
      return outcomeOf('unchanged', cell.key, current, amount, indicator);
    }
    // What was taken back in the meantime leaves the place free.
    if (!isSaid || cell.version === current.version) return null;
    return this.conflict(cell, current, indicator);
  }

  private async conflict(
    cell: TypedCell,
    current: MeasurementRecord,
    indicator: Indicator,
  ): Promise<CellOutcome> {
    const theirs = await this.otherEntry(current, indicator);
    return {
      key: cell.key,
      state: 'conflict',
      measurement: current.id,
      version: current.version,
      typed: cell.typed,
      words: '',
      message: sentence`${capitalise(theirs.author)} a écrit « ${theirs.typed} » le ${theirs.when} : gardez l’une des deux valeurs.`,
      theirs,
    };
  }

  private async otherEntry(current: MeasurementRecord, { wording }: Indicator): Promise<OtherEntry> {
    const names = await this.authors.names();
    return {
      typed: typedAmount(current, wording),
      words: amountWords(current, wording),
      author: authorWords(current.recordedBy, names),
      when: formatInstant(current.recordedAt) ?? '',
      version: current.version,
    };
  }

  /** Takes back what was never validated; what counts is withdrawn from its own sheet, with a reason. */
  private async empty(
    cell: TypedCell,
    row: ExpectedFigure,
    indicator: Indicator,
    { caller }: CellAuthor,
  ): Promise<CellOutcome> {
    const { current } = row;
    if (current === null || current.status === 'withdrawn') {
      return { ...outcomeOf('unchanged', cell.key, current, NOTHING, indicator), typed: '' };
    }
    if (cell.version !== current.version) return this.conflict(cell, current, indicator);
    const { items } = await this.records.versions(current.id, caller);
    const standing = items.findLast(({ status }) => status === 'validated' || status === 'withdrawn');
    if (standing?.status === 'validated') {
      const message = 'Ce chiffre est validé : pour le retirer, ouvrez sa fiche (F2) et dites pourquoi.';
      return { ...refused(cell, row, sentence`${message}`), typed: typedAmount(current, indicator.wording) };
    }
    const { version } = await this.records.withdraw(current.id, EMPTIED, caller);
    return {
      key: cell.key,
      state: 'emptied',
      measurement: current.id,
      version,
      typed: '',
      words: '',
      message: '',
      theirs: null,
    };
  }

  private async record(
    planned: readonly Planned[],
    { caller, status }: CellAuthor,
  ): Promise<RejectedMeasurement[]> {
    if (planned.length === 0) return [];
    const inputs = planned.map(({ cell, row, indicator, amount }): MeasurementInput => {
      const written = (value: number | null): string | null =>
        value === null ? null : decimalString(value, indicator.wording.decimals);
      const { current } = row;
      // A draft that is put right keeps what was said of it; a validated figure that changes starts afresh.
      const kept = current !== null && WAITING.has(current.status) ? current : null;
      return {
        indicator: row.indicator,
        campaign: row.campaign,
        territory: row.territory,
        channel: row.channel,
        organisation: row.organisation,
        periodStart: row.days.start,
        periodEnd: row.days.end,
        ...(amount.absence === null
          ? {
              value: written(amount.value),
              valueMax: written(amount.valueMax),
              qualifier: amount.qualifier ?? 'exact',
            }
          : { absence: amount.absence }),
        status,
        marking: cell.marking ?? kept?.marking,
        source: cell.source === undefined ? kept?.source : cell.source,
        note: cell.note === undefined ? kept?.note : cell.note,
        internalNote: cell.internalNote === undefined ? kept?.internalNote : cell.internalNote,
        reason: cell.reason,
      };
    });
    const { limits, signature } = caller;
    const context = {
      recordedBy: signature,
      defaultStatus: status,
      limits,
      partial: true,
      subsets: 'keep',
    } as const;
    return (await this.measurements.record(inputs, context)).rejected;
  }

  /** The newest versions of what was recorded, by slice and days. */
  private async after(
    planned: readonly Planned[],
    { caller }: CellAuthor,
  ): Promise<ReadonlyMap<string, MeasurementRecord>> {
    const ends = planned.map(({ row }) => row.days.end).toSorted();
    const [start, end] = [ends[0], ends.at(-1)];
    if (start === undefined || end === undefined) return new Map();
    const codes = [...new Set(planned.map(({ row }) => row.indicator))];
    const found = await this.entered.within({ start, end }, caller.limits, codes);
    return new Map(found.map((record) => [placeOf(record, record.periodStart, record.periodEnd), record]));
  }
}

const placeOf = (slice: Slice, start: IsoDate, end: IsoDate): string => `${sliceText(slice)} ${start} ${end}`;

const NOTHING: CellAmount = { value: null, valueMax: null, qualifier: null, absence: null };
const WAITING: ReadonlySet<string> = new Set(['draft', 'submitted', 'returned']);

/** It already stands where its author would put it, or further. */
const isAsGood = ({ status }: MeasurementRecord, author: CellAuthor): boolean =>
  status === 'validated' || status === 'submitted' || status === author.status;

const saysNoMore = (cell: TypedCell, current: MeasurementRecord): boolean =>
  (cell.marking ?? current.marking) === current.marking &&
  (['source', 'note', 'internalNote'] as const).every(
    (member) => cell[member] === undefined || (cell[member] ?? '') === (current[member] ?? ''),
  );

const unknownRow = (key: string, { label }: EntryPeriod): string =>
  sentence`${quote(key)} n’est pas une ligne que vous pouvez remplir pour ${label} : rechargez la page.`;

function refused(cell: TypedCell, row: ExpectedFigure | null, message: string): CellOutcome {
  return {
    key: cell.key,
    state: 'refused',
    measurement: row?.current?.id ?? null,
    version: row?.current?.version ?? 0,
    typed: cell.typed,
    words: '',
    message,
    theirs: null,
  };
}

function outcomeOf(
  state: 'saved' | 'unchanged',
  key: string,
  current: MeasurementRecord | null,
  amount: CellAmount,
  { wording }: Indicator,
): CellOutcome {
  return {
    key,
    state,
    measurement: current?.id ?? null,
    version: current?.version ?? 0,
    typed: typedAmount(amount, wording),
    words: amountWords(amount, wording),
    message: '',
    theirs: null,
  };
}
