const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&#34;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
  '&amp;': '&',
};

/** What a browser reads where a template wrote a value. */
export const decoded = (html: string): string =>
  html.replaceAll(/&(?:lt|gt|#34|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** The texts of a page, one an element's, without the blanks around. */
export const shownTexts = (html: string): Set<string> =>
  new Set([...html.matchAll(/>([^<]*)</g)].map(([, text = '']) => decoded(text).trim()));

/** What stands in the fields of a page, by their names; browsers drop the line end that begins a textarea. */
export function fieldValues(html: string): Map<string, string> {
  const inputs = [...html.matchAll(/<input [^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
  const areas = [...html.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)];
  return new Map([...inputs, ...areas].map(([, name = '', value = '']) => [name, decoded(value)]));
}
