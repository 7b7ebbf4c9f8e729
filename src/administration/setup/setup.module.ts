import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DatasetsModule } from '../../datasets/datasets.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { SetupInterceptor } from './setup.interceptor.js';
import { SetupPagesController } from './setup.pages.controller.js';
import { SetupService } from './setup.service.js';

@Module({
  imports: [ProgrammeModule, DatasetsModule],
  controllers: [SetupPagesController],
  providers: [SetupService, { provide: APP_INTERCEPTOR, useClass: SetupInterceptor }],
})
export class SetupModule {}
