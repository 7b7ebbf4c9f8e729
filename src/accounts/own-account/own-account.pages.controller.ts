import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer, PageBody, SeeOther } from '../../platform/views/page.types.js';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { PersonIdentity } from '../account.types.js';
import { PersonDataService } from '../people/person-data.service.js';
import { DevicesService } from './devices.service.js';
import { jsonAttachment } from '../../platform/http/json-attachment.js';
import {
  type AccountQuery,
  accountQuery,
  type DeviceParam,
  deviceParam,
  nothingBody,
} from './own-account.schema.js';
import { OwnAccountService } from './own-account.service.js';
import type { AccountView } from './own-account.types.js';

@Controller('mon-compte')
@Access('account')
export class OwnAccountPagesController {
  constructor(
    @Inject(OwnAccountService) private readonly account: OwnAccountService,
    @Inject(DevicesService) private readonly devices: DevicesService,
    @Inject(PersonDataService) private readonly data: PersonDataService,
  ) {}

  @Get()
  @Page('accounts/account')
  show(
    @SignedIn() person: PersonIdentity,
    @Query(new ZodPipe(accountQuery)) { fait }: AccountQuery,
  ): Promise<PageBody<AccountView>> {
    return this.account.page(person, fait);
  }

  @Post('nom')
  @Page('accounts/account')
  rename(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<AccountView>> {
    return this.account.rename(person, body);
  }

  @Post('mot-de-passe')
  @Page('accounts/account')
  changePassword(
    @SignedIn() person: PersonIdentity,
    @Body() body: unknown,
  ): Promise<PageAnswer<AccountView>> {
    return this.account.changePassword(person, body);
  }

  @Post('avis')
  @Page('accounts/account')
  chooseNotices(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<AccountView>> {
    return this.account.chooseNotices(person, body);
  }

  /** Signs out everywhere but here. */
  @Post('appareils/deconnexion')
  @Page('accounts/account')
  endOthers(
    @SignedIn() person: PersonIdentity,
    @Body(new ZodPipe(nothingBody)) _: object,
  ): Promise<SeeOther> {
    return this.devices.endOthers(person);
  }

  @Post('appareils/:id/deconnexion')
  @Page('accounts/account')
  end(
    @SignedIn() person: PersonIdentity,
    @Param(new ZodPipe(deviceParam)) { id }: DeviceParam,
    @Body(new ZodPipe(nothingBody)) _: object,
  ): Promise<SeeOther> {
    return this.devices.end(person, id);
  }

  /** What is kept about oneself, as a file. */
  @Post('export')
  @HttpCode(200)
  async export(
    @SignedIn() { id }: PersonIdentity,
    @Body(new ZodPipe(nothingBody)) _: object,
  ): Promise<StreamableFile> {
    return jsonAttachment('mes-donnees.json', await this.data.export(id));
  }
}
