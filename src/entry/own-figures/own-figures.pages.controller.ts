import { Controller, Get, Inject } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { OwnFiguresService } from './own-figures.service.js';
import type { OwnFiguresView } from './own-figures.types.js';

@Controller('mes-chiffres')
@Access('entry:use')
export class OwnFiguresPagesController {
  constructor(@Inject(OwnFiguresService) private readonly figures: OwnFiguresService) {}

  @Get()
  @Page('entry/own-figures')
  show(@SignedIn() person: PersonIdentity): Promise<PageAnswer<OwnFiguresView>> {
    return this.figures.page(person);
  }
}
