import { Inject, Injectable } from '@nestjs/common';
import { AuthorNamesService } from '../../accounts/people/author-names.service.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { ApiTokensService } from '../../accounts/tokens/api-tokens.service.js';
import { AuditJournal, type JournalPosition } from '../../platform/audit/audit-journal.service.js';
import { AUDIT_WORDS } from '../../platform/audit/audit-words.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { journalFilter } from './journal-filter.rules.js';
import type { JournalNames } from './journal-words.rules.js';
import { journalView } from './journal.presenter.js';
import type { JournalQuery } from './journal.schema.js';
import type { JournalView } from './journal.types.js';

const PAGE_SIZE = 50;

/** The journal as administrators read it. */
@Injectable()
export class JournalPageService {
  constructor(
    @Inject(AuditJournal) private readonly journal: AuditJournal,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
  ) {}

  /** One page of what the form asks for, newest first. */
  async page({ avant, apres, ...asked }: JournalQuery): Promise<PageBody<JournalView>> {
    const position: JournalPosition =
      avant !== undefined ? { before: avant } : apres !== undefined ? { after: apres } : null;
    const page = await this.journal.page(journalFilter(asked, Object.keys(AUDIT_WORDS)), position, PAGE_SIZE);
    return {
      title: 'Journal',
      description: 'Qui a fait quoi, quand, et ce que cela a changé.',
      section: 'administration',
      updated: null,
      content: journalView(page, asked, await this.names(), await this.people.all()),
    };
  }

  /** The names behind `person:12`, `token:3` and `coupon:4`. */
  async names(): Promise<JournalNames> {
    const tokens = (await this.tokens.list()).map(({ id, name }) => [`token:${id}`, name] as const);
    return new Map([...(await this.authors.names()), ...tokens]);
  }
}
