import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { dataCallerOf } from '../../accounts/access/caller.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { slug, typographic } from '../../kernel/french-text.rules.js';
import { xlsxStream } from '../../platform/spreadsheets/xlsx-writer.js';
import { withMerged } from '../../programme/merged-organisations.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { isAsked, isSettled } from '../coupons/coupon-sheet.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { SliceNamesService } from '../plan/slice-names.service.js';
import { templateWorkbook } from './template.presenter.js';
import type { TemplateQuery } from './template.schema.js';

/** Workbooks that partners fill in at their desk and send back: the import recognises them. */
@Injectable()
export class TemplateService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(SliceNamesService) private readonly names: SliceNamesService,
  ) {}

  /**
   * The template of a month for an organisation: a partner's own, or the one that the team names; without any, the team's
   * own figures. @throws DomainError 404 `not_found` for what is no month, no organisation, or not theirs.
   */
  async workbook(
    person: PersonIdentity,
    name: string,
    { organisation, operation }: TemplateQuery,
  ): Promise<{ name: string; content: Readable }> {
    const period = await this.expected.period(name);
    if (period.grain !== 'month') throw notFound('Un modèle se fait pour un mois, par exemple 2020-09.');
    const body = await this.organisationOf(person, organisation);
    const limits = dataCallerOf({ kind: 'person', person })?.limits ?? null;
    const { rows } = await this.expected.of(period, limits);
    const { all } = await this.programmes.organisations();
    const bodies: readonly (string | null)[] = body === null ? [null] : withMerged(body, all);
    const own = rows.filter((row) => bodies.includes(row.organisation) && isAsked(row) && !isSettled(row));
    const campaign = campaignOf(own, operation);
    const names = await this.names.names();
    const workbook = templateWorkbook({
      programme: typographic((await this.programmes.programme()).name),
      period,
      organisation: body === null ? null : names.organisation(body),
      campaign,
      rows: own.filter((row) => row.campaign === campaign && row.territory === null && row.channel === null),
      names,
    });
    const of = [campaign, body].flatMap((code) => (code === null ? [] : [`-${slug(code)}`])).join('');
    return { name: `saisie-${period.name}${of}.xlsx`, content: xlsxStream(workbook) };
  }

  /** Whose figures are asked for, by the code of what it is today. */
  private async organisationOf(
    { organisations: own }: PersonIdentity,
    asked: string | undefined,
  ): Promise<string | null> {
    if (asked === undefined) return own?.[0] ?? null;
    const { all } = await this.programmes.organisations();
    const found = all.find(({ code }) => slug(code) === slug(asked))?.code;
    if (found === undefined || own?.includes(found) === false) {
      throw notFound('Aucune organisation ne porte ce code.');
    }
    return found;
  }
}

/**
 * A sheet has no column for operations: it is of one of them, the one that is asked for or the one of most figures; those
 * of the whole programme come first.
 */
function campaignOf(
  rows: readonly Pick<ExpectedFigure, 'campaign'>[],
  asked: string | undefined,
): string | null {
  const counts = new Map<string | null, number>();
  for (const { campaign } of rows) counts.set(campaign, (counts.get(campaign) ?? 0) + 1);
  if (asked !== undefined) {
    const found = [...counts.keys()].find((campaign) => campaign !== null && slug(campaign) === slug(asked));
    if (found === undefined) throw notFound('Rien n’est attendu de cette opération pour ce mois.');
    return found;
  }
  if (counts.has(null)) return null;
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

const notFound = (title: string): DomainError => new DomainError('not_found', title, 404);
