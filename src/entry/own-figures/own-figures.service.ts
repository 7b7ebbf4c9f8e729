import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity, ScopeLimits } from '../../accounts/account.types.js';
import { Clock } from '../../platform/clock/clock.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { exerciceHolding } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { ownerOf } from '../followup/readiness.rules.js';
import { type EntryPeriod, periodBefore } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { SliceNamesService } from '../plan/slice-names.service.js';
import { ownFiguresPage } from './own-figures.presenter.js';
import type { OwnFiguresView } from './own-figures.types.js';

/** Months of which somebody may still owe something. */
const MONTHS = 6;
const MOST_GIVEN = 200;

/** One's own page: what is awaited, what was given with what became of it, where it appears. */
@Injectable()
export class OwnFiguresService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(SliceNamesService) private readonly names: SliceNamesService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page(person: PersonIdentity): Promise<PageBody<OwnFiguresView>> {
    const isPartner = person.role === 'contributor';
    const limits: ScopeLimits = { indicators: null, campaigns: null, organisations: person.organisations };
    const { all: bodies } = await this.programmes.organisations();
    const isMine = (row: ExpectedFigure): boolean =>
      row.isExpected && (isPartner || ownerOf(row, bodies) === `person:${person.id}`);
    const months: { period: EntryPeriod; rows: ExpectedFigure[] }[] = [];
    const exercices = await this.programmes.exercices();
    let period = await this.expected.present();
    const { entered } = await this.expected.of(period, isPartner ? limits : null);
    for (let count = 0; count < MONTHS; count += 1) {
      const { rows } = await this.expected.of(period, isPartner ? limits : null);
      months.push({ period, rows: rows.filter(isMine) });
      period = periodBefore(period, exercices);
    }
    const given = entered
      .filter(({ recordedBy }) => isPartner || recordedBy === `person:${person.id}`)
      .toSorted((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1))
      .slice(0, MOST_GIVEN);
    const names = await this.names.names();
    const { visibility } = await this.programmes.programme();
    const years = new Set(given.map(({ periodEnd }) => exerciceHolding(periodEnd, exercices)));
    const [own] = person.organisations ?? [];
    return ownFiguresPage({
      organisation: isPartner && own !== undefined ? names.organisation(own) : null,
      months,
      given,
      names,
      today: this.clock.today(),
      readsPages: visibility === 'public' || !isPartner,
      bilans: exercices
        .filter(({ year }) => years.has(year))
        .map(({ year }) => ({ label: `Bilan ${year}`, href: `/bilans/${year}` })),
    });
  }
}
