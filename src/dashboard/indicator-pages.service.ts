import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { PeopleService } from '../accounts/people/people.service.js';
import { AnnotationsService } from '../annotations/annotations.service.js';
import { FiguresService } from '../figures/figures.service.js';
import type { YearFigures } from '../figures/figures.types.js';
import type { Indicator } from '../indicators/indicator.types.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { IsoDate } from '../kernel/period.types.js';
import { Clock } from '../platform/clock/clock.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { MovedPage, type PageBody } from '../platform/views/page.types.js';
import type { IndicatorQuery } from './dashboard.schema.js';
import { indicatorPage, type IndicatorInput, type IndicatorView } from './indicator.presenter.js';
import { indicatorsListPage, type IndicatorsListView } from './indicators-list.presenter.js';
import { YearChoiceService } from './year-choice.service.js';

/** Exercices of the history of one indicator: the latest ones. */
const MOST_YEARS = 8;

/** The pages of indicators. */
@Injectable()
export class IndicatorPagesService {
  constructor(
    @Inject(YearChoiceService) private readonly choice: YearChoiceService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list({ annee }: IndicatorQuery): Promise<PageBody<IndicatorsListView>> {
    const { year, years, measured, labels } = await this.choice.choose(annee);
    const indicators = await this.indicators.all();
    return indicatorsListPage({
      indicators,
      figures: await this.figures.year(year),
      lastGiven: year === years.at(-1) ? await this.lastGiven(indicators, measured) : null,
      years,
      labels,
      today: this.clock.today(),
    });
  }

  /** @throws DomainError `not_found`. */
  async one(
    code: string,
    { annee, comparer }: IndicatorQuery,
    reader: DataCaller | null,
  ): Promise<PageBody<IndicatorView> | MovedPage> {
    const indicator = await this.indicators.byCode(code);
    if (code !== indicator.slug) return new MovedPage(`/indicateurs/${indicator.slug}`);
    const { year, years, measured, labels } = await this.choice.choose(annee);
    const figures = await this.figures.year(year, undefined, comparer);
    const all = await this.indicators.all();
    const events = await this.annotations.published(figures.period);
    return indicatorPage({
      indicator,
      parent: all.find((one) => one.code === indicator.subsetOf) ?? null,
      children: all.filter((one) => one.subsetOf === indicator.code),
      figure: figureIn(figures, indicator.code),
      points: figures.monthly.get(indicator.code) ?? [],
      year,
      years,
      measured,
      labels,
      comparedWith: figures.comparedWith,
      companions: {
        targets: figures.monthlyTargets.get(indicator.code) ?? [],
        previous: await this.previous(figures.comparedWith, indicator.code),
        events,
      },
      history: await this.history(years.slice(-MOST_YEARS), indicator.code),
      breaks: (await this.indicators.breaks()).filter((one) => one.indicator === indicator.code),
      versions: await this.indicators.history(indicator.code),
      authors: reader?.readsReserved === true ? await this.people.displayNames() : null,
      exercices: await this.programmes.exercices(),
      events,
      today: this.clock.today(),
    });
  }

  /** The last day that the figures of each indicator hold, of those whose next value is expected. */
  private async lastGiven(
    indicators: readonly Indicator[],
    measured: readonly number[],
  ): Promise<Map<string, IsoDate>> {
    const wanted = new Set(indicators.flatMap(({ code, frequency }) => (frequency === null ? [] : [code])));
    const found = new Map<string, IsoDate>();
    for (const year of measured.slice(-MOST_YEARS).reverse()) {
      if (found.size === wanted.size) break;
      for (const { indicator, period } of (await this.figures.year(year)).figures) {
        const { code } = indicator;
        if (period !== null && wanted.has(code) && !found.has(code)) found.set(code, period.end);
      }
    }
    return found;
  }

  /** The months of the exercice compared with. */
  private async previous(
    year: number | null,
    code: string,
  ): Promise<NonNullable<IndicatorInput['companions']['previous']> | null> {
    if (year === null) return null;
    const { monthly, period } = await this.figures.year(year, undefined, 'none');
    return { label: exerciceLabel(period), points: monthly.get(code) ?? [] };
  }

  private async history(years: readonly number[], code: string): Promise<IndicatorInput['history']> {
    const history: IndicatorInput['history'] = [];
    for (const year of years) {
      const figures = await this.figures.year(year);
      const figure = figureIn(figures, code);
      if (figure === null) continue;
      history.push({ year, label: exerciceLabel(figures.period), period: figures.period, figure });
    }
    return history;
  }
}

const figureIn = ({ figures }: YearFigures, code: string): YearFigures['figures'][number] | null =>
  figures.find((figure) => figure.indicator.code === code) ?? null;
