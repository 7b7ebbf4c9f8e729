import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { SiteOrigin } from '../../platform/http/site-origin.decorator.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { jsonAttachment } from '../../platform/http/json-attachment.js';
import { PeoplePagesService } from './people-pages.service.js';
import { peopleQuery, type PeopleQuery, personId, pressedButton } from './people.schema.js';
import type { PeopleView, PersonView } from './people.types.js';
import { PersonPagesService } from './person-pages.service.js';

const ID = new ZodPipe(personId);

@Controller('administration/personnes')
@Access('people:manage')
export class PeoplePagesController {
  constructor(
    @Inject(PeoplePagesService) private readonly people: PeoplePagesService,
    @Inject(PersonPagesService) private readonly person: PersonPagesService,
  ) {}

  @Get()
  @Page('administration/people')
  list(@Query(new ZodPipe(peopleQuery)) query: PeopleQuery): Promise<PageAnswer<PeopleView>> {
    return this.people.list(query);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/people')
  invite(@Body() body: unknown, @SiteOrigin() origin: string): Promise<PageAnswer<PeopleView>> {
    return this.people.invite(body, origin);
  }

  @Get(':id')
  @Page('administration/person')
  one(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Query(new ZodPipe(peopleQuery)) { fait }: PeopleQuery,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.page(id, reader, fait);
  }

  @Post(':id')
  @HttpCode(200)
  @Page('administration/person')
  change(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.change(id, body, reader);
  }

  @Post(':id/invitation')
  @HttpCode(200)
  @Page('administration/person')
  inviteAgain(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
    @SiteOrigin() origin: string,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.invite(id, body, reader, origin);
  }

  @Post(':id/reinitialisation')
  @HttpCode(200)
  @Page('administration/person')
  reset(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
    @SiteOrigin() origin: string,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.reset(id, body, reader, origin);
  }

  @Post(':id/second-facteur')
  @HttpCode(200)
  @Page('administration/person')
  removeSecondFactor(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.removeSecondFactor(id, body, reader);
  }

  @Post(':id/desactivation')
  @HttpCode(200)
  @Page('administration/person')
  disable(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.disable(id, body, reader);
  }

  @Post(':id/reactivation')
  @HttpCode(200)
  @Page('administration/person')
  enable(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.enable(id, body, reader);
  }

  @Post(':id/anonymisation')
  @HttpCode(200)
  @Page('administration/person')
  anonymise(
    @Param('id', ID) id: number,
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
  ): Promise<PageAnswer<PersonView>> {
    return this.person.anonymise(id, body, reader);
  }

  /** Everything kept about a person, as a file: a POST, because the journal tells it. */
  @Post(':id/export')
  @HttpCode(200)
  async export(
    @Param('id', ID) id: number,
    @Body(new ZodPipe(pressedButton)) _pressed: object,
  ): Promise<StreamableFile> {
    return jsonAttachment(`copil-personne-${id}.json`, await this.person.export(id));
  }
}
