import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { AnnotationPagesService } from './annotation-pages.service.js';
import { codeParam, type DoneQuery, doneQuery } from './annotations.schema.js';
import type { AnnotationsView, AnnotationView } from './annotations.types.js';

const CODE = new ZodPipe(codeParam);

@Controller('administration/evenements')
@Access('annotations:manage')
export class AnnotationsPagesController {
  constructor(@Inject(AnnotationPagesService) private readonly room: AnnotationPagesService) {}

  @Get()
  @Page('administration/annotations')
  list(
    @SignedIn() reader: PersonIdentity,
    @Query(new ZodPipe(doneQuery)) { fait }: DoneQuery,
  ): Promise<PageAnswer<AnnotationsView>> {
    return this.room.list(reader, fait);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/annotations')
  add(@SignedIn() reader: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<AnnotationsView>> {
    return this.room.add(reader, body);
  }

  @Get(':code')
  @Page('administration/annotation')
  one(
    @SignedIn() reader: PersonIdentity,
    @Param('code', CODE) code: string,
  ): Promise<PageAnswer<AnnotationView>> {
    return this.room.one(reader, code);
  }

  @Post(':code')
  @HttpCode(200)
  @Page('administration/annotation')
  change(
    @SignedIn() reader: PersonIdentity,
    @Param('code', CODE) code: string,
    @Body() body: unknown,
  ): Promise<PageAnswer<AnnotationView>> {
    return this.room.change(reader, code, body);
  }

  @Post(':code/retrait')
  @HttpCode(200)
  @Page('administration/annotation')
  remove(
    @SignedIn() reader: PersonIdentity,
    @Param('code', CODE) code: string,
    @Body() body: unknown,
  ): Promise<PageAnswer<AnnotationView>> {
    return this.room.remove(reader, code, body);
  }
}
