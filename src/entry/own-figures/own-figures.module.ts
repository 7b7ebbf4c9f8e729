import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { OwnFiguresPagesController } from './own-figures.pages.controller.js';
import { OwnFiguresService } from './own-figures.service.js';

/** What each one owes and gave. */
@Module({
  imports: [PlanModule, ProgrammeModule],
  controllers: [OwnFiguresPagesController],
  providers: [OwnFiguresService],
})
export class OwnFiguresModule {}
