import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { PersonIdentity } from '../accounts/account.types.js';
import { PersonIfAny } from '../accounts/access/person-if-any.decorator.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { Page } from '../platform/views/page.decorator.js';
import type { PageBody } from '../platform/views/page.types.js';
import { dashboardQuery, yearParam, type DashboardQuery } from './dashboard.schema.js';
import { DashboardService } from './dashboard.service.js';
import type { DashboardView } from './dashboard.types.js';

@Controller()
export class DashboardPagesController {
  constructor(@Inject(DashboardService) private readonly dashboard: DashboardService) {}

  /** The latest exercice that has figures. */
  @Get()
  @Access('public')
  @Page('dashboard/year')
  home(@PersonIfAny() reader: PersonIdentity | null): Promise<PageBody<DashboardView>> {
    return this.dashboard.page(undefined, undefined, reader);
  }

  @Get('tableau-de-bord/:year')
  @Access('public')
  @Page('dashboard/year')
  year(
    @Param('year', new ZodPipe(yearParam)) year: number,
    @Query(new ZodPipe(dashboardQuery)) { comparer }: DashboardQuery,
    @PersonIfAny() reader: PersonIdentity | null,
  ): Promise<PageBody<DashboardView>> {
    return this.dashboard.page(year, comparer, reader);
  }
}
