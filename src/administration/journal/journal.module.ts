import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { JournalExportService } from './journal-export.service.js';
import { JournalPageService } from './journal-page.service.js';
import { JournalPagesController } from './journal.pages.controller.js';

@Module({
  imports: [AccountsModule],
  controllers: [JournalPagesController],
  providers: [JournalPageService, JournalExportService],
})
export class JournalModule {}
