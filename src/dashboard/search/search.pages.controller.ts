import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { SearchView } from './search.presenter.js';
import { searchQuery, type SearchQuery } from './search.schema.js';
import { SearchService } from './search.service.js';

@Controller('recherche')
export class SearchPagesController {
  constructor(@Inject(SearchService) private readonly searches: SearchService) {}

  /** Indicators, operations and figures by their words. */
  @Get()
  @Access('public')
  @Page('search/results')
  search(@Query(new ZodPipe(searchQuery)) query: SearchQuery): Promise<PageBody<SearchView>> {
    return this.searches.page(query);
  }
}
