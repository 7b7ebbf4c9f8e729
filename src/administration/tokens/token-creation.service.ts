import { Inject, Injectable } from '@nestjs/common';
import type { CreatedToken, ScopeLimits, TokenScope } from '../../accounts/account.types.js';
import { ApiTokensService, type TokenRequest } from '../../accounts/tokens/api-tokens.service.js';
import { parseScope, scopeText } from '../../accounts/tokens/token-scope.rules.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { NARROW_SPACE, NO_BREAK_SPACE } from '../../kernel/french-number.rules.js';
import { slug } from '../../kernel/french-text.rules.js';
import { nearestCode } from '../../kernel/nearest-code.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';

type Limit = keyof ScopeLimits;
const LIMITS: readonly Limit[] = ['indicators', 'campaigns', 'organisations'];
const UNKNOWN: Readonly<Record<Limit, { code: string; words: string }>> = {
  indicators: { code: 'unknown_indicator', words: 'Aucun indicateur ne porte' },
  campaigns: { code: 'unknown_campaign', words: 'Aucune opération ne porte' },
  organisations: { code: 'unknown_organisation', words: 'Aucune organisation ne porte' },
};

/** Makes tokens whose limits name something: a mistyped code would make a token that opens nothing. */
@Injectable()
export class TokenCreationService {
  constructor(
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** @param request its scope in one text, as the command line writes it. @throws DomainError `invalid_token_request`. */
  async create(request: TokenRequest): Promise<CreatedToken> {
    const reading = parseScope(request.scope);
    // What is no scope at all is refused with everything else that is wrong.
    if (!reading.ok) return this.tokens.create(request);
    return this.createLimited(request, reading.scope, () => 'scope');
  }

  /**
   * @param scope its limits with codes in any case.
   * @param pathOf the field that an unknown code is told beside.
   * @throws DomainError `invalid_token_request`.
   */
  async createLimited(
    request: Omit<TokenRequest, 'scope'>,
    scope: TokenScope,
    pathOf: (limit: Limit) => string = (limit) => limit,
  ): Promise<CreatedToken> {
    const canonical = { ...scope };
    const issues: InputIssue[] = [];
    for (const limit of LIMITS) {
      const given = scope[limit];
      if (given === null) continue;
      const known = await this.codes(limit);
      const codes = given.map((code) => known.find((one) => slug(one) === slug(code)) ?? null);
      canonical[limit] = [...new Set(codes.filter((code) => code !== null))];
      for (const [index, code] of codes.entries()) {
        if (code === null) issues.push(unknown(limit, pathOf(limit), given[index] ?? '', known));
      }
    }
    if (issues.length === 0) return this.tokens.create({ ...request, scope: scopeText(canonical) });
    throw new DomainError('invalid_token_request', 'Ce jeton ne peut pas être créé ainsi.', 422, issues);
  }

  private async codes(limit: Limit): Promise<string[]> {
    const all = {
      indicators: () => this.indicators.all(),
      campaigns: () => this.campaigns.all(),
      organisations: async () => (await this.programmes.organisations()).all,
    };
    return (await all[limit]()).map(({ code }) => code);
  }
}

function unknown(limit: Limit, path: string, found: string, known: readonly string[]): InputIssue {
  const { code, words } = UNKNOWN[limit];
  const near = nearestCode(found, known);
  const advice =
    near === null
      ? 'relisez les codes dans les pages du programme.'
      : `vouliez-vous dire ${near}${NARROW_SPACE}?`;
  return { path, code, message: `${words} le code ${quote(found)}${NO_BREAK_SPACE}: ${advice}` };
}
