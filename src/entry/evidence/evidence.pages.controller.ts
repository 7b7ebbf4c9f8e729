import { Controller, Get, Inject, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { writerOf } from '../../accounts/access/caller.rules.js';
import { Access } from '../../platform/http/access.js';
import { inertFile } from '../../platform/http/inert-file.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { idParam } from './evidence.schema.js';
import { EvidenceService } from './evidence.service.js';

@Controller('justificatifs')
export class EvidencePagesController {
  constructor(@Inject(EvidenceService) private readonly evidence: EvidenceService) {}

  @Get(':id')
  @Access('entry:use')
  async download(
    @Req() request: FastifyRequest,
    @Param('id', new ZodPipe(idParam)) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return inertFile(await this.evidence.open(id, writerOf(request.caller)), reply);
  }
}
