import { Controller, Get, Headers, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { SeeOther } from '../../platform/views/page.types.js';
import { ShareOpeningService } from './share-opening.service.js';

@Controller('partage')
export class ShareOpeningPagesController {
  constructor(@Inject(ShareOpeningService) private readonly openings: ShareOpeningService) {}

  /** Counts the opening and leads to the page, so that the secret leaves the address. */
  @Get(':secret')
  @Access('open')
  @Page('errors/error')
  follow(
    @Param('secret') secret: string,
    @Headers('sec-fetch-dest') destination: string | undefined,
    @Headers('sec-purpose') purpose: string | undefined,
    @Req() { method }: FastifyRequest,
  ): Promise<SeeOther> {
    return this.openings.follow(secret, { method, destination, purpose });
  }
}
