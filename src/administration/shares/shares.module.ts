import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { SharesPageService } from './shares-page.service.js';
import { SharesPagesController } from './shares.pages.controller.js';

@Module({ imports: [AccountsModule], controllers: [SharesPagesController], providers: [SharesPageService] })
export class SharesAdministrationModule {}
