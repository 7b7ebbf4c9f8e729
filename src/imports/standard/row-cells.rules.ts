import { quote, readDecimalString } from '../../kernel/decimal-string.rules.js';
import type { Absence, Qualifier, Quantity } from '../../kernel/figure.types.js';
import { readFrenchNumber, type ReaderOptions } from '../../kernel/french-number-reader.rules.js';
import { joinList } from '../../kernel/french-text.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import {
  ABSENCE_FRENCH_CODES,
  absenceFromFrench,
  QUALIFIER_FRENCH_CODES,
  qualifierFromFrench,
} from '../../kernel/qualifier-codes.rules.js';
import { rearmText } from '../../kernel/spreadsheet-text.rules.js';
import type { ImportQuestion, RejectedCell } from '../import.types.js';
import type { StandardColumn } from './standard-columns.rules.js';

const PLAIN_COUNT = /^(0|[1-9]\d{0,8})$/;

/** The cells of a row by column; a column that the file does not have is empty. */
export type StandardRow = Pick<ReadonlyMap<StandardColumn, string>, 'get' | 'values'>;

interface ReadValue {
  quantity: Quantity | null;
  absence: Absence | null;
}

/** Reads the cells of one row and collects what is wrong with them, so that all of it is told at once. */
export class RowCells {
  protected readonly rejected: RejectedCell[] = [];
  protected readonly questions: ImportQuestion[] = [];
  private rightDay: string | null = null;

  constructor(
    private readonly row: StandardRow,
    private readonly line: number,
  ) {}

  protected cell(column: StandardColumn): string {
    return (this.row.get(column) ?? '').trim();
  }

  protected code(column: StandardColumn): string | null {
    const code = this.cell(column);
    return code === '' ? null : code;
  }

  /** Texts are kept as they are; the apostrophe by which exports disarm formulas is taken off again. */
  protected text(column: StandardColumn): string | null {
    const text = rearmText(this.row.get(column) ?? '');
    return text === '' ? null : text;
  }

  protected add(column: StandardColumn, issue: { code: string; message: string }): void {
    this.rejected.push({ line: this.line, column, ...issue });
  }

  protected day(column: 'periode_debut' | 'periode_fin'): string {
    const found = this.cell(column);
    // A single day that is right is right twice.
    if (found === this.rightDay) return found;
    if (parseIsoDate(found) !== null) return (this.rightDay = found);
    const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(found);
    const iso = french && [french[3], french[2]?.padStart(2, '0'), french[1]?.padStart(2, '0')].join('-');
    const advice =
      iso && parseIsoDate(iso) !== null
        ? `écrivez ${iso} (année-mois-jour)`
        : 'écrivez par exemple 2020-01-31';
    this.add(column, {
      code: 'not_a_date',
      message: `${quote(found)} n’est pas un jour du calendrier : ${advice}.`,
    });
    return found;
  }

  protected word<T>(
    column: StandardColumn,
    read: (code: string) => T | null,
    known: readonly string[],
  ): T | null {
    const found = this.cell(column);
    if (found === '') return null;
    const word = read(found);
    if (word !== null) return word;
    const message = `${quote(found)} n’est pas admis ici : écrivez ${joinList(known, 'ou')}.`;
    this.add(column, { code: 'unknown_word', message });
    return null;
  }

  protected value(scale: Pick<ReaderOptions, 'decimals' | 'symbol'> | null): ReadValue | null {
    const options = { decimals: scale?.decimals ?? 4, symbol: scale?.symbol ?? null };
    const absence = this.word('absence', absenceFromFrench, ABSENCE_FRENCH_CODES);
    const qualifier = this.word('qualificatif', qualifierFromFrench, QUALIFIER_FRENCH_CODES);
    const found = this.number('valeur', options);
    if (found === null) return null;
    const said = found.absence ?? absence;
    if (found.quantity === null) {
      if (said !== null && absence !== null && said !== absence) this.contradiction('absence');
      return { quantity: null, absence: said };
    }
    if (said !== null) {
      this.contradiction('absence');
      return null;
    }
    return this.qualified(found.quantity, qualifier, options);
  }

  protected qualified(
    quantity: Quantity,
    column: Qualifier | null,
    options: ReaderOptions,
  ): ReadValue | null {
    if (quantity.qualifier !== 'exact' && column !== null && column !== quantity.qualifier) {
      this.contradiction('qualificatif');
      return null;
    }
    const qualifier = column ?? quantity.qualifier;
    const most = this.number('valeur_max', options);
    if (most === null) return null;
    const valueMax = quantity.valueMax ?? most.quantity?.value ?? null;
    if (quantity.valueMax !== null && most.quantity !== null && most.quantity.value !== quantity.valueMax) {
      this.contradiction('valeur_max');
      return null;
    }
    return { quantity: { value: quantity.value, valueMax, qualifier }, absence: null };
  }

  protected contradiction(column: StandardColumn): void {
    const message = `${quote(this.cell(column))} contredit la cellule « valeur », ${quote(this.cell('valeur'))} : gardez l’un des deux.`;
    this.add(column, { code: 'contradiction', message });
  }

  /** Null when the cell cannot be read; both members null when it is empty. */
  protected number(column: 'valeur' | 'valeur_max', options: ReaderOptions): ReadValue | null {
    const found = this.row.get(column) ?? '';
    // Most cells of a file of a million rows: nothing in them needs the careful reading.
    if (found === '') return { quantity: null, absence: null };
    const plain = PLAIN_COUNT.test(found) ? readDecimalString(found, options.decimals ?? 0) : null;
    if (plain?.kind === 'value')
      return { quantity: { value: plain.value, valueMax: null, qualifier: 'exact' }, absence: null };
    const reading = readFrenchNumber(found, options);
    switch (reading.kind) {
      case 'quantity':
        return { quantity: reading.quantity, absence: null };
      case 'absence':
        return { quantity: null, absence: reading.absence };
      case 'empty':
        return { quantity: null, absence: null };
      case 'refused':
        this.add(column, { code: reading.code, message: reading.message });
        return null;
      case 'question': {
        const { message } = reading;
        this.add(column, { code: 'ambiguous_number', message });
        const choices = reading.choices.map((choice) => choice.label);
        const told = `Ligne ${this.line}, colonne ${column} : ${message}`;
        this.questions.push({ code: 'ambiguous_number', message: told, choices });
        return null;
      }
    }
  }
}
