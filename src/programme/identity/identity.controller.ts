import { Controller, Get, Inject, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { lastingFile } from '../../platform/http/lasting-file.js';
import { IdentityService } from './identity.service.js';

/** The programme's stylesheet and logo: on every page, the one for signing in included. */
@Controller('identite')
export class IdentityController {
  constructor(@Inject(IdentityService) private readonly identities: IdentityService) {}

  @Get(':file')
  @Access('open')
  async file(
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return lastingFile(await this.identities.file(file), reply);
  }
}
