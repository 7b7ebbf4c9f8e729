import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import type { CreatedToken, TokenPermission } from '../../accounts/account.types.js';
import { ApiTokensService } from '../../accounts/tokens/api-tokens.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { TokenCreationService } from './token-creation.service.js';
import { createdView, noticeOf, tokenForm, tokenRow, TOKENS_PATH } from './tokens.presenter.js';
import { revocation, type TokenForm, tokenForm as tokenSchema, type TokensQuery } from './tokens.schema.js';
import type { TokensView } from './tokens.types.js';

type TokensPage = PageBody<TokensView>;

/** The room of tokens: making them, seeing whether they serve, ending them. */
@Injectable()
export class TokensPagesService {
  constructor(
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(TokenCreationService) private readonly creation: TokenCreationService,
    @Inject(PeopleService) private readonly people: PeopleService,
  ) {}

  list({ fait }: TokensQuery): Promise<TokensPage> {
    return this.draw({ notice: noticeOf(fait) });
  }

  /** Makes a token and shows it, once. */
  async create(body: unknown): Promise<TokensPage> {
    const sent = await submitted(tokenSchema, body, (form) => this.make(form));
    return sent.ok ? this.draw({ created: createdView(sent.result) }) : this.draw({ refusal: sent.refusal });
  }

  /** Ends a token, from the next request on. */
  async revoke(id: number, body: unknown): Promise<SeeOther | TokensPage> {
    const sent = await submitted(revocation, body, () => this.tokens.revokeById(id));
    return sent.ok ? new SeeOther(`${TOKENS_PATH}?fait=revocation`) : this.draw({ refusal: sent.refusal });
  }

  private make({ name, read, write, expires, rate, ...limits }: TokenForm): Promise<CreatedToken> {
    const permissions: TokenPermission[] = [];
    if (read) permissions.push('read');
    if (write) permissions.push('measurements:write');
    if (permissions.length === 0) throw nothingPermitted();
    return this.creation.createLimited({ name, expires, rate }, { permissions, ...limits });
  }

  private async draw(shown: {
    notice?: string | null;
    created?: TokensView['created'];
    refusal?: Refusal;
  }): Promise<TokensPage> {
    const { notice = null, created = null, refusal = null } = shown;
    const names = await this.people.displayNames();
    return {
      title: 'Jetons',
      description: 'Les jetons des programmes qui lisent ou envoient des chiffres.',
      section: 'administration',
      updated: null,
      ...(refusal === null ? {} : { status: refusal.status }),
      content: {
        rooms: administrationRooms('tokens'),
        notice,
        created,
        rows: (await this.tokens.list()).map((token) => tokenRow(token, names)),
        form: tokenForm(this.tokens.latestExpiry(), refusal),
      },
    };
  }
}

function nothingPermitted(): DomainError {
  const message = 'Un jeton sert à quelque chose : cochez « Envoyer des mesures », « Lire », ou les deux.';
  const issues = [{ path: 'write', code: 'wrong_scope', message }];
  return new DomainError('invalid_token_request', 'Ce jeton ne peut pas être créé ainsi.', 422, issues);
}
