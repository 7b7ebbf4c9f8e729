import { Inject, Injectable } from '@nestjs/common';
import { FiguresService } from '../figures/figures.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { MovedPage, type PageBody } from '../platform/views/page.types.js';
import { indicatorPage, type IndicatorView } from './indicator.presenter.js';
import { indicatorsListPage, type IndicatorsListView } from './indicators-list.presenter.js';
import { YearChoiceService } from './year-choice.service.js';

/** The pages of indicators. */
@Injectable()
export class IndicatorPagesService {
  constructor(
    @Inject(YearChoiceService) private readonly choice: YearChoiceService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {}

  async list(): Promise<PageBody<IndicatorsListView>> {
    const { year } = await this.choice.choose();
    return indicatorsListPage(await this.indicators.all(), await this.figures.year(year));
  }

  /** @throws DomainError `not_found`. */
  async one(code: string): Promise<PageBody<IndicatorView> | MovedPage> {
    const indicator = await this.indicators.byCode(code);
    if (code !== indicator.slug) return new MovedPage(`/indicateurs/${indicator.slug}`);
    const { year } = await this.choice.choose();
    const [all, figures] = await Promise.all([this.indicators.all(), this.figures.year(year)]);
    return indicatorPage({
      indicator,
      parent: all.find((one) => one.code === indicator.subsetOf) ?? null,
      children: all.filter((one) => one.subsetOf === indicator.code),
      figure: figures.figures.find((figure) => figure.indicator.code === indicator.code) ?? null,
      points: figures.monthly.get(indicator.code) ?? [],
      year,
    });
  }
}
