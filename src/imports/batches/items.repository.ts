import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, inChunks } from '../../platform/database/bulk-sql.js';
import { SqlConditions } from '../../platform/database/sql-conditions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { each } from '../../kernel/long-work.rules.js';
import type { Absence, Qualifier } from '../../kernel/figure.types.js';
import type { Observation } from '../interpretation.types.js';
import type { KnownItem } from './batch.types.js';
import { breathe, inPieces } from '../../platform/threads/breathe.js';

type Driven = string | number | null;
interface Row extends Omit<KnownItem, 'quantity'> {
  id: number;
  value: Driven;
  valueMax: Driven;
  qualifier: Qualifier | null;
}

const COLUMNS = [
  'batch_id',
  'source',
  'item',
  'indicator_id',
  'campaign_id',
  'territory_id',
  'channel',
  'organisation_id',
  'period_start',
  'period_end',
  'value',
  'value_max',
  'qualifier',
  'absence',
];

/** Rows read or written at once: between two groups, the server answers others. */
const TOGETHER = 1_000;

const exact = (value: Driven): number | null => (value === null ? null : Number(value));

/** What files said of posts, deliveries and the like, one by one. */
@Injectable()
export class ItemsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The newest word on every item of a source and an indicator, by files that were not taken back. */
  async known(source: string, indicator: string): Promise<KnownItem[]> {
    const { manager } = this.unitOfWork;
    const newest = new Map<string, KnownItem>();
    let after = 0;
    for (let isOver = false; !isOver;) {
      const where = new SqlConditions(manager)
        .when('s.source = ?', source)
        .when('s.indicator_id = (SELECT id FROM indicators WHERE code = ?)', indicator)
        .when('s.id > ?', after)
        .that('b.undone_at IS NULL');
      const rows: Row[] = await manager.query(
        `SELECT s.id, s.item, i.code AS indicator, c.code AS campaign, t.code AS territory, s.channel, o.code AS organisation,
           s.period_start AS "periodStart", s.period_end AS "periodEnd", s.value, s.value_max AS "valueMax", s.qualifier,
           s.absence
         FROM import_items s JOIN import_batches b ON b.id = s.batch_id JOIN indicators i ON i.id = s.indicator_id
         LEFT JOIN campaigns c ON c.id = s.campaign_id LEFT JOIN territories t ON t.id = s.territory_id
         LEFT JOIN organisations o ON o.id = s.organisation_id
         ${where.clause()} ORDER BY s.source, s.indicator_id, s.id LIMIT ${TOGETHER}`,
        where.parameters,
      );
      for (const row of rows) newest.set(row.item, knownItem(row));
      after = rows.at(-1)?.id ?? after;
      isOver = rows.length < TOGETHER;
      await breathe();
    }
    return [...newest.values()];
  }

  /** Keeps what a batch says of items. Codes were created before. */
  add(batchId: number, source: string, items: readonly Observation[]): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const idOf = async (
        table: string,
        member: 'indicator' | 'campaign' | 'territory' | 'organisation',
      ): Promise<Map<string, number>> => {
        const codes = new Set<string | null>();
        await inPieces(each(items, (one) => codes.add(one[member])));
        const asked = [...codes].filter((code) => code !== null);
        const ids = new Map<string, number>();
        for (const chunk of inChunks(asked)) {
          const where = new SqlConditions(manager).oneOf('code', chunk);
          const rows: { id: number; code: string }[] = await manager.query(
            `SELECT id, code FROM ${table} ${where.clause()}`,
            where.parameters,
          );
          for (const { id, code } of rows) ids.set(code, id);
        }
        return ids;
      };
      const indicators = await idOf('indicators', 'indicator');
      const campaigns = await idOf('campaigns', 'campaign');
      const territories = await idOf('territories', 'territory');
      const organisations = await idOf('organisations', 'organisation');
      const found = (ids: Map<string, number>, code: string | null): number | null =>
        code === null ? null : (ids.get(code) ?? null);
      const rowOf = (one: Observation): unknown[] => [
        batchId,
        source,
        one.item ?? '',
        found(indicators, one.indicator),
        found(campaigns, one.campaign),
        found(territories, one.territory),
        one.channel,
        found(organisations, one.organisation),
        one.periodStart,
        one.periodEnd,
        one.quantity?.value ?? null,
        one.quantity?.valueMax ?? null,
        one.quantity?.qualifier ?? null,
        one.absence satisfies Absence | null,
      ];
      for (let start = 0; start < items.length; start += TOGETHER) {
        const rows = items.slice(start, start + TOGETHER).map(rowOf);
        await bulkInsert(manager, 'import_items', COLUMNS, rows);
        await breathe();
      }
    });
  }
}

function knownItem({ id: _, value, valueMax, qualifier, ...row }: Row): KnownItem {
  const amount = exact(value);
  const quantity =
    amount === null || qualifier === null ? null : { value: amount, valueMax: exact(valueMax), qualifier };
  return { ...row, quantity };
}
