import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { ProgrammePageService } from './programme-page.service.js';
import type { ExerciceRoomView, ProgrammeRoomView } from './programme-page.types.js';
import { type DoneQuery, doneQuery, yearParam } from './programme-settings.schema.js';

@Controller('administration/programme')
@Access('programme:manage')
export class ProgrammePagesController {
  constructor(@Inject(ProgrammePageService) private readonly room: ProgrammePageService) {}

  @Get()
  @Page('administration/programme')
  page(@Query(new ZodPipe(doneQuery)) { fait }: DoneQuery): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.page(fait);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/programme')
  describe(@Body() body: unknown): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.describe(body);
  }

  @Post('couleur')
  @HttpCode(200)
  @Page('administration/programme')
  changeColour(@Body() body: unknown): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.changeColour(body);
  }

  @Post('couleur/origine')
  @HttpCode(200)
  @Page('administration/programme')
  resetColour(@Body() body: unknown): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.resetColour(body);
  }

  @Post('logo')
  @HttpCode(200)
  @Page('administration/programme')
  changeLogo(@Body() body: unknown): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.changeLogo(body);
  }

  @Post('logo/retrait')
  @HttpCode(200)
  @Page('administration/programme')
  removeLogo(@Body() body: unknown): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.removeLogo(body);
  }

  @Post('exercices')
  @HttpCode(200)
  @Page('administration/programme')
  addExercice(@Body() body: unknown): Promise<PageAnswer<ProgrammeRoomView>> {
    return this.room.addExercice(body);
  }

  @Get('exercices/:year')
  @Page('administration/exercice')
  exercice(
    @Param('year', new ZodPipe(yearParam)) year: number,
    @Query(new ZodPipe(doneQuery)) { fait }: DoneQuery,
  ): Promise<PageAnswer<ExerciceRoomView>> {
    return this.room.exercice(year, fait);
  }

  @Post('exercices/:year')
  @HttpCode(200)
  @Page('administration/exercice')
  describeExercice(
    @Param('year', new ZodPipe(yearParam)) year: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<ExerciceRoomView>> {
    return this.room.describeExercice(year, body);
  }

  @Post('exercices/:year/reouverture')
  @HttpCode(200)
  @Page('administration/exercice')
  reopenExercice(
    @Param('year', new ZodPipe(yearParam)) year: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<ExerciceRoomView>> {
    return this.room.reopenExercice(year, body);
  }
}
