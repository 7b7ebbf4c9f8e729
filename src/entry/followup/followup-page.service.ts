import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, type PageLink, SeeOther } from '../../platform/views/page.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import { capitalise } from '../../kernel/french-text.rules.js';
import { exerciceHolding } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { type EntryPeriod, periodAfter, periodBefore } from '../plan/entry-period.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { SliceNamesService } from '../plan/slice-names.service.js';
import { RemindersService } from '../reminders/reminders.service.js';
import { doneWord, FOLLOW_UP_PATH, followUpPage, noticeOf } from './followup.presenter.js';
import { type FollowUpQuery, reminderBody } from './followup.schema.js';
import type { FollowUpView } from './followup.types.js';
import { ReadinessService } from './readiness.service.js';

/** Who owes what by when: a month, or an exercice as far as it is over. */
@Injectable()
export class FollowUpPageService {
  constructor(
    @Inject(ReadinessService) private readonly readiness: ReadinessService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(RemindersService) private readonly reminders: RemindersService,
    @Inject(SliceNamesService) private readonly names: SliceNamesService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page({ mois, annee, fait }: FollowUpQuery): Promise<PageBody<FollowUpView>> {
    const exercices = await this.programmes.exercices();
    const isYear = annee !== undefined && mois === undefined;
    const period = isYear
      ? await this.expected.period(String(annee))
      : mois === undefined
        ? await this.expected.present()
        : await this.expected.period(mois);
    const month = isYear ? null : period.name;
    const year = isYear ? annee : exerciceHolding(period.end, exercices);
    return followUpPage({
      label: period.label,
      readiness: isYear ? await this.readiness.ofYear(annee) : await this.readiness.ofMonth(period.name),
      names: await this.names.names(),
      people: await this.people.all(),
      tried: month === null ? null : await this.reminders.triedOf(month),
      isTriedAgain: month !== null && month === (await this.reminders.monthOfToday()),
      month,
      areSent: this.reminders.areSent,
      links: isYear
        ? [{ label: 'Mois à mois', href: FOLLOW_UP_PATH }]
        : this.monthLinks(period, year, exercices),
      notice: noticeOf(fait),
    });
  }

  /** Reminds one person of a month, now. @param origin where this server answers, when no BASE_URL says it. */
  async remind(body: unknown, origin: string): Promise<SeeOther> {
    const outcome = await submitted(reminderBody, body, async ({ mois, personne }) => ({
      mois,
      came: await this.reminders.recallOne(personne, mois, origin),
    }));
    if (!outcome.ok) {
      const { title, issues, status } = outcome.refusal;
      throw new DomainError('invalid_request', title, status, issues);
    }
    const { mois, came } = outcome.result;
    return new SeeOther(`${FOLLOW_UP_PATH}?mois=${mois}&fait=${doneWord(came)}`);
  }

  private monthLinks(
    period: EntryPeriod,
    year: number | null,
    exercices: Parameters<typeof periodBefore>[1],
  ): PageLink[] {
    const link = ({ name, label }: EntryPeriod): PageLink => ({
      label: capitalise(label),
      href: `${FOLLOW_UP_PATH}?mois=${name}`,
    });
    const after = periodAfter(period, exercices);
    const whole =
      year === null ? [] : [{ label: `Tout l’exercice ${year}`, href: `${FOLLOW_UP_PATH}?annee=${year}` }];
    return [
      link(periodBefore(period, exercices)),
      ...(after.start <= this.clock.today() ? [link(after)] : []),
      ...whole,
    ];
  }
}
