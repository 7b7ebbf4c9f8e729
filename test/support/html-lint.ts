/** Elements that HTML never closes. */
const VOID = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', 'source', 'wbr']);

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/g;

const attributesOf = (text: string): [name: string, value: string][] =>
  [...text.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);

/** Tags that do not nest: what is closed is what was opened last. */
function nestingMistakes(html: string): string[] {
  const mistakes: string[] = [];
  const open: string[] = [];
  for (const [, closing, name = '', , selfClosing] of html.matchAll(TAG)) {
    if (closing === '/') {
      const expected = open.pop();
      if (expected !== name) mistakes.push(`</${name}> closes <${expected ?? 'nothing'}>`);
    } else if (selfClosing !== '/' && !VOID.has(name)) open.push(name);
  }
  return [...mistakes, ...open.map((name) => `<${name}> is never closed`)];
}

/** Headings that skip a level, or a page without exactly one title. */
function headingMistakes(html: string): string[] {
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level = '']) => '123456'.indexOf(level) + 1);
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  const titles = levels.filter((level) => level === 1).length;
  return [...skips.map((level) => `<h${level}> skips a level`), ...(titles === 1 ? [] : [`${titles} h1`])];
}

/** What is wrong with a page: nesting, headings, double identifiers, references to nothing, anything inline. */
export function htmlMistakes(page: string): string[] {
  const html = page.replace(/(<script\b[^>]*>)[\s\S]*?(<\/script>)/g, '$1$2');
  const attributes = [...html.matchAll(TAG)].flatMap(([, , , text = '']) => attributesOf(text));
  const ids = attributes.filter(([name]) => name === 'id').map(([, value]) => value);
  const pointers = attributes
    .filter(([name]) => /^(?:aria-(?:labelledby|describedby|controls)|for)$/.test(name))
    // A hint and an error describe a field together.
    .flatMap(([name, value]) => value.split(' ').map((id) => [name, id] as const));
  const inline = attributes.filter(
    ([name, value]) => name === 'style' || name.startsWith('on') || /^javascript:/i.test(value),
  );
  return [
    ...nestingMistakes(html),
    ...headingMistakes(html),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...pointers.filter(([, id]) => !ids.includes(id)).map(([name, id]) => `${name} leads to no ${id}`),
    ...inline.map(([name, value]) => `inline ${name}="${value}"`),
  ];
}

/** The words that a page shows or says, spaces made plain. */
export function textOf(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
