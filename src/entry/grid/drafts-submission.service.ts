import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { MeasurementLifeService } from '../../measurements/measurement-life.service.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import { counts } from '../../measurements/writer-status.rules.js';
import type { CellOutcome } from '../cells/cell.types.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import { sentForm } from './sent-form.rules.js';
import type { GridBody } from './grid.schema.js';
import type { SentForm } from './grid.types.js';

/** A form that did its work, as addresses say it; or what to correct. */
export type Submitted = { ok: true; done: string } | { ok: false; sent: SentForm };

/** What a form held once its cells are saved. */
export interface SavedForm {
  body: GridBody;
  outcomes: readonly CellOutcome[];
  caller: DataCaller;
}

/** A draft that goes to be validated. */
export interface WaitingDraft {
  id: number;
  version: number;
  /** Of a period that is closed. */
  isLate: boolean;
}

const LATE = 'Dites pourquoi ces chiffres arrivent après la clôture.';
const REVISED = 'Dites pourquoi des chiffres validés changent.';
const NOT_SENT = 'Rien n’a été transmis';

/** Sends drafts to be validated, with the reason that the form gives for all of them. */
@Injectable()
export class DraftsSubmissionService {
  constructor(
    @Inject(MeasurementLifeService) private readonly lives: MeasurementLifeService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
  ) {}

  /** Sends all of them, or nothing while a reason is missing. */
  async submit(drafts: readonly WaitingDraft[], form: SavedForm): Promise<Submitted> {
    const { body, caller } = form;
    if (drafts.length === 0) return { ok: true, done: 'rien' };
    const reason = body.reason === '' ? null : body.reason;
    const missing = reason === null ? await this.missingReason(drafts, caller) : null;
    if (missing !== null) {
      return refusal(form, { title: sentence`${NOT_SENT} : un motif est demandé.`, reasonError: missing });
    }
    const { review: mode } = await this.settings.settings();
    const items = drafts.map(({ id, version }) => ({ id, version }));
    const report = await this.lives.submitOrValidate(items, { by: caller, mode, reason, partial: true });
    if (report.refused.length > 0) {
      const issues = report.refused.map(({ message }) => message);
      return refusal(form, { title: 'Des chiffres n’ont pas pu être transmis.', issues });
    }
    const isAtOnce = mode === 'auto' && caller.role !== 'contributor';
    return { ok: true, done: `${isAtOnce ? 'valides' : 'transmis'}-${report.decided.length}` };
  }

  /** Why a reason is asked: the month is closed, or a figure that counts would change. */
  private async missingReason(drafts: readonly WaitingDraft[], caller: DataCaller): Promise<string | null> {
    if (drafts.some(({ isLate }) => isLate)) return LATE;
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

/** The form again, when cells of it are to be reviewed; null when none is. */
export function reviewOf(form: SavedForm): Submitted | null {
  const wrong = form.outcomes.filter(({ state }) => state === 'refused' || state === 'conflict');
  if (wrong.length === 0) return null;
  const number = formatNumber(wrong.length);
  const words = wrong.length > 1 ? 'cases sont à revoir' : 'case est à revoir';
  const title = form.body.isSent
    ? sentence`${NOT_SENT} : ${number} ${words}. Le reste est enregistré.`
    : sentence`${number} ${words}. Le reste est enregistré.`;
  return refusal(form, { title });
}

const refusal = ({ outcomes, body }: SavedForm, said: Partial<SentForm>): Submitted => ({
  ok: false,
  sent: sentForm(outcomes, { reason: body.reason, ...said }),
});
