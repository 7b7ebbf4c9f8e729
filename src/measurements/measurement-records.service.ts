import { Inject, Injectable } from '@nestjs/common';
import type { TokenIdentity } from '../accounts/account.types.js';
import { ApiTokensService } from '../accounts/tokens/api-tokens.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { quote } from '../kernel/decimal-string.rules.js';
import { parsePeriodText } from '../kernel/period.rules.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { withdrawalEvent } from './measurement-journal.rules.js';
import { findTerm } from './measurement-text.rules.js';
import { measurementAnswer, type MeasurementAnswer } from './measurement.presenter.js';
import { MEASUREMENT_STATUSES, type Term } from './measurement.types.js';
import type { ListQuery } from './measurements.schema.js';
import { RecordsRepository, type MeasurementRecord } from './records.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';

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
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(RecordsRepository) private readonly records: RecordsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** One page in the order of identifiers. Without a reading token: validated measurements, public members. */
  async list(query: ListQuery, reader: TokenIdentity | null): Promise<MeasurementsPage> {
    const words = await this.vocabulary.load();
    const reserved = readsReserved(reader);
    const scope = reserved ? reader?.scope : undefined;
    const records = await this.records.page({
      from: dayOf('from', query.from)?.start,
      to: dayOf('to', query.to)?.end,
      afterId: afterCursor(query.cursor),
      // One more tells whether another page follows.
      limit: query.limit + 1,
      indicatorIds: within(
        words.indicators,
        idsOf('indicator', words.indicators, query.indicator),
        scope?.indicators,
      ),
      campaignIds: within(
        words.campaigns,
        idsOf('campaign', words.campaigns, query.campaign),
        scope?.campaigns,
      ),
      organisationIds: within(words.organisations, null, scope?.organisations),
      statuses: reserved ? MEASUREMENT_STATUSES : ['validated'],
    });
    const shown = records.slice(0, query.limit);
    const items = shown.map((record) => measurementAnswer(record, reserved));
    const last = shown.at(-1);
    return records.length > shown.length && last ? { items, next: cursorAfter(last.id) } : { items };
  }

  /** Every version, oldest first. @throws DomainError `not_found`, also for what the reader may not see. */
  async versions(id: number, reader: TokenIdentity | null): Promise<{ items: MeasurementAnswer[] }> {
    const reserved = readsReserved(reader);
    const history = await this.records.versions(id);
    const last = history.at(-1);
    const hidden =
      last === undefined || (reserved ? this.outside(reader, last) : last.status !== 'validated');
    if (hidden) throw new DomainError('not_found', MEASUREMENT_NOT_FOUND, 404);
    const visible = reserved ? history : history.filter((version) => version.status === 'validated');
    return { items: visible.map((version) => measurementAnswer(version, reserved)) };
  }

  /** Takes a measurement back; its history stays. Twice does nothing more. @throws DomainError `not_found`. */
  withdraw(id: number, reason: string, by: TokenIdentity): Promise<MeasurementAnswer> {
    return this.unitOfWork.write(async () => {
      const last = (await this.records.versions(id)).at(-1);
      if (last === undefined || this.outside(by, last))
        throw new DomainError('not_found', MEASUREMENT_NOT_FOUND, 404);
      if (last.status === 'withdrawn') return measurementAnswer(last, true);
      const stamp = { recordedAt: this.clock.instant(), recordedBy: `token:${by.name}`, reason };
      await this.records.withdraw(last, stamp);
      await this.audit.record(withdrawalEvent(last));
      return measurementAnswer({ ...last, ...stamp, version: last.version + 1, status: 'withdrawn' }, true);
    });
  }

  private outside(reader: TokenIdentity | null, record: MeasurementRecord): boolean {
    return reader !== null && this.tokens.outOfScope(reader, record) !== null;
  }
}

const readsReserved = (reader: TokenIdentity | null): boolean =>
  reader?.scope.permissions.includes('read') ?? false;

function idsOf(path: string, terms: Map<string, Term>, code: string | undefined): number[] | null {
  if (code === undefined) return null;
  const term = findTerm(terms, code);
  if (term !== undefined) return [term.id];
  const message = `Aucun élément ne porte le code ${quote(code)}.`;
  throw new DomainError('not_found', message, 404, [{ path, code: 'not_found', message }]);
}

/** The identifiers asked for that are also within a token's limits; null is everything. */
function within(
  terms: Map<string, Term>,
  asked: number[] | null,
  limits: readonly string[] | null | undefined,
): number[] | null {
  if (!limits) return asked;
  const allowed = limits.flatMap((code) => findTerm(terms, code)?.id ?? []);
  return asked === null ? allowed : asked.filter((id) => allowed.includes(id));
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
