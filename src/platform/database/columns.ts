import { Column, DefaultNamingStrategy, type ColumnOptions, type NamingStrategyInterface } from 'typeorm';

/**
 * Portable columns: the same declaration gives the same JavaScript value on SQLite and on PostgreSQL.
 * Dates are ISO text, amounts are exact integers, JSON is text.
 */

/** Short or long text. */
export const TextColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);

/** An ISO day (`2020-12-16`) or an ISO instant in UTC, as text: a Date object shifts by a day between zones. */
export const IsoTextColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);

/** A whole number that fits 32 bits: keys, ranks, versions. */
export const IntegerColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('integer', options);

export const BooleanColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('boolean', options);

/** A list or record of plain values, kept as JSON text. */
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('simple-json', options);

/** An amount in its indicator's smallest unit. PostgreSQL answers 64-bit integers as strings; values are checked to be safe integers on the way in. */
export const AmountColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('bigint', {
    ...options,
    transformer: {
      to: (value: number | null | undefined) => value,
      from: (value: string | number | null) => (value === null ? null : Number(value)),
    },
  });

/**
 * Bytes, `blob` on SQLite and `bytea` on PostgreSQL. TypeORM has no type of column that both know; the drivers take and
 * give Buffers whatever it is told.
 */
export const BytesColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);

/** `periodStart` in code is `period_start` in the database. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  }
}
