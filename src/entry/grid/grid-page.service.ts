import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { dataCallerOf } from '../../accounts/access/caller.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { rowKey } from '../plan/row-key.rules.js';
import { GridCellsService, type SavedCells } from './grid-cells.service.js';
import { type GridAsk, GridMaterialService } from './grid-material.service.js';
import { noticeOf } from './grid-notices.js';
import { GridSubmissionService } from './grid-submission.service.js';
import { gridPage } from './grid.presenter.js';
import type { CellsBody, GridBody, GridQuery } from './grid.schema.js';
import type { GridView, SentForm } from './grid.types.js';
import { yearGridPage } from './year-grid.presenter.js';
import { YearMaterialService } from './year-material.service.js';

/** The page of a period: what one may enter, as it stands and as it is sent. */
@Injectable()
export class GridPageService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(GridMaterialService) private readonly grids: GridMaterialService,
    @Inject(YearMaterialService) private readonly years: YearMaterialService,
    @Inject(GridCellsService) private readonly cells: GridCellsService,
    @Inject(GridSubmissionService) private readonly submissions: GridSubmissionService,
  ) {}

  /** Opens on the last month that is over. */
  async present(): Promise<SeeOther> {
    const { name } = await this.expected.present();
    return new SeeOther(`/saisie/${name}`);
  }

  /** @throws DomainError 404 `not_found` for what is no period. */
  async show(person: PersonIdentity, name: string, query: GridQuery): Promise<PageBody<GridView>> {
    const period = await this.expected.period(name);
    return this.drawn(period, query, askOf(person, query), null);
  }

  async send(
    person: PersonIdentity,
    name: string,
    query: GridQuery,
    body: GridBody,
  ): Promise<PageBody<GridView> | SeeOther> {
    const period = await this.expected.period(name);
    const ask = askOf(person, query);
    const isByMonth = showsMonths(period, query);
    const submitted = await (isByMonth
      ? this.submissions.sendYear(period, body, ask)
      : this.submissions.send(period, body, ask));
    if (!submitted.ok) return this.drawn(period, query, ask, submitted.sent);
    const view = isByMonth ? 'vue=mois&' : '';
    const order = query.ordre === undefined ? '' : `ordre=${query.ordre}&`;
    return new SeeOther(`/saisie/${period.name}?${view}${order}fait=${submitted.done}`);
  }

  async save(
    person: PersonIdentity,
    name: string,
    query: GridQuery,
    { cells }: CellsBody,
  ): Promise<SavedCells> {
    const period = await this.expected.period(name);
    const isByMonth = query.vue === 'mois' && period.grain === 'month';
    return this.cells.save(period, cells, askOf(person, {}), isByMonth);
  }

  private async drawn(
    period: EntryPeriod,
    query: GridQuery,
    ask: GridAsk,
    sent: SentForm | null,
  ): Promise<PageBody<GridView>> {
    return showsMonths(period, query)
      ? yearGridPage(await this.years.of(period, ask, sent), sent)
      : gridPage(await this.grids.of(period, ask, sent), sent);
  }
}

/** Only an exercice has months: the other periods are shown as they are. */
const showsMonths = ({ grain }: EntryPeriod, { vue }: GridQuery): boolean =>
  vue === 'mois' && grain === 'year';

function askOf(person: PersonIdentity, query: Partial<GridQuery>): GridAsk {
  const caller = dataCallerOf({ kind: 'person', person });
  if (caller === null) throw new DomainError('authentication_required', 'Connectez-vous.', 401);
  const { indicateur, operation, territoire, canal, organisation } = query;
  const chosen =
    indicateur === undefined
      ? []
      : [
          rowKey({
            indicator: indicateur,
            campaign: operation ?? null,
            territory: territoire ?? null,
            channel: canal ?? null,
            organisation: organisation ?? null,
          }),
        ];
  return {
    caller,
    author: person.id,
    isTeam: person.role !== 'contributor',
    added: [...(query.ajout ?? '').split(',').filter((key) => key !== ''), ...chosen],
    order: query.ordre ?? 'operations',
    notice: noticeOf(query.fait),
  };
}
