import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { programmeAnswer, type ProgrammeAnswer } from './programme.presenter.js';
import { ProgrammeService } from './programme.service.js';

@Controller('api/v1/programme')
export class ProgrammeApiController {
  constructor(@Inject(ProgrammeService) private readonly programmes: ProgrammeService) {}

  /** Name, territory, visibility and exercices. */
  @Get()
  @Access('public')
  async read(): Promise<ProgrammeAnswer> {
    return programmeAnswer(
      await this.programmes.programme(),
      await this.programmes.territories(),
      await this.programmes.exercices(),
    );
  }
}
