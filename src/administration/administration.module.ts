import { Module } from '@nestjs/common';
import { SharesAdministrationModule } from './shares/shares.module.js';
import { ProgrammeAdministrationModule } from './programme/programme-administration.module.js';

/** What administrators see to: each room of it is a module of its own. */
@Module({ imports: [ProgrammeAdministrationModule, SharesAdministrationModule] })
export class AdministrationModule {}
