import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiAccessGuard } from './api-access.guard.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { ApiTokensService } from './api-tokens.service.js';

@Module({
  providers: [ApiTokensService, ApiTokensRepository, { provide: APP_GUARD, useClass: ApiAccessGuard }],
  exports: [ApiTokensService],
})
export class AccountsModule {}
