import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { AuthorNamesService } from '../accounts/people/author-names.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { groupBy } from '../kernel/group-by.rules.js';
import { quote } from '../kernel/decimal-string.rules.js';
import { parsePeriodText } from '../kernel/period.rules.js';
import { MeasurementLifeService } from './measurement-life.service.js';
import { findTerm } from './measurement-text.rules.js';
import { narrowed, scopeIds } from './measurement-scope.rules.js';
import { measurementAnswer, saidVersion, type ReaderView } from './measurement.presenter.js';
import type { MeasurementAnswer, SaidVersion } from './measurement-answer.types.js';
import type { Term } from './measurement.types.js';
import type { ListQuery } from './measurements.schema.js';
import type { MeasurementRecord } from './measurement-record.types.js';
import { RecordsRepository } from './records.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import { counts } from './writer-status.rules.js';

export interface MeasurementsPage {
  items: MeasurementAnswer[];
  /** Where the next page starts; absent on the last one. */
  next?: string;
}

const CURSOR_PREFIX = 'm';
const MEASUREMENT_NOT_FOUND = 'Cette mesure n’existe pas.';

/** Measurements one by one: pages of them, their history, and taking one back. */
@Injectable()
export class MeasurementRecordsService {
  constructor(
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(RecordsRepository) private readonly records: RecordsRepository,
    @Inject(MeasurementLifeService) private readonly life: MeasurementLifeService,
  ) {}

  /** One page in the order of identifiers. Whoever reads nothing reserved sees what is published. */
  async list(query: ListQuery, reader: DataCaller | null): Promise<MeasurementsPage> {
    const words = await this.vocabulary.load();
    const scope = scopeIds(words, reader?.limits ?? null);
    const records = await this.records.page({
      from: dayOf('from', query.from)?.start,
      to: dayOf('to', query.to)?.end,
      afterId: afterCursor(query.cursor),
      // One more tells whether another page follows.
      limit: query.limit + 1,
      indicatorIds: narrowed(scope.indicatorIds, idOf('indicator', words.indicators, query.indicator)),
      campaignIds: narrowed(scope.campaignIds, idOf('campaign', words.campaigns, query.campaign)),
      organisationIds: scope.organisationIds,
      versions: reader?.readsReserved === true ? 'newest' : 'published',
    });
    const shown = records.slice(0, query.limit);
    const view = await this.viewOf(reader);
    const items = shown.map((record) => measurementAnswer(record, view));
    const last = shown.at(-1);
    return records.length > shown.length && last ? { items, next: cursorAfter(last.id) } : { items };
  }

  /** Every version, oldest first. @throws DomainError `not_found`, also for what the reader may not see. */
  async versions(id: number, reader: DataCaller | null): Promise<{ items: MeasurementAnswer[] }> {
    const history = await this.historyWithin(id, reader);
    const reserved = reader?.readsReserved === true;
    if (!reserved && !counts(history)) throw notFound();
    const visible = reserved ? history : history.filter((version) => version.status === 'validated');
    const view = await this.viewOf(reader);
    return { items: visible.map((version) => measurementAnswer(version, view)) };
  }

  /**
   * What several measurements have said, oldest version first, by identifier: without those that the reader may not see.
   * Whoever reads nothing reserved sees what was validated, of those that still count.
   */
  async histories(
    ids: readonly number[],
    reader: DataCaller | null,
  ): Promise<ReadonlyMap<number, SaidVersion[]>> {
    const scope = scopeIds(await this.vocabulary.load(), reader?.limits ?? null);
    const view = await this.viewOf(reader);
    const found = groupBy(await this.records.histories(ids, scope), ({ id }) => String(id));
    const reserved = reader?.readsReserved === true;
    const told = [...found.values()].filter((history) => reserved || counts(history));
    return new Map(
      told.map((history) => [
        history[0]?.id ?? 0,
        history
          .filter(({ status }) => reserved || status === 'validated')
          .map((version) => saidVersion(version, view)),
      ]),
    );
  }

  /**
   * Takes a measurement back; its history stays. Twice does nothing more.
   * @throws DomainError `not_found`, also out of the writer's scope; 403 `validation_reserved` for a figure that counts.
   */
  async withdraw(id: number, reason: string, by: DataCaller): Promise<MeasurementAnswer> {
    await this.life.decide([{ id }], 'withdraw', { by, reason, mode: 'single' });
    return this.newest(id, by);
  }

  /** What a figure says now, to whoever wrote it. @throws DomainError `not_found`, also out of their scope. */
  async newest(id: number, by: DataCaller): Promise<MeasurementAnswer> {
    const last = (await this.historyWithin(id, by)).at(-1);
    if (last === undefined) throw notFound();
    return measurementAnswer(last, { ...(await this.viewOf(by)), reasons: true });
  }

  /** @throws DomainError `not_found` for what is not there, or not theirs. */
  private async historyWithin(id: number, reader: DataCaller | null): Promise<MeasurementRecord[]> {
    const history = await this.records.versions(
      id,
      scopeIds(await this.vocabulary.load(), reader?.limits ?? null),
    );
    if (history.length === 0) throw notFound();
    return history;
  }

  private async viewOf(reader: DataCaller | null): Promise<ReaderView> {
    return {
      reasons: reader?.readsReserved === true,
      authors: reader?.readsInternal === true ? await this.authors.names() : null,
    };
  }
}

const notFound = (): DomainError => new DomainError('not_found', MEASUREMENT_NOT_FOUND, 404);

function idOf(path: string, terms: Map<string, Term>, code: string | undefined): number | null {
  if (code === undefined) return null;
  const term = findTerm(terms, code);
  if (term !== undefined) return term.id;
  const message = `Aucun élément ne porte le code ${quote(code)}.`;
  throw new DomainError('not_found', message, 404, [{ path, code: 'not_found', message }]);
}

function dayOf(path: string, text: string | undefined): { start: string; end: string } | null {
  if (text === undefined) return null;
  const period = parsePeriodText(text);
  if (period !== null) return period;
  const message = `${quote(text)} n’est ni un jour, ni un mois, ni une année : écrivez 2020, 2020-04 ou 2020-04-16.`;
  throw new DomainError('invalid_request', message, 400, [{ path, code: 'not_a_period', message }]);
}

const cursorAfter = (id: number): string => Buffer.from(`${CURSOR_PREFIX}${id}`).toString('base64url');

function afterCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const match = /^m(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[1] !== undefined) return Number.parseInt(match[1], 10);
  const message =
    'Ce curseur n’est pas de nous : reprenez la liste au début, ou le membre « next » de la page précédente.';
  throw new DomainError('invalid_request', message, 400, [{ path: 'cursor', code: 'wrong_cursor', message }]);
}
