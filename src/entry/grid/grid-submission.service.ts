import { Inject, Injectable } from '@nestjs/common';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { MeasurementLifeService } from '../../measurements/measurement-life.service.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import { counts } from '../../measurements/writer-status.rules.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CellEntryService } from '../cells/cell-entry.service.js';
import type { CellOutcome } from '../cells/cell.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import { sentForm } from './grid-cells.service.js';
import { type GridAsk, GridMaterialService } from './grid-material.service.js';
import type { GridBody } from './grid.schema.js';
import type { SentForm } from './grid.types.js';

/** A form that did its work, as addresses say it; or what to correct. */
export type Submitted = { ok: true; done: string } | { ok: false; sent: SentForm };

const LATE = 'Dites pourquoi ces chiffres arrivent après la clôture.';
const REVISED = 'Dites pourquoi des chiffres validés changent.';
const NOT_SENT = 'Rien n’a été transmis';

/** The grid sent as a whole: its cells are saved, and what was a draft goes to be validated. */
@Injectable()
export class GridSubmissionService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(GridMaterialService) private readonly grids: GridMaterialService,
    @Inject(MeasurementLifeService) private readonly lives: MeasurementLifeService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
  ) {}

  /** What is right is saved in any case; nothing is sent while a cell is to be reviewed or a reason is missing. */
  send(period: EntryPeriod, body: GridBody, ask: GridAsk): Promise<Submitted> {
    return this.unitOfWork.write(async () => {
      const outcomes = await this.cells.save(period, body.cells, { caller: ask.caller, status: 'draft' });
      const wrong = outcomes.filter(({ state }) => state === 'refused' || state === 'conflict');
      if (wrong.length > 0) {
        const number = formatNumber(wrong.length);
        const words = wrong.length > 1 ? 'cases sont à revoir' : 'case est à revoir';
        const title = body.isSent
          ? sentence`${NOT_SENT} : ${number} ${words}. Le reste est enregistré.`
          : sentence`${number} ${words}. Le reste est enregistré.`;
        return refusal(outcomes, body, { title });
      }
      return body.isSent ? this.submit(period, body, ask, outcomes) : { ok: true, done: 'enregistre' };
    });
  }

  private async submit(
    period: EntryPeriod,
    body: GridBody,
    ask: GridAsk,
    outcomes: readonly CellOutcome[],
  ): Promise<Submitted> {
    const { caller } = ask;
    const { rows } = await this.expected.of(period, caller.limits, [
      ...ask.added,
      ...body.cells.map(({ key }) => key),
    ]);
    const drafts = rows.flatMap(({ current }) => (current?.status === 'draft' ? [current] : []));
    if (drafts.length === 0) return { ok: true, done: 'rien' };
    const reason = body.reason === '' ? null : body.reason;
    const missing = reason === null ? await this.missingReason(period, drafts, ask) : null;
    if (missing !== null) {
      return refusal(outcomes, body, {
        title: sentence`${NOT_SENT} : un motif est demandé.`,
        reasonError: missing,
      });
    }
    const { review: mode } = await this.settings.settings();
    const items = drafts.map(({ id, version }) => ({ id, version }));
    const report = await this.lives.submitOrValidate(items, { by: caller, mode, reason, partial: true });
    if (report.refused.length > 0) {
      const issues = report.refused.map(({ message }) => message);
      return refusal(outcomes, body, { title: 'Des chiffres n’ont pas pu être transmis.', issues });
    }
    const isAtOnce = mode === 'auto' && caller.role !== 'contributor';
    return { ok: true, done: `${isAtOnce ? 'valides' : 'transmis'}-${report.decided.length}` };
  }

  /** Why a reason is asked: the month is closed, or a figure that counts would change. */
  private async missingReason(
    period: EntryPeriod,
    drafts: readonly { id: number }[],
    { caller }: GridAsk,
  ): Promise<string | null> {
    if ((await this.grids.closedSince(period)) !== null) return LATE;
    const histories = await this.records.histories(
      drafts.map(({ id }) => id),
      caller,
    );
    const isRevised = [...histories.values()].some((versions) =>
      counts(versions.map(({ answer }) => answer)),
    );
    return isRevised ? REVISED : null;
  }
}

const refusal = (
  outcomes: readonly CellOutcome[],
  { reason }: GridBody,
  said: Partial<SentForm>,
): Submitted => ({ ok: false, sent: sentForm(outcomes, { reason, ...said }) });
