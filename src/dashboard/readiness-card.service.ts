import { Inject, Injectable } from '@nestjs/common';
import { HOLDERS } from '../accounts/access/permissions.rules.js';
import type { PersonIdentity } from '../accounts/account.types.js';
import { readinessWords } from '../entry/followup/readiness.rules.js';
import { ReadinessService } from '../entry/followup/readiness.service.js';
import { ExpectedFiguresService } from '../entry/plan/expected-figures.service.js';
import { capitalise, sentence } from '../kernel/french-text.rules.js';
import type { ReadinessCardView } from './dashboard.types.js';

/** How far the figures of the last month are, for the team alone: visitors share their pages, and are never shown it. */
@Injectable()
export class ReadinessCardService {
  constructor(
    @Inject(ReadinessService) private readonly readiness: ReadinessService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
  ) {}

  /** Null for whoever does not collect figures. */
  async of(reader: PersonIdentity | null): Promise<ReadinessCardView | null> {
    if (reader?.stage !== 'full' || !HOLDERS['collection:manage'].roles.includes(reader.role)) return null;
    const { name, label } = await this.expected.present();
    const { whole } = await this.readiness.ofMonth(name);
    return {
      text:
        whole.percent === null
          ? sentence`Aucun chiffre n’est attendu pour ${label}.`
          : sentence`${capitalise(label)}, ${readinessWords(whole)}.`,
      href: `/saisie/suivi?mois=${name}`,
    };
  }
}
