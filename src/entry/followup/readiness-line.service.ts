import { Inject, Injectable } from '@nestjs/common';
import { HOLDERS } from '../../accounts/access/permissions.rules.js';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { capitalise, sentence } from '../../kernel/french-text.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { readinessWords } from './readiness.rules.js';
import { ReadinessService } from './readiness.service.js';
import type { Readiness, ReadinessLineView } from './readiness.types.js';

/** How far figures are, in one line for the team alone: visitors share their pages, and are never shown it. */
@Injectable()
export class ReadinessLineService {
  constructor(
    @Inject(ReadinessService) private readonly readiness: ReadinessService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
  ) {}

  /** Of the last month; null for whoever does not collect figures. */
  async ofPresentMonth(reader: PersonIdentity | null): Promise<ReadinessLineView | null> {
    if (!collects(reader)) return null;
    const { name, label } = await this.expected.present();
    const { whole } = await this.readiness.ofMonth(name);
    return {
      text: lineText(whole, label, sentence`Aucun chiffre n’est attendu pour ${label}.`),
      href: `/saisie/suivi?mois=${name}`,
    };
  }

  /** Of an exercice, as far as it is over; null for whoever does not collect figures. */
  async ofYear(reader: PersonIdentity | null, year: number): Promise<ReadinessLineView | null> {
    if (!collects(reader)) return null;
    const { label } = await this.expected.period(String(year));
    const { whole } = await this.readiness.ofYear(year);
    return {
      text: lineText(whole, label, sentence`Aucun chiffre n’était attendu jusqu’ici pour l’${label}.`),
      href: `/saisie/suivi?annee=${year}`,
    };
  }
}

const collects = (reader: PersonIdentity | null): boolean =>
  reader?.stage === 'full' && HOLDERS['collection:manage'].roles.includes(reader.role);

const lineText = (whole: Readiness, label: string, nothing: string): string =>
  whole.percent === null ? nothing : sentence`${capitalise(label)}, ${readinessWords(whole)}.`;
