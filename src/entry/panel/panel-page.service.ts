import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller, PersonIdentity } from '../../accounts/account.types.js';
import { dataCallerOf } from '../../accounts/access/caller.rules.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import type { Submission } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { CellEntryService } from '../cells/cell-entry.service.js';
import { ChecksService } from '../checks/checks.service.js';
import type { CheckCode } from '../checks/checks.types.js';
import { notFoundEvidence } from '../evidence/evidence-refusals.rules.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import type { GivenFile } from '../evidence/evidence.types.js';
import { composedCell, contradictsAbsence } from './composed-cell.rules.js';
import { PanelMaterialService } from './panel-material.service.js';
import { panelPage } from './panel.presenter.js';
import { fileBody, reasonBody, sheetBody, type SheetBody } from './panel.schema.js';
import type { PanelView } from './panel.types.js';

/** Whose sheet, of which figure. */
export interface PanelAsk {
  person: PersonIdentity;
  period: string;
  key: string;
}

type Answer = Promise<PageBody<PanelView> | SeeOther>;

/** The sheet of one figure: what it says, where it comes from, what proves it, what surprises, how it came about. */
@Injectable()
export class PanelPageService {
  constructor(
    @Inject(PanelMaterialService) private readonly material: PanelMaterialService,
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
  ) {}

  /** @throws DomainError 404 `not_found` for no period, no figure, or not theirs. */
  async show(ask: PanelAsk, done: string | undefined): Promise<PageBody<PanelView>> {
    return panelPage(await this.material.of(ask.period, ask.key, callerOf(ask)), done, null);
  }

  async save(ask: PanelAsk, body: unknown): Answer {
    const { period, row } = await this.material.rowOf(ask.period, ask.key, callerOf(ask));
    const { wording } = await this.indicators.byCode(row.indicator);
    const caller = callerOf(ask);
    const outcome = await submitted(sheetBody, body, async (said: SheetBody) => {
      if (contradictsAbsence(said, wording)) throw contradiction();
      const { source, note, internalNote, marking, reason, version } = said;
      const cell = {
        key: row.key,
        typed: composedCell(said, wording),
        version,
        source,
        note,
        marking,
        reason,
        ...(caller.readsInternal && internalNote !== undefined ? { internalNote } : {}),
      };
      const status = row.current?.status === 'submitted' ? 'submitted' : 'draft';
      const [saved] = await this.cells.save(period, [cell], { caller, status });
      if (saved?.state === 'refused' || saved?.state === 'conflict')
        throw notSaved(saved.state, saved.message);
      return saved?.state === 'emptied' ? 'vide' : 'enregistre';
    });
    return this.answer(ask, 'chiffre', outcome);
  }

  async attach(ask: PanelAsk, body: unknown, fileOf: (bytes: Buffer) => GivenFile): Answer {
    const measurement = await this.measurementOf(ask);
    const outcome = await submitted(fileBody, body, async ({ file }) => {
      await this.evidence.add(measurement, fileOf(file), callerOf(ask));
      return 'joint';
    });
    return this.answer(ask, 'justificatif', outcome);
  }

  async detach(ask: PanelAsk, proof: number, body: unknown): Answer {
    const measurement = await this.measurementOf(ask);
    const own = (await this.evidence.of([measurement], { withRemoved: true })).get(measurement) ?? [];
    if (!own.some(({ id }) => id === proof)) throw notFoundEvidence();
    const outcome = await submitted(reasonBody, body, async ({ reason }) => {
      await this.evidence.remove(proof, reason, callerOf(ask));
      return 'fichier-retire';
    });
    return this.answer(ask, `retrait-${proof}`, outcome);
  }

  async confirm(ask: PanelAsk, code: CheckCode, body: unknown): Answer {
    const measurement = await this.measurementOf(ask);
    const outcome = await submitted(reasonBody, body, async ({ reason }) => {
      await this.checks.confirm(measurement, code, reason, callerOf(ask));
      return 'confirme';
    });
    return this.answer(ask, `etonnement-${code}`, outcome);
  }

  async withdraw(ask: PanelAsk, body: unknown): Answer {
    const measurement = await this.measurementOf(ask);
    const outcome = await submitted(reasonBody, body, async ({ reason }) => {
      await this.records.withdraw(measurement, reason, callerOf(ask));
      return 'retire';
    });
    return this.answer(ask, 'retrait', outcome);
  }

  /** The sheet again, as it now is; or with the form that was refused. */
  private async answer(ask: PanelAsk, id: string, outcome: Submission<string>): Answer {
    if (outcome.ok) return new SeeOther(`/saisie/${ask.period}/${ask.key}?fait=${outcome.result}#fiche`);
    const material = await this.material.of(ask.period, ask.key, callerOf(ask));
    return panelPage(material, undefined, { id, refusal: outcome.refusal });
  }

  private async measurementOf(ask: PanelAsk): Promise<number> {
    const { row } = await this.material.rowOf(ask.period, ask.key, callerOf(ask));
    if (row.current === null)
      throw new DomainError('not_found', 'Ce chiffre n’est pas encore saisi : enregistrez-le d’abord.', 404);
    return row.current.id;
  }
}

function callerOf({ person }: PanelAsk): DataCaller {
  const caller = dataCallerOf({ kind: 'person', person });
  if (caller === null) throw new DomainError('authentication_required', 'Connectez-vous.', 401);
  return caller;
}

const NOT_SAVED = 'Le chiffre n’a pas été enregistré.';

const notSaved = (state: 'refused' | 'conflict', message: string): DomainError =>
  state === 'conflict'
    ? new DomainError('conflict', NOT_SAVED, 409, [
        {
          path: 'typed',
          code: 'conflict',
          message: `${message} Enregistrer de nouveau remplacera la sienne.`,
        },
      ])
    : new DomainError('invalid_request', NOT_SAVED, 422, [
        { path: 'typed', code: 'invalid_request', message },
      ]);

const contradiction = (): DomainError =>
  new DomainError('value_and_absence', NOT_SAVED, 422, [
    {
      path: 'absence',
      code: 'value_and_absence',
      message: 'Un chiffre est écrit plus haut : effacez-le, ou choisissez « Un chiffre est donné ».',
    },
  ]);
