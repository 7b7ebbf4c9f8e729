import { Inject, Injectable } from '@nestjs/common';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { TerritoriesService } from '../../programme/territories/territories.service.js';
import { type RefusedForm, territoriesPage, territoryPage } from './territories.presenter.js';
import {
  departementBody,
  newTerritoryBody,
  type TerritoriesQuery,
  territoryBody,
} from './territories.schema.js';
import type { TerritoriesView, TerritoryView } from './territories.types.js';
import { TERRITORIES_PATH, territoryPath } from './territory-forms.presenter.js';

type Answer<View extends object> = Promise<PageBody<View> | SeeOther>;

const NO_QUERY: TerritoriesQuery = { nom: '', dans: '' };

/** The room of territories: the official ones of a département, and those of the programme's own. */
@Injectable()
export class TerritoriesPageService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(TerritoriesService) private readonly territories: TerritoriesService,
  ) {}

  list(query: TerritoriesQuery): Promise<PageBody<TerritoriesView>> {
    return this.page(query, null);
  }

  async create(body: unknown): Answer<TerritoriesView> {
    const outcome = await submitted(newTerritoryBody, body, async (value) => {
      await this.territories.create(value);
      return value.code;
    });
    return outcome.ok
      ? new SeeOther(`${territoryPath(outcome.result)}?fait=creation`)
      : this.page(NO_QUERY, { form: 'new', refusal: outcome.refusal });
  }

  async addDepartement(body: unknown): Answer<TerritoriesView> {
    const outcome = await submitted(departementBody, body, ({ departement }) =>
      this.territories.addDepartement(departement),
    );
    if (!outcome.ok) return this.page(NO_QUERY, { form: 'departement', refusal: outcome.refusal });
    const { created, updated } = outcome.result;
    return new SeeOther(`${TERRITORIES_PATH}?fait=ajout&crees=${created}&modifies=${updated}`);
  }

  /** @throws DomainError `not_found`. */
  async one(code: string, done: string | undefined): Promise<PageBody<TerritoryView>> {
    const territory = await this.territories.byCode(code);
    return territoryPage(territory, await this.programmes.territories(), done, null);
  }

  /** @throws DomainError `not_found`. */
  async change(code: string, body: unknown): Answer<TerritoryView> {
    const territory = await this.territories.byCode(code);
    const outcome = await submitted(territoryBody, body, (value) =>
      this.territories.change(territory.code, value),
    );
    return outcome.ok
      ? new SeeOther(`${territoryPath(territory.code)}?fait=description`)
      : territoryPage(territory, await this.programmes.territories(), undefined, outcome.refusal);
  }

  private async page(query: TerritoriesQuery, refused: RefusedForm): Promise<PageBody<TerritoriesView>> {
    const all = await this.programmes.territories();
    return territoriesPage({ all, departements: await this.territories.departements(), query }, refused);
  }
}
