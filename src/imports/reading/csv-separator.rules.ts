/** In the order in which they win when as many lines speak for each: a comma may be that of a decimal. */
const SEPARATORS = [';', '\t', '|', ','] as const;
type Separator = (typeof SEPARATORS)[number];

/** What looking for longer would not change. */
const MOST_RECORDS = 500;
const MOST_CHARACTERS = 262_144;

/** Starts a line that is told about the table and is none of its rows. A `#` alone may head a column. */
export const COMMENT = '# ';

/** How many of each separator one record holds outside quotes, how many a blank follows, and how many end it. */
interface RecordCount {
  of: Map<Separator, { found: number; spaced: number; ending: number }>;
}

/** `sep=;` on the first line, as some exports write for Excel. */
export function declaredSeparator(text: string): string | null {
  return /^"?sep=([^\n"])"?(?:\n|$)/i.exec(text)?.[1] ?? null;
}

/**
 * The character that cuts lines into cells: the one that the most lines hold the same number of times outside quotes.
 * Null when none makes a table of the text: it is prose, whose commas and semicolons are followed by blanks.
 */
export function voteSeparator(text: string): string | null {
  const records = countRecords(text);
  let best: { separator: Separator; same: number; some: number } | null = null;
  for (const separator of SEPARATORS) {
    const counts = records.map(({ of }) => of.get(separator)?.found ?? 0).filter((count) => count > 0);
    const same = mostFrequent(counts);
    if (same === 0 || isProse(records, separator)) continue;
    if (best === null || same > best.same || (same === best.same && counts.length > best.some)) {
      best = { separator, same, some: counts.length };
    }
  }
  return best?.separator ?? null;
}

/** How many times the most frequent of the numbers is there. */
function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return Math.max(0, ...times.values());
}

/** A blank follows every one of them or ends its line, and they do not cut every line under a whole header. */
function isProse(records: readonly RecordCount[], separator: Separator): boolean {
  if (separator === '\t' || separator === '|') return false;
  const counts = records.map(({ of }) => of.get(separator) ?? { found: 0, spaced: 0, ending: 0 });
  if (counts.some(({ found, spaced, ending }) => spaced + ending < found)) return false;
  const [header] = counts;
  return counts.length < 2 || header?.ending !== 0 || counts.some(({ found }) => found !== header.found);
}

function countRecords(text: string): RecordCount[] {
  const records: RecordCount[] = [];
  const end = Math.min(text.length, MOST_CHARACTERS);
  let at = 0;
  while (at < end && records.length < MOST_RECORDS) {
    if (text.startsWith(COMMENT, at)) {
      const next = text.indexOf('\n', at);
      at = next === -1 ? end : next + 1;
      continue;
    }
    const record: RecordCount = { of: new Map() };
    const after = countRecord(text, at, end, record);
    if (text.slice(at, after).trim() !== '') records.push(record);
    at = after;
  }
  return records;
}

/** Counts what stands in the record that begins at `at`, and tells where the next one begins. */
function countRecord(text: string, at: number, end: number, { of }: RecordCount): number {
  let quoted = false;
  let starts = true;
  for (let index = at; index < end; index++) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') continue;
      if (text.charAt(index + 1) === '"') index++;
      else quoted = false;
    } else if (character === '\n') {
      return index + 1;
    } else if (character === '"' && starts) {
      quoted = true;
      starts = false;
    } else {
      const separator = SEPARATORS.find((one) => one === character);
      starts = separator !== undefined;
      if (separator === undefined) continue;
      const count = of.get(separator) ?? { found: 0, spaced: 0, ending: 0 };
      const next = text.charAt(index + 1);
      count.found += 1;
      if (next === '' || next === '\n') count.ending += 1;
      else if (/\s/.test(next)) count.spaced += 1;
      of.set(separator, count);
    }
  }
  return end;
}
