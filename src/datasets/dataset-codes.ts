import type { InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import type { Dataset } from './dataset.schema.js';

/** The lists whose members are named elsewhere. */
type List =
  'exercices' | 'territories' | 'organisations' | 'channels' | 'indicators' | 'campaigns' | 'meetings';

/** The codes that a data set declares, and what was found wrong with those that it uses. */
export class DatasetCodes {
  readonly issues: InputIssue[] = [];
  private readonly codes: Record<List, Set<string | number>>;

  constructor(dataset: Dataset) {
    const { exercices, territories, organisations, channels, indicators, campaigns, meetings } = dataset;
    const codesOf = (list: { code: string }[]): Set<string> => new Set(list.map(({ code }) => code));
    this.codes = {
      exercices: new Set(exercices.map(({ year }) => year)),
      territories: codesOf(territories),
      organisations: codesOf(organisations),
      channels: codesOf(channels),
      indicators: codesOf(indicators),
      campaigns: codesOf(campaigns),
      meetings: codesOf(meetings),
    };
  }

  /** Tells one mistake. */
  refuse(path: string, code: string, message: string): void {
    this.issues.push({ path, code, message });
  }

  /** Every key of a list stands there once. */
  once(list: string, keys: string[], member: string): void {
    for (const [index, key] of keys.entries()) {
      const first = keys.indexOf(key);
      if (first === index) continue;
      this.refuse(
        `${list}.${index}.${member}`,
        'duplicate',
        sentence`« ${key} » est déjà donné par ${list}.${first}, gardez-en un seul`,
      );
    }
  }

  /** A code that is used is declared; null uses none. */
  known(list: List, code: string | number | null, path: string): void {
    if (code === null || this.codes[list].has(code)) return;
    this.refuse(
      path,
      'unknown_code',
      sentence`« ${code} » n’est pas déclaré dans « ${list} », ajoutez-le à cette liste ou corrigez-le`,
    );
  }

  /** A parent stands above what belongs to it, so that it is stored first. */
  declaredBefore(list: { code: string }[], index: number, code: string | null, path: string): void {
    if (code === null || list.slice(0, index).some((other) => other.code === code)) return;
    this.refuse(
      path,
      'unknown_code',
      sentence`« ${code} » n’est déclaré nulle part plus haut, déclarez-le d’abord`,
    );
  }

  /** A period does not end before it begins. */
  inOrder(from: string | null, to: string | null, path: string): void {
    if (from === null || to === null || from <= to) return;
    this.refuse(
      path,
      'period_reversed',
      `la fin ${to} vient avant le début ${from}, corrigez l’une des deux dates`,
    );
  }
}
