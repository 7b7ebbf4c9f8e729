import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { tokenId, tokensQuery, type TokensQuery } from './tokens.schema.js';
import { TokensPagesService } from './tokens-pages.service.js';
import type { TokensView } from './tokens.types.js';

@Controller('administration/jetons')
@Access('tokens:manage')
export class TokensPagesController {
  constructor(@Inject(TokensPagesService) private readonly tokens: TokensPagesService) {}

  @Get()
  @Page('administration/tokens')
  list(@Query(new ZodPipe(tokensQuery)) query: TokensQuery): Promise<PageAnswer<TokensView>> {
    return this.tokens.list(query);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/tokens')
  create(@Body() body: unknown): Promise<PageAnswer<TokensView>> {
    return this.tokens.create(body);
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Page('administration/tokens')
  revoke(
    @Param('id', new ZodPipe(tokenId)) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<TokensView>> {
    return this.tokens.revoke(id, body);
  }
}
