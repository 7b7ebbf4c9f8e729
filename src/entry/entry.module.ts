import { Module } from '@nestjs/common';

/** Entering figures, and what becomes of them until they count. */
@Module({ imports: [] })
export class EntryModule {}
