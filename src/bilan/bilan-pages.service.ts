import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../accounts/account.types.js';
import { ReadinessLineService } from '../entry/followup/readiness-line.service.js';
import type { ReadinessLineView } from '../entry/followup/readiness.types.js';
import { errorCode } from '../kernel/error-code.js';
import type { IsoDate } from '../kernel/period.types.js';
import { Clock } from '../platform/clock/clock.js';
import type { PageBody } from '../platform/views/page.types.js';
import { periodOf } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type { Exercice } from '../programme/programme.types.js';
import { BilanDataService } from './bilan-data.service.js';
import { bilanDocument } from './bilan-document.rules.js';
import type { BilanPage, BilansPage } from './bilan-pages.types.js';
import { bilanPage, bilansPage, emptyBilanPage } from './bilan-pages.presenter.js';

/** The pages around bilans: their list, and what each would say today. */
@Injectable()
export class BilanPagesService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(BilanDataService) private readonly data: BilanDataService,
    @Inject(ReadinessLineService) private readonly readiness: ReadinessLineService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param reader whoever is signed in: the team sees what figures still lack, nobody else does. */
  async list(reader: PersonIdentity | null): Promise<PageBody<BilansPage>> {
    const exercices = await this.programmes.exercices();
    const readiness = new Map<number, ReadinessLineView>();
    for (const exercice of inPreparation(exercices, this.clock.today())) {
      const line = await this.readiness.ofYear(reader, exercice.year);
      if (line !== null) readiness.set(exercice.year, line);
    }
    return bilansPage(exercices, readiness);
  }

  /**
   * @param reader whoever is signed in: the team sees what figures still lack, nobody else does.
   * @throws DomainError 404 `not_found` for a year that is no exercice.
   */
  async page(year: number, reader: PersonIdentity | null): Promise<PageBody<BilanPage>> {
    const exercice = await this.programmes.exercice(year);
    const isSealed = exercice.state === 'sealed';
    const readiness = isSealed ? null : await this.readiness.ofYear(reader, year);
    try {
      const data = await this.data.ofYear(year);
      // The very document that the button makes, without drawing it: its fingerprint and its attachments matter not here.
      const { sections } = bilanDocument(data, '', []);
      const contents = sections
        .filter(({ listed, contentsTitle }) => listed || contentsTitle !== undefined)
        .map(({ title, contentsTitle }) => contentsTitle ?? title);
      return bilanPage(data, contents, readiness);
    } catch (error) {
      if (errorCode(error) !== 'no_figures') throw error;
      return emptyBilanPage(exercice, readiness);
    }
  }
}

/** The year that is being told, and the one under way: nobody chases the figures of years before. */
const MOST_PREPARED = 2;

/** The latest exercices that have begun and of which the figures may still change, in their order. */
const inPreparation = (exercices: readonly Exercice[], today: IsoDate): Exercice[] =>
  exercices
    .filter((exercice) => exercice.state !== 'sealed' && periodOf(exercice).start <= today)
    .slice(-MOST_PREPARED);
