import { Module } from '@nestjs/common';

/** What administrators see to: each room of it is a module of its own. */
@Module({ imports: [] })
export class AdministrationModule {}
