import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CellEntryService } from '../cells/cell-entry.service.js';
import type { CellOutcome, TypedCell } from '../cells/cell.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { type ExpectedMonths, ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { CarryOverService } from './carry-over.service.js';
import {
  DraftsSubmissionService,
  reviewOf,
  type Submitted,
  type WaitingDraft,
} from './drafts-submission.service.js';
import type { GridAsk } from './grid-material.service.js';
import { GridSourcesService } from './grid-sources.service.js';
import type { GridBody } from './grid.schema.js';
import { isLeft, monthAndRow, yearCellKey } from './year-cells.rules.js';

/** The grid sent as a whole: its cells are saved, and what was a draft goes to be validated. */
@Injectable()
export class GridSubmissionService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(GridSourcesService) private readonly sources: GridSourcesService,
    @Inject(DraftsSubmissionService) private readonly drafts: DraftsSubmissionService,
    @Inject(CarryOverService) private readonly carryOver: CarryOverService,
  ) {}

  /** What is right is saved in any case; nothing is sent while a cell is to be reviewed or a reason is missing. */
  send(period: EntryPeriod, body: GridBody, ask: GridAsk): Promise<Submitted> {
    const { caller } = ask;
    return this.unitOfWork.write(async () => {
      const outcomes = await this.cells.save(period, body.cells, { caller, status: 'draft' });
      const form = { body, outcomes, caller };
      const toReview = reviewOf(form);
      if (toReview !== null) return toReview;
      if (body.isCarried) return { ok: true, done: `repris-${await this.carryOver.fill(period, ask)}` };
      if (!body.isSent) return { ok: true, done: 'enregistre' };
      const asked = [...ask.added, ...body.cells.map(({ key }) => key)];
      const { rows } = await this.expected.of(period, caller.limits, asked);
      const isLate = (await this.sources.closedSince(period)) !== null;
      return this.drafts.submit(
        rows.flatMap((row) => draftOf(row, isLate)),
        form,
      );
    });
  }

  /** The same of a year by months: each cell goes to its own month, and one reason is given for all. */
  sendYear(exercice: EntryPeriod, body: GridBody, ask: GridAsk): Promise<Submitted> {
    const { caller } = ask;
    return this.unitOfWork.write(async () => {
      const rows = [...new Set(body.cells.map(({ key }) => monthAndRow(key).key))];
      const asked = [...ask.added, ...rows];
      const before = await this.expected.byMonth(exercice, caller.limits, asked);
      const outcomes = await this.saveYear(body.cells, before, ask);
      const form = { body, outcomes, caller };
      const toReview = reviewOf(form);
      if (toReview !== null) return toReview;
      if (!body.isSent) return { ok: true, done: 'enregistre' };
      const after = await this.expected.byMonth(exercice, caller.limits, asked);
      const closings = await this.sources.closings(after.months);
      const drafts = after.rows.flatMap(({ months }) =>
        months.flatMap((row, index) => draftOf(row, (closings[index] ?? null) !== null)),
      );
      return this.drafts.submit(drafts, form);
    });
  }

  /** Saves the cells that changed, month by month; their outcomes are named as in the form. */
  private async saveYear(
    cells: readonly TypedCell[],
    { months, rows }: ExpectedMonths,
    { caller }: GridAsk,
  ): Promise<CellOutcome[]> {
    const indicators = new Map((await this.indicators.all()).map((indicator) => [indicator.code, indicator]));
    const standing = new Map(
      rows.flatMap((row) =>
        row.months.map((figure, index) => [yearCellKey(months[index]?.name ?? '', row.key), figure] as const),
      ),
    );
    const changed = cells.filter((cell) => {
      const figure = standing.get(cell.key);
      const indicator = indicators.get(figure?.indicator ?? '');
      return figure === undefined || indicator === undefined || !isLeft(cell, figure.current, indicator);
    });
    const outcomes: CellOutcome[] = [];
    for (const [name, own] of groupBy(changed, ({ key }) => monthAndRow(key).month)) {
      const month = months.find((one) => one.name === name);
      if (month === undefined) {
        outcomes.push(...own.map(strangerOf));
        continue;
      }
      const typed = own.map((cell) => ({ ...cell, key: monthAndRow(cell.key).key }));
      const saved = await this.cells.save(month, typed, { caller, status: 'draft' });
      outcomes.push(...saved.map((outcome) => ({ ...outcome, key: yearCellKey(name, outcome.key) })));
    }
    return outcomes;
  }
}

const draftOf = ({ current }: ExpectedFigure, isLate: boolean): WaitingDraft[] =>
  current?.status === 'draft' ? [{ id: current.id, version: current.version, isLate }] : [];

/** A cell of a month that the exercice has not. */
const strangerOf = ({ key, typed }: TypedCell): CellOutcome => ({
  key,
  state: 'refused',
  measurement: null,
  version: 0,
  typed,
  words: '',
  message: sentence`${quote(key)} n’est pas une case de cet exercice : rechargez la page.`,
  theirs: null,
});
