/** A text of JSON, with the colon that makes it a member's name; or a bracket. What is between says nothing here. */
const TOKEN = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}[\]]/gs;

const [COLON, QUOTE, SPACE] = [0x3a, 0x22, 0x20];
/** Deeper values are left to the careful reading: no figure needs them. */
const COUNTED_DEPTH = 8;

/**
 * Whether no object of this JSON can name a member twice: what was read of it has as many members as it has names. Both
 * counts are quick. An escaped quote before a colon in a text counts for a name: the careful reading then decides.
 * @param body the bytes of valid JSON
 * @param value what `JSON.parse` made of them
 */
export function namesEachMemberOnce(body: Uint8Array, value: unknown): boolean {
  return nameCount(body) === memberCount(value, COUNTED_DEPTH);
}

/** Colons after a quote: all those of members, and few others. */
function nameCount(body: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] !== COLON) continue;
    let before = at - 1;
    // Space, tabulation and line ends are all that JSON has there.
    while ((body[before] ?? QUOTE) <= SPACE) before -= 1;
    if (body[before] === QUOTE) count += 1;
  }
  return count;
}

function memberCount(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === 0) return Number.NaN;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const part of Object.values(value)) {
    if (typeof part === 'object') count += memberCount(part, depth - 1);
  }
  return count;
}

/**
 * The first member that an object of this JSON names twice, or null. `JSON.parse` keeps the last one without a word:
 * of `{"value": 12, "value": 21}`, nobody could tell which figure was meant.
 */
export function repeatedMember(json: string): string | null {
  const objects: (Set<string> | null)[] = [];
  for (const [token, text, colon] of json.matchAll(TOKEN)) {
    if (token === '{') objects.push(new Set());
    else if (token === '[') objects.push(null);
    else if (token === '}' || token === ']') objects.pop();
    else if (text !== undefined && colon !== undefined) {
      const name = text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
      const members = objects.at(-1);
      if (members?.has(name)) return name;
      members?.add(name);
    }
  }
  return null;
}
