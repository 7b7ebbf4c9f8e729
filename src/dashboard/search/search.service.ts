import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { VersionedCache } from '../../platform/database/versioned-cache.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { exerciceLabel } from '../../programme/exercice.rules.js';
import { groupedFigures, searchIndex } from './search-index.rules.js';
import { found, suggestion } from './search-match.rules.js';
import { queryWords } from './search-text.rules.js';
import { searchPage, type SearchView } from './search.presenter.js';
import type { SearchQuery } from './search.schema.js';
import type { SearchAnswer, SearchIndex } from './search.types.js';

/** Exercices whose figures are found: the latest ones. */
const MOST_YEARS = 4;
/** Shown of each kind. */
const MOST_SHOWN = 12;

/** Finds indicators, operations and figures by their words, as the pages that everybody reads show them. */
@Injectable()
export class SearchService {
  private readonly kept: VersionedCache<SearchIndex>;

  constructor(
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
  ) {
    this.kept = new VersionedCache(unitOfWork, 1);
  }

  /** What answers a query, best first. */
  async search(query: string): Promise<SearchAnswer> {
    const words = queryWords(query);
    const none = { query, figures: [], campaigns: [], indicators: [], count: 0, isCut: false };
    if (words.length === 0) return { ...none, suggestion: null };
    const index = await this.index();
    const figures = groupedFigures(found(words, index.figures));
    const shown = new Set(figures.map(({ figure }) => figure.indicator.code));
    const campaigns = found(words, index.campaigns);
    const indicators = found(words, index.indicators).filter(({ code }) => !shown.has(code));
    const all = [figures, campaigns, indicators];
    const count = all.reduce((sum, { length }) => sum + length, 0);
    return {
      query,
      figures: figures.slice(0, MOST_SHOWN),
      campaigns: campaigns.slice(0, MOST_SHOWN),
      indicators: indicators.slice(0, MOST_SHOWN),
      count,
      isCut: all.some(({ length }) => length > MOST_SHOWN),
      suggestion: count === 0 ? suggestion(words, index.vocabulary) : null,
    };
  }

  /** The page of what was found. */
  async page({ q }: SearchQuery): Promise<PageBody<SearchView>> {
    return searchPage(await this.search(q));
  }

  private index(): Promise<SearchIndex> {
    return this.kept.of(this.clock.today(), async () => {
      const measured = await this.figures.yearsWithFigures();
      const years: { figures: Awaited<ReturnType<FiguresService['year']>>; label: string }[] = [];
      for (const year of measured.slice(-MOST_YEARS).reverse()) {
        const figures = await this.figures.year(year);
        years.push({ figures, label: exerciceLabel(figures.period) });
      }
      return searchIndex(years, await this.campaigns.all(), await this.indicators.all());
    });
  }
}
