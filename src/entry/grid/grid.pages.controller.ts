import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer, SeeOther } from '../../platform/views/page.types.js';
import type { SavedCells } from './grid-cells.service.js';
import { GridPageService } from './grid-page.service.js';
import {
  cellsBody,
  type CellsBody,
  gridBody,
  type GridBody,
  gridQuery,
  type GridQuery,
  periodParam,
} from './grid.schema.js';
import type { GridView } from './grid.types.js';

const PERIOD = new ZodPipe(periodParam);
const QUERY = new ZodPipe(gridQuery);

@Controller('saisie')
export class GridPagesController {
  constructor(@Inject(GridPageService) private readonly grids: GridPageService) {}

  /** The last month that is over. */
  @Get()
  @Access('entry:use')
  @Page('entry/grid')
  present(): Promise<SeeOther> {
    return this.grids.present();
  }

  @Get(':period')
  @Access('entry:use')
  @Page('entry/grid')
  show(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Query(QUERY) query: GridQuery,
  ): Promise<PageAnswer<GridView>> {
    return this.grids.show(person, period, query);
  }

  /** The whole grid as a form: saved, or sent to be validated. */
  @Post(':period')
  @HttpCode(200)
  @Access('entry:use')
  @Page('entry/grid')
  send(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Query(QUERY) query: GridQuery,
    @Body(new ZodPipe(gridBody)) body: GridBody,
  ): Promise<PageAnswer<GridView>> {
    return this.grids.send(person, period, query, body);
  }

  /** Cells as they are left, from the grid's script. */
  @Post(':period/cellules')
  @HttpCode(200)
  @Access('entry:use')
  save(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Query(QUERY) query: GridQuery,
    @Body(new ZodPipe(cellsBody)) body: CellsBody,
  ): Promise<SavedCells> {
    return this.grids.save(person, period, query, body);
  }
}
