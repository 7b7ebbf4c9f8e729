import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { TakesFile, uploadedFile } from '../../platform/http/uploads.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import type { CheckCode } from '../checks/checks.types.js';
import { EVIDENCE_MAX_BYTES } from '../evidence/evidence-refusals.rules.js';
import { idParam } from '../evidence/evidence.schema.js';
import { PanelPageService } from './panel-page.service.js';
import { codeParam, keyParam, panelQuery, type PanelQuery, periodParam } from './panel.schema.js';
import type { PanelView } from './panel.types.js';

const PERIOD = new ZodPipe(periodParam);
const KEY = new ZodPipe(keyParam);

@Controller('saisie/:period/:key')
@Access('entry:use')
export class PanelPagesController {
  constructor(@Inject(PanelPageService) private readonly panel: PanelPageService) {}

  @Get()
  @Page('entry/panel')
  show(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Param('key', KEY) key: string,
    @Query(new ZodPipe(panelQuery)) { fait }: PanelQuery,
  ): Promise<PageAnswer<PanelView>> {
    return this.panel.show({ person, period, key }, fait);
  }

  @Post()
  @HttpCode(200)
  @Page('entry/panel')
  save(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Param('key', KEY) key: string,
    @Body() body: unknown,
  ): Promise<PageAnswer<PanelView>> {
    return this.panel.save({ person, period, key }, body);
  }

  @Post('justificatifs')
  @HttpCode(200)
  @TakesFile(EVIDENCE_MAX_BYTES)
  @Page('entry/panel')
  attach(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Param('key', KEY) key: string,
    @Body() body: unknown,
  ): Promise<PageAnswer<PanelView>> {
    return this.panel.attach({ person, period, key }, body, uploadedFile);
  }

  @Post('justificatifs/:id/retrait')
  @HttpCode(200)
  @Page('entry/panel')
  detach(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Param('key', KEY) key: string,
    @Param('id', new ZodPipe(idParam)) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<PanelView>> {
    return this.panel.detach({ person, period, key }, id, body);
  }

  @Post('etonnements/:code')
  @HttpCode(200)
  @Page('entry/panel')
  confirm(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Param('key', KEY) key: string,
    @Param('code', new ZodPipe(codeParam)) code: CheckCode,
    @Body() body: unknown,
  ): Promise<PageAnswer<PanelView>> {
    return this.panel.confirm({ person, period, key }, code, body);
  }

  @Post('retrait')
  @HttpCode(200)
  @Page('entry/panel')
  withdraw(
    @SignedIn() person: PersonIdentity,
    @Param('period', PERIOD) period: string,
    @Param('key', KEY) key: string,
    @Body() body: unknown,
  ): Promise<PageAnswer<PanelView>> {
    return this.panel.withdraw({ person, period, key }, body);
  }
}
