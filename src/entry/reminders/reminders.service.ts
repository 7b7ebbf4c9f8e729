import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { PeopleService } from '../../accounts/people/people.service.js';
import type { Person } from '../../accounts/people/person.types.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { DailyJobs } from '../../platform/jobs/daily-jobs.js';
import { LOGGER } from '../../platform/logging/logger.js';
import type { MailFailure } from '../../platform/mail/mail.types.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { ofMonth } from '../coupons/coupon-mail.rules.js';
import { isOwed } from '../followup/readiness.rules.js';
import { ReadinessService } from '../followup/readiness.service.js';
import type { OwedFigure } from '../followup/readiness.types.js';
import { SliceNamesService, type SliceNames } from '../plan/slice-names.service.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import { monthToRecall } from './reminder-day.rules.js';
import { type OwedLine, reminderMail } from './reminder-mail.rules.js';
import { peopleOwing } from './reminder-people.rules.js';
import type { RecallOutcome, TriedReminder } from './reminder.types.js';
import { RemindersRepository } from './reminders.repository.js';

const DAY_MS = 86_400_000;

/** Recalls by e-mail what people owe of the month before: one mail a person, on the day of the settings or after it. */
@Injectable()
export class RemindersService implements OnModuleInit {
  constructor(
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(RemindersRepository) private readonly reminders: RemindersRepository,
    @Inject(ReadinessService) private readonly readiness: ReadinessService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(SliceNamesService) private readonly names: SliceNamesService,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl' | 'port'>,
  ) {}

  onModuleInit(): void {
    this.jobs.register('reminders', () => this.recall());
  }

  /** Whether mails leave from here. */
  get areSent(): boolean {
    return this.mailer.isConfigured;
  }

  /** The month whose reminders are sent today; null when none are. */
  async monthOfToday(): Promise<string | null> {
    if (!this.areSent || !(await this.programmes.isInstalled())) return null;
    return monthToRecall(this.clock.today(), (await this.settings.settings()).reminderDay);
  }

  /** Reminds everybody who owes something of the month before and was not reminded of it yet; what fails is said. */
  private async recall(): Promise<void> {
    const month = await this.monthOfToday();
    if (month === null) return;
    const { figures } = await this.readiness.ofMonth(month);
    const owing = peopleOwing(figures.filter(isOwed), await this.people.all());
    const failed: { name: string; failure: MailFailure }[] = [];
    let sent = 0;
    for (const { person, owed } of owing) {
      const outcome = await this.send(person, month, owed);
      if (outcome === 'sent') sent += 1;
      else if (outcome !== 'nothing') failed.push({ name: person.name, failure: outcome });
    }
    if (sent > 0) this.logger.info({ month, sent }, 'reminders sent');
    if (failed.length > 0) this.logger.error({ month, count: failed.length, failed }, 'reminders not sent');
  }

  /**
   * Reminds one person now, at most once a day. @param site where this server answers, when no BASE_URL says it.
   */
  async recallOne(personId: number, month: string, site: string): Promise<RecallOutcome> {
    if (!this.areSent) return 'nothing';
    const { figures } = await this.readiness.ofMonth(month);
    const found = peopleOwing(figures.filter(isOwed), await this.people.all()).find(
      ({ person }) => person.id === personId,
    );
    if (found === undefined) return 'nothing';
    const yesterday = new Date(this.clock.now().getTime() - DAY_MS).toISOString();
    await this.reminders.release(personId, month, yesterday);
    return this.send(found.person, month, found.owed, site);
  }

  /** When each person was last reminded of a month, or why they were not. */
  async triedOf(month: string): Promise<ReadonlyMap<number, TriedReminder>> {
    const rows = await this.reminders.ofMonth(month);
    return new Map(rows.map(({ personId, sentAt, failure }) => [personId, { at: sentAt, failure }]));
  }

  /** Claims the reminder before it leaves, so that it never leaves twice; notes why when no server took it. */
  private async send(
    person: Person,
    month: string,
    owed: readonly OwedFigure[],
    site: string = `http://localhost:${this.configuration.port}`,
  ): Promise<RecallOutcome> {
    if (!(await this.reminders.claim(person.id, month, this.clock.instant()))) return 'nothing';
    const base = this.configuration.baseUrl ?? site;
    const names = await this.names.names();
    const words = reminderMail({
      name: person.name,
      programmeName: (await this.programmes.programme()).name,
      ofMonth: ofMonth(month),
      lines: owed.map((figure) => lineOf(figure, names)),
      entry: `${base}/saisie/${month}`,
      account: `${base}/mon-compte`,
    });
    const failure = await this.mailer.deliver({ to: person.email, ...words });
    if (failure === null) return 'sent';
    await this.reminders.fail(person.id, month, failure);
    return failure;
  }
}

function lineOf({ row, standing }: OwedFigure, names: SliceNames): OwedLine {
  const about = names.about(row);
  return {
    label: about === '' ? names.title(row) : `${names.title(row)}, ${about}`,
    due: row.due,
    returned: standing === 'returned' ? (row.current?.reason ?? '') : null,
  };
}
