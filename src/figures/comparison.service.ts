import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { comparableDay, exerciceLabel, exercicePeriod } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import {
  breaksOfTerms,
  comparedFigure,
  dayOfFigure,
  dayReached,
  type ComparisonTerms,
} from './comparison.rules.js';
import type { CampaignReference, FiguresInput } from './figure-input.types.js';
import { figureOf } from './figure.rules.js';
import type { Figure, YearFigures } from './figures.types.js';

/** Reads what counts at a day in an exercice. */
export type FactsReader = (period: ClosedPeriod, at: IsoDate) => Promise<MeasurementFact[]>;

/** A campaign of the input, and the one of the compared exercice that it continues. */
export type Continued = CampaignReference & { year: number; followsCode: string | null };

type Compared = Pick<YearFigures, 'figures' | 'byCampaign'>;

/** What the figures of an exercice were in another one, over the same days, by the same definitions and perimeters. */
@Injectable()
export class ComparisonService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
  ) {}

  /** The same figures with their previous value and their change. The vocabulary of the input is shared. */
  async compare(
    own: Compared,
    input: FiguresInput,
    year: number,
    campaigns: readonly Continued[],
    read: FactsReader,
  ): Promise<Compared> {
    const period = exercicePeriod(year, await this.programmes.exercices());
    const breaks = breaksOfTerms(await this.indicators.breaks(), input.indicators);
    const past = new PastExercice(input, year, period, breaks, read);
    const byCampaign = new Map<string, Figure[]>();
    for (const [code, figures] of own.byCampaign) {
      const followed = campaigns.find((one) => one.code === code)?.followsCode ?? null;
      const before = campaigns.find((one) => one.code === followed && one.year === year);
      byCampaign.set(code, before === undefined ? figures : await past.compared(figures, before));
    }
    return { figures: await past.compared(own.figures, null), byCampaign };
  }
}

/** Another exercice, read as far as the days that compare with those of the figures. */
class PastExercice {
  private readonly inputs = new Map<IsoDate, Promise<FiguresInput>>();

  constructor(
    private readonly input: FiguresInput,
    private readonly year: number,
    private readonly period: ClosedPeriod,
    private readonly breaks: ComparisonTerms['breaks'],
    private readonly read: FactsReader,
  ) {}

  async compared(figures: readonly Figure[], campaign: CampaignReference | null): Promise<Figure[]> {
    const reached = dayReached(this.input);
    const compared: Figure[] = [];
    // A « dont » is asked for beside its whole and by itself: it is made once.
    const made = new Map<string, Figure | undefined>();
    for (const figure of figures) {
      const terms = this.termsAt(dayOfFigure(figure, reached, this.input.period));
      const past = await this.inputAt(terms.previous.at);
      const otherOf = (code: string): Figure | undefined => {
        const key = `${past.at} ${code}`;
        if (made.has(key)) return made.get(key);
        const indicator = past.indicators.find((one) => one.code === code);
        const other = indicator && figureOf(indicator, campaign, past);
        made.set(key, other);
        return other;
      };
      compared.push(comparedFigure(figure, otherOf, terms));
    }
    return compared;
  }

  private termsAt(day: IsoDate): ComparisonTerms {
    const { year, period } = this.input;
    const at = comparableDay(day, period, this.period);
    return {
      current: { year, label: exerciceLabel(period), period, at: day },
      previous: { year: this.year, label: exerciceLabel(this.period), period: this.period, at },
      breaks: this.breaks,
    };
  }

  /** Most figures reach the same day: its facts are read once. */
  private inputAt(at: IsoDate): Promise<FiguresInput> {
    const known = this.inputs.get(at) ?? this.readInput(at);
    this.inputs.set(at, known);
    return known;
  }

  private async readInput(at: IsoDate): Promise<FiguresInput> {
    const facts = await this.read(this.period, at);
    const { year, period } = this;
    const nothingAimed = { targets: [], baselines: [], opinions: [] };
    const past = { year, period, at, exerciceIsOver: true, facts, totalsOnly: true };
    return { ...this.input, ...nothingAimed, ...past };
  }
}
