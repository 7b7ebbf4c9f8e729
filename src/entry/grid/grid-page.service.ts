import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { dataCallerOf } from '../../accounts/access/caller.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { rowKey } from '../plan/row-key.rules.js';
import { GridCellsService, type SavedCells } from './grid-cells.service.js';
import { type GridAsk, GridMaterialService } from './grid-material.service.js';
import { noticeOf } from './grid-notices.js';
import { GridSubmissionService } from './grid-submission.service.js';
import { gridPage } from './grid.presenter.js';
import type { CellsBody, GridBody, GridQuery } from './grid.schema.js';
import type { GridView } from './grid.types.js';

/** The page of a period: what one may enter, as it stands and as it is sent. */
@Injectable()
export class GridPageService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(GridMaterialService) private readonly grids: GridMaterialService,
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
    return gridPage(await this.grids.of(period, askOf(person, query), null), null);
  }

  async send(
    person: PersonIdentity,
    name: string,
    query: GridQuery,
    body: GridBody,
  ): Promise<PageBody<GridView> | SeeOther> {
    const period = await this.expected.period(name);
    const ask = askOf(person, query);
    const submitted = await this.submissions.send(period, body, ask);
    const order = query.ordre === undefined ? '' : `ordre=${query.ordre}&`;
    return submitted.ok
      ? new SeeOther(`/saisie/${period.name}?${order}fait=${submitted.done}`)
      : gridPage(await this.grids.of(period, ask, submitted.sent), submitted.sent);
  }

  async save(person: PersonIdentity, name: string, { cells }: CellsBody): Promise<SavedCells> {
    const period = await this.expected.period(name);
    return this.cells.save(period, cells, askOf(person, {}));
  }
}

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
