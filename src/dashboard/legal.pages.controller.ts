import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { Page } from '../platform/views/page.decorator.js';
import type { PageBody } from '../platform/views/page.types.js';
import { LegalPagesService } from './legal-pages.service.js';
import type { AccessibilityView, LegalTextView } from './legal.presenter.js';

@Controller()
export class LegalPagesController {
  constructor(@Inject(LegalPagesService) private readonly legal: LegalPagesService) {}

  /** What was checked, what is not conform, whom to tell. */
  @Get('accessibilite')
  @Access('open')
  @Page('legal/accessibility')
  accessibility(): Promise<PageBody<AccessibilityView>> {
    return this.legal.accessibility();
  }

  /** Who publishes, under which licence. */
  @Get('mentions-legales')
  @Access('open')
  @Page('legal/text')
  notices(): Promise<PageBody<LegalTextView>> {
    return this.legal.text('notices');
  }

  /** What is kept about people, why and for how long. */
  @Get('donnees-personnelles')
  @Access('open')
  @Page('legal/text')
  privacy(): Promise<PageBody<LegalTextView>> {
    return this.legal.text('privacy');
  }
}
