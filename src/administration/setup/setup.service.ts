import { Inject, Injectable } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { DatasetsService } from '../../datasets/datasets.service.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { canonicalCode, sentence } from '../../kernel/french-text.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Programme } from '../../programme/programme.types.js';
import { PROGRAMME_PATH } from '../programme/programme-forms.presenter.js';
import { setupPage, type SetupView } from './setup.presenter.js';
import { buttonBody, setupBody, type SetupRequest } from './setup.schema.js';

/** The press release of 2020, the same from the sources and from the build. */
const EXAMPLE = fileURLToPath(new URL('../../../seeds/oh-my-lot-2020/', import.meta.url));
const CODE_MAX_LENGTH = 40;

/** Starts a programme from an empty database: by describing it, or by loading the example. */
@Injectable()
export class SetupService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(DatasetsService) private readonly datasets: DatasetsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The assistant; once there is a programme, its settings. */
  async page(): Promise<PageBody<SetupView> | SeeOther> {
    return (await this.programmes.isInstalled()) ? SETTINGS : setupPage(this.thisYear(), null);
  }

  /** Sent twice, or by two people at once, it installs one programme: the first. */
  async install(body: unknown): Promise<PageBody<SetupView> | SeeOther> {
    const outcome = await submitted(setupBody, body, (request) =>
      this.installOnce(() => this.store(request)),
    );
    return outcome.ok
      ? outcome.result
      : setupPage(this.thisYear(), { form: 'programme', refusal: outcome.refusal });
  }

  /** Loads the press release's data set. */
  async loadExample(body: unknown): Promise<PageBody<SetupView> | SeeOther> {
    const outcome = await submitted(buttonBody, body, () =>
      this.installOnce(async () => {
        await this.datasets.load(EXAMPLE);
      }),
    );
    return outcome.ok
      ? outcome.result
      : setupPage(this.thisYear(), { form: 'example', refusal: outcome.refusal });
  }

  private installOnce(work: () => Promise<void>): Promise<SeeOther> {
    return this.unitOfWork.write(async () => {
      if (await this.programmes.isInstalled()) return SETTINGS;
      await work();
      return new SeeOther(`${PROGRAMME_PATH}?fait=installe`);
    });
  }

  private async store({ territory, territoryCode, year, ...identity }: SetupRequest): Promise<void> {
    const programme: Programme = {
      ...identity,
      code: canonicalCode(identity.name).slice(0, CODE_MAX_LENGTH).replace(/-$/, '') || 'PROGRAMME',
      territoryCode,
      purpose: identity.tagline,
      links: [],
      sourceStatement: sentence`Chiffres recueillis par ${identity.carriedBy} et ses partenaires`,
      licence: null,
    };
    const place = {
      code: territoryCode,
      level: 'territoire',
      inseeCode: null,
      name: territory,
      parentCode: null,
    };
    await this.programmes.storeTerritory(place);
    await this.programmes.storeProgramme(programme);
    await this.programmes.storeExercice({
      year,
      startDate: null,
      endDate: null,
      state: 'open',
      closingDate: null,
      headline: null,
      summary: null,
      questionedListIsPartial: false,
      updatedAt: this.clock.instant(),
    });
    await this.audit.record({
      action: 'programme.created',
      subject: 'programme',
      after: { ...programme, territory, year },
    });
  }

  private thisYear(): number {
    return yearOf(this.clock.today());
  }
}

const SETTINGS = new SeeOther(PROGRAMME_PATH);
