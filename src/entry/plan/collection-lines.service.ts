import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type {
  CollectionLine,
  CollectionLineTerms,
  NewCollectionLine,
  Slice,
} from './collection-line.types.js';
import { lineIssues, mayOwn } from './collection-lines.rules.js';
import { isComputed } from './expected-figures.rules.js';
import { CollectionLinesRepository, type LinePlace } from './collection-lines.repository.js';

const REFUSED = 'Rien n’a été enregistré : corrigez ce qui est signalé.';

/** The plan: which figures are awaited, how often, from whom and until when. */
@Injectable()
export class CollectionLinesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CollectionLinesRepository) private readonly lines: CollectionLinesRepository,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(AuditTrail) private readonly journal: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every line, in the order in which they were written. */
  all(): Promise<CollectionLine[]> {
    return this.lines.all();
  }

  /** @throws DomainError `not_found`. */
  async byId(id: number): Promise<CollectionLine> {
    const found = (await this.lines.all()).find((line) => line.id === id);
    if (found === undefined) throw new DomainError('not_found', 'Cette ligne de collecte n’existe pas.', 404);
    return found;
  }

  /** @throws DomainError 422 `invalid_line` with every mistake, 409 `line_exists`. @returns the line's number. */
  add(line: NewCollectionLine): Promise<number> {
    const { frequency, startsOn, endsOn, dueDays, ownerId } = line;
    const terms = { startsOn, endsOn, dueDays, ownerId };
    return this.unitOfWork.write(async () => {
      const { place, issues } = await this.placeOf(line, frequency);
      const found = [...issues, ...(await this.termIssues(line, terms))];
      if (place === null || found.length > 0) throw new DomainError('invalid_line', REFUSED, 422, found);
      if ((await this.lines.at(place)) !== null) throw alreadyAwaited();
      const id = await this.lines.insert(place, terms, this.clock.instant());
      await this.journal.record({
        action: 'collection_line.added',
        subject: subjectOf(id),
        after: { ...line },
      });
      return id;
    });
  }

  /** @throws DomainError 422 `invalid_line` with every mistake, `not_found`. */
  change(id: number, terms: CollectionLineTerms): Promise<void> {
    return this.unitOfWork.write(async () => {
      const line = await this.byId(id);
      const issues = await this.termIssues(line, terms);
      if (issues.length > 0) throw new DomainError('invalid_line', REFUSED, 422, issues);
      const changes = changesBetween(line, terms);
      if (changes === null) return;
      await this.lines.update(id, terms, this.clock.instant());
      await this.journal.record({ action: 'collection_line.changed', subject: subjectOf(id), ...changes });
    });
  }

  /** Takes a line away, as if it had never been awaited: what was given stays. @throws DomainError `not_found`. */
  remove(id: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { id: _, ...before } = await this.byId(id);
      await this.lines.delete(id);
      await this.journal.record({ action: 'collection_line.removed', subject: subjectOf(id), before });
    });
  }

  /** Identifiers of what codes name, each unknown one beside its field. */
  private async placeOf(
    slice: Slice,
    frequency: LinePlace['frequency'],
  ): Promise<{ place: LinePlace | null; issues: InputIssue[] }> {
    const issues: InputIssue[] = [];
    const found = <T extends { code: string }>(
      path: keyof Slice,
      all: readonly T[],
      message: string,
    ): T | null => {
      const one = all.find(({ code }) => code === slice[path]) ?? null;
      if (one === null && slice[path] !== null) issues.push({ path, code: 'not_in_list', message });
      return one;
    };
    const indicator = found(
      'indicator',
      await this.indicators.all(),
      'Choisissez un indicateur de la liste.',
    );
    const campaign = found('campaign', await this.campaigns.all(), 'Choisissez une opération de la liste.');
    const territories = await this.programmes.territories();
    const territory = found('territory', territories, 'Choisissez un territoire de la liste.');
    const channel = found('channel', await this.programmes.channels(), 'Choisissez un canal de la liste.');
    const standing = (await this.programmes.organisations()).all.filter(
      ({ mergedInto }) => mergedInto === null,
    );
    const organisation = found('organisation', standing, 'Choisissez une organisation de la liste.');
    if (indicator !== null && isComputed(indicator)) issues.push(computed());
    if (indicator === null || issues.length > 0) return { place: null, issues };
    const place = {
      indicatorId: indicator.id,
      campaignId: campaign?.id ?? null,
      territoryId: territory?.id ?? null,
      channel: channel?.code ?? null,
      organisationId: organisation?.id ?? null,
      frequency,
    };
    return { place, issues };
  }

  private async termIssues(
    { organisation }: Pick<Slice, 'organisation'>,
    terms: CollectionLineTerms,
  ): Promise<InputIssue[]> {
    const issues = lineIssues(terms);
    if (terms.ownerId === null) return issues;
    const owner = (await this.people.all()).find(({ id }) => id === terms.ownerId);
    if (owner !== undefined && mayOwn(owner, organisation)) return issues;
    const message =
      'Choisissez une personne de la liste : un partenaire ne s’occupe que des chiffres de son organisation.';
    return [...issues, { path: 'ownerId', code: 'not_in_list', message }];
  }
}

const subjectOf = (id: number): string => `collection-line:${id}`;

const computed = (): InputIssue => ({
  path: 'indicator',
  code: 'computed_indicator',
  message: 'Cet indicateur se calcule des autres : personne ne le saisit. Attendez plutôt ses termes.',
});

const alreadyAwaited = (): DomainError => {
  const message = 'Ce chiffre est déjà attendu à ce rythme : changez la ligne qui est dans la liste.';
  return new DomainError('line_exists', message, 409, [{ path: 'indicator', code: 'line_exists', message }]);
};
