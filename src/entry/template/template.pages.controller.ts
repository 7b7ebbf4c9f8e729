import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { xlsxAttachment } from '../../platform/http/xlsx-attachment.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { periodParam } from '../grid/grid.schema.js';
import { templateQuery, type TemplateQuery } from './template.schema.js';
import { TemplateService } from './template.service.js';

@Controller('saisie')
export class TemplatePagesController {
  constructor(@Inject(TemplateService) private readonly templates: TemplateService) {}

  /** What is awaited of a month, as a workbook to fill in. */
  @Get(':period/modele.xlsx')
  @Access('entry:use')
  async workbook(
    @SignedIn() person: PersonIdentity,
    @Param('period', new ZodPipe(periodParam)) period: string,
    @Query(new ZodPipe(templateQuery)) query: TemplateQuery,
  ): Promise<StreamableFile> {
    return xlsxAttachment(await this.templates.workbook(person, period, query));
  }
}
