import type { EntityManager } from 'typeorm';
import { placeholders } from './bulk-sql.js';

/** Conditions of a WHERE clause, each with its parameter: nothing that came from outside ever reaches the text. */
export class SqlConditions {
  private readonly conditions: string[] = [];
  readonly parameters: unknown[] = [];

  /** @param before how many parameters come before these in the statement. */
  constructor(
    private readonly manager: EntityManager,
    private readonly before = 0,
  ) {}

  /** Adds `condition`, whose `?` is the value, unless the value is undefined. */
  when(condition: string, value: string | number | undefined): this {
    if (value === undefined) return this;
    return this.add(condition.replace('?', this.next(1)), [value]);
  }

  /** Adds `column IN (...)`; an empty list matches nothing. */
  oneOf(column: string, values: readonly (string | number)[]): this {
    if (values.length === 0) return this.add('1 = 0', []);
    return this.add(`${column} IN (${this.next(values.length)})`, values);
  }

  /** Adds `(one, other) IN (...)` for integers; an empty list matches nothing. */
  onePairOf(columns: readonly [string, string], pairs: readonly (readonly [number, number])[]): this {
    if (pairs.length === 0) return this.add('1 = 0', []);
    // Integers of our own, written out: PostgreSQL takes parameters of VALUES for texts.
    const told = pairs.map(([one, other]) => `(${Number(one)}, ${Number(other)})`);
    return this.add(`(${columns.join(', ')}) IN (VALUES ${told.join(', ')})`, []);
  }

  /** Adds a condition without a parameter. */
  that(condition: string): this {
    return this.add(condition, []);
  }

  /** `WHERE …`, or nothing. */
  clause(): string {
    return this.conditions.length === 0 ? '' : `WHERE ${this.conditions.join(' AND ')}`;
  }

  private next(count: number): string {
    return placeholders(this.manager, count, this.before + this.parameters.length + 1);
  }

  private add(condition: string, values: readonly (string | number)[]): this {
    this.conditions.push(condition);
    this.parameters.push(...values);
    return this;
  }
}
