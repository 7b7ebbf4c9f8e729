import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { Page } from '../platform/views/page.decorator.js';
import type { PageBody } from '../platform/views/page.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { legalPage, type LegalView } from './legal.presenter.js';

@Controller()
export class LegalPagesController {
  constructor(@Inject(ProgrammeService) private readonly programmes: ProgrammeService) {}

  /** What was checked, what is not conform, whom to tell. */
  @Get('accessibilite')
  @Access('open')
  @Page('legal/accessibility')
  async accessibility(): Promise<PageBody<LegalView>> {
    return legalPage('accessibility', await this.programmes.programme());
  }

  /** Who publishes, under which licence. */
  @Get('mentions-legales')
  @Access('open')
  @Page('legal/notices')
  async notices(): Promise<PageBody<LegalView>> {
    return legalPage('notices', await this.programmes.programme());
  }

  /** What is kept about people: next to nothing. */
  @Get('donnees-personnelles')
  @Access('open')
  @Page('legal/privacy')
  async privacy(): Promise<PageBody<LegalView>> {
    return legalPage('privacy', await this.programmes.programme());
  }
}
