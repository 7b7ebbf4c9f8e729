/** A text of JSON, with the colon that makes it a member's name; or a bracket. What is between says nothing here. */
const TOKEN = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}[\]]/gs;

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
