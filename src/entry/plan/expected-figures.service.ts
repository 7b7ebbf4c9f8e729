import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../../accounts/account.types.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sentence, slug } from '../../kernel/french-text.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import { EnteredMeasurementsService } from '../../measurements/entered-measurements.service.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import { Clock } from '../../platform/clock/clock.js';
import { type DatedExercice, exerciceHolding, exercicePeriod } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import type { CollectionFrequency, Slice } from './collection-line.types.js';
import { CollectionLinesRepository } from './collection-lines.repository.js';
import {
  entryPeriodAround,
  habitsFrom,
  parseEntryPeriod,
  periodBefore,
  periodOfYearBefore,
  type EntryPeriod,
} from './entry-period.rules.js';
import type { ExpectedFigure, ExpectedFrame } from './expected-figure.types.js';
import { expectedFigures } from './expected-figures.rules.js';
import { expectedByMonth, monthsOf, type MonthlyFigure } from './expected-months.rules.js';
import { parseRowKey } from './row-key.rules.js';

/** The rows of a period with all that they were made from. */
export interface ExpectedFigures {
  period: EntryPeriod;
  rows: ExpectedFigure[];
  /** Newest versions of everything from a year before to the end of the exercice, in the same scope. */
  entered: readonly MeasurementRecord[];
}

/** The same for the months of an exercice. */
export interface ExpectedMonths {
  months: EntryPeriod[];
  rows: MonthlyFigure[];
  /** From a year before the first month to the end of the exercice. */
  entered: readonly MeasurementRecord[];
}

type Known = Omit<ExpectedFrame, 'period' | 'recentFrom' | 'yearBefore' | 'asked'>;

/** Periods before in which a figure was given for it to be habitual. */
const RECENT: Readonly<Record<CollectionFrequency, number>> = { day: 7, month: 3, quarter: 2, year: 1 };

/** Which figures are awaited in a period, from the plan, from habit, from what the indicators say. */
@Injectable()
export class ExpectedFiguresService {
  constructor(
    @Inject(CollectionLinesRepository) private readonly lines: CollectionLinesRepository,
    @Inject(EnteredMeasurementsService) private readonly entered: EnteredMeasurementsService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A period by its name in addresses. @throws DomainError 404 `not_found`. */
  async period(name: string): Promise<EntryPeriod> {
    const period = parseEntryPeriod(name, await this.programmes.exercices());
    if (period !== null) return period;
    const title = sentence`${quote(name)} n’est pas une période de saisie : écrivez 2020-09, 2020-09-16, 2020-T3 ou 2020.`;
    throw new DomainError('not_found', title, 404);
  }

  /** The last month that is over: the one whose figures are being entered. */
  async present(): Promise<EntryPeriod> {
    const exercices = await this.programmes.exercices();
    return periodBefore(entryPeriodAround('month', this.clock.today(), exercices), exercices);
  }

  /**
   * The rows of a period. @param limits whose figures; null for everybody's. @param asked keys of rows to add, those that
   * name nothing are left out. @param isAlone only the rows asked for, and only what is known of their indicators.
   */
  async of(
    period: EntryPeriod,
    limits: ScopeLimits | null,
    asked: readonly string[] = [],
    isAlone = false,
  ): Promise<ExpectedFigures> {
    const slices = await this.slicesOf(asked);
    const exercices = await this.programmes.exercices();
    const entered = await this.entered.within(
      lookedAround(period, exercices),
      limits,
      isAlone ? [...new Set(slices.map(({ indicator }) => indicator))] : null,
    );
    const known = await this.knownFor(limits);
    const rows = expectedFigures({ ...inputFor(period, exercices, known), entered, asked: slices });
    return { period, rows: isAlone ? rows.filter(({ key }) => asked.includes(key)) : rows, entered };
  }

  /**
   * What is collected by month in an exercice, month by month, read at once.
   * @param asked keys of rows to add, those that name nothing are left out.
   */
  async byMonth(
    exercice: EntryPeriod,
    limits: ScopeLimits | null,
    asked: readonly string[] = [],
  ): Promise<ExpectedMonths> {
    const slices = await this.slicesOf(asked);
    const exercices = await this.programmes.exercices();
    const months = monthsOf(exercice, exercices);
    const start = lookedFrom(months[0] ?? exercice, exercice, exercices);
    const entered = await this.entered.within({ start, end: exercice.end }, limits);
    const known = await this.knownFor(limits);
    const inputs = months.map((month) => ({
      ...inputFor(month, exercices, known),
      enteredFrom: lookedFrom(month, exercice, exercices),
    }));
    return { months, rows: expectedByMonth(inputs, entered, slices), entered };
  }

  /** The rows of several periods, everybody's, in their order, read at once. */
  async ofEach(periods: readonly EntryPeriod[]): Promise<ExpectedFigure[][]> {
    if (periods.length === 0) return [];
    const exercices = await this.programmes.exercices();
    const around = periods.map((period) => ({ period, ...lookedAround(period, exercices) }));
    const days = {
      start: around.map(({ start }) => start).reduce(earlier),
      end: around.map(({ end }) => end).reduce(later),
    };
    const all = await this.entered.within(days, null);
    const known = await this.knownFor(null);
    return around.map(({ period, start, end }) => {
      const entered = all.filter(({ periodEnd }) => periodEnd >= start && periodEnd <= end);
      return expectedFigures({ ...inputFor(period, exercices, known), entered, asked: [] });
    });
  }

  /** All that rows follow from besides what was entered. */
  private async knownFor(limits: ScopeLimits | null): Promise<Known> {
    return {
      lines: await this.lines.all(),
      indicators: await this.indicators.all(),
      campaigns: await this.campaigns.all(),
      organisations: limits?.organisations ?? null,
      usualDueDays: (await this.settings.settings()).closingDays ?? 0,
    };
  }

  /** The slices that keys name, in canonical codes. */
  private async slicesOf(keys: readonly string[]): Promise<Slice[]> {
    if (keys.length === 0) return [];
    const codes = {
      indicator: await this.indicators.all(),
      campaign: await this.campaigns.all(),
      territory: await this.programmes.territories(),
      channel: await this.programmes.channels(),
      organisation: (await this.programmes.organisations()).all,
    };
    const found = (member: keyof Slice, given: string | null): string | null | undefined =>
      given === null ? null : codes[member].find(({ code }) => slug(code) === given)?.code;
    return keys.flatMap((key) => {
      const slugs = parseRowKey(key);
      if (slugs === null) return [];
      const indicator = found('indicator', slugs.indicator);
      const campaign = found('campaign', slugs.campaign);
      const territory = found('territory', slugs.territory);
      const channel = found('channel', slugs.channel);
      const organisation = found('organisation', slugs.organisation);
      const isKnown =
        indicator && [campaign, territory, channel, organisation].every((one) => one !== undefined);
      if (!isKnown) return [];
      return [
        {
          indicator,
          campaign: campaign ?? null,
          territory: territory ?? null,
          channel: channel ?? null,
          organisation: organisation ?? null,
        },
      ];
    });
  }
}

function inputFor(
  period: EntryPeriod,
  exercices: readonly DatedExercice[],
  known: Known,
): Omit<ExpectedFrame, 'asked'> {
  let before = period;
  for (let count = 0; count < RECENT[period.grain]; count += 1) before = periodBefore(before, exercices);
  return { ...known, period, recentFrom: before.start, yearBefore: periodOfYearBefore(period, exercices) };
}

/** As far back as a period's grid looks, for what is habitual and for what adds up. */
const lookedFrom = (
  period: EntryPeriod,
  exercice: ClosedPeriod,
  exercices: readonly DatedExercice[],
): IsoDate => earlier(habitsFrom(period, exercices), exercice.start);

/** As far as a period's rows look, back and to the end of its exercice. */
function lookedAround(period: EntryPeriod, exercices: readonly DatedExercice[]): ClosedPeriod {
  const year = exerciceHolding(period.end, exercices);
  const exercice = year === null ? period : exercicePeriod(year, exercices);
  return { start: lookedFrom(period, exercice, exercices), end: later(period.end, exercice.end) };
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);
const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);
