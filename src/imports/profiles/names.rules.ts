import { quote } from '../../kernel/decimal-string.rules.js';
import { joinList, normaliseForSearch, sentence } from '../../kernel/french-text.rules.js';
import { nearestCode } from '../../kernel/nearest-code.rules.js';

/** Answered about a whole file whose territories or channels are not known: its figures are of none. */
export const NONE = 'aucun';

const BODY =
  /^(?:communaute (?:de communes|d'agglomeration|urbaine)|cc|ca|cu|epci|departement|commune)(?: |$)(?:de la |de l'|du |des |de |d')?/;
const ARTICLE = /^(?:le |la |les |l'|du |des |pays (?:de |du |des )?)/;

const LONGEST_NAME = 300;

/** What two ways of calling a place share: « CC du Quercy Blanc » and « Quercy-Blanc ». */
function placeName(name: string): string {
  const plain = normaliseForSearch(name)
    .replace(/[-–—/(),.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = plain.replace(BODY, '').replace(ARTICLE, '');
  return bare === '' ? plain : bare;
}

/** Finds the codes of what files call by name, and keeps the names that nothing bears here. */
export class NameBook {
  private readonly codes = new Map<string, string | null>();
  /** Full names by bare ones. */
  private readonly names = new Map<string, string>();
  /** Rows repeat few names: each is looked for once. */
  private readonly found = new Map<string, string | null>();
  /** By name, the first line that has it. */
  readonly unknown = new Map<string, number>();

  constructor(known: readonly { code: string; name: string }[]) {
    for (const { code, name } of known) {
      this.names.set(placeName(name), name);
      this.put(normaliseForSearch(code), code);
      this.put(placeName(name), code);
    }
  }

  /** Two places under one bare name, a commune and its community, are told by their full names only. */
  private put(name: string, code: string): void {
    const other = this.codes.get(name);
    this.codes.set(name, other === undefined || other === code ? code : null);
  }

  /** The code of what is so called; null when nothing is, which is remembered. */
  find(written: string, line: number): string | null {
    const name = written.slice(0, LONGEST_NAME);
    let code = this.found.get(name);
    if (code === undefined) {
      code = this.codes.get(normaliseForSearch(name)) ?? this.codes.get(placeName(name)) ?? null;
      this.found.set(name, code);
    }
    if (code === null && !this.unknown.has(name)) this.unknown.set(name, line);
    return code;
  }

  /** « Quercy-Blan » (Quercy Blanc ?), « Ailleurs ». */
  unknownInWords(most: number): string {
    const shown = [...this.unknown.keys()].slice(0, most).map((name) => {
      const near = nearestCode(placeName(name), this.names.keys());
      return near === null ? quote(name) : sentence`${quote(name)} (${this.names.get(near) ?? near} ?)`;
    });
    const rest = this.unknown.size - shown.length;
    return joinList(rest > 0 ? [...shown, `${rest} autres`] : shown);
  }
}
