import { readFileSync } from 'node:fs';
import { renderChartSvg } from '../../dist/platform/charts/render-chart-svg.js';
import { fromRoot } from '../../scripts/support/paths.mjs';

/** Points of the printed page to pixels of the browser. */
const CONTENT_WIDTH = 680;

/** The fonts of the printed bilan, embedded in both PDFs. */
const FONTS = [
  ['Source Sans 3', 400, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf'],
  ['Source Sans 3', 700, 'source-sans-3/700Bold/SourceSans3_700Bold.ttf'],
  ['Bricolage Grotesque', 700, 'bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf'],
].map(([family, weight, path]) => {
  const bytes = readFileSync(fromRoot('node_modules', '@expo-google-fonts', path)).toString('base64');
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes}) }`;
});

const STYLE = `${FONTS.join('')} h1, h2, h3 { font-family: 'Bricolage Grotesque' } @page { size: A4; margin: 18mm } body { font: 10pt/1.4 'Source Sans 3', sans-serif }
  section { break-before: page } table { width: 100%; border-collapse: collapse } td, th { border-bottom: 1px solid #ccc }
  .row { display: flex; gap: 1em } .row > div { flex: 1 } figure, .together { break-inside: avoid } svg { width: 100% }`;

const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** `**bold**` and `^raised^` of the document's rich text. */
const rich = (text) =>
  escape(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<!\\)\^(.+?)\^/g, '<sup>$1</sup>')
    .replace(/\\([*^\\])/g, '$1');

const items = (tag, texts) => `<${tag}>${texts.map((text) => `<li>${rich(text)}</li>`).join('')}</${tag}>`;
const titled = (title) => (title === null ? '' : `<h3>${rich(title)}</h3>`);

function table(columns, rows, summary) {
  const head = columns.map(({ label }) => `<th scope="col">${rich(label)}</th>`).join('');
  const body = rows.map(
    ([first, ...others]) =>
      `<tr><th scope="row">${rich(first)}</th>${others.map((cell) => `<td>${rich(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${escape(summary)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const textOf = (cell) => (typeof cell === 'string' ? cell : cell.text);

function chartFigure({ chart, withTable }) {
  const drawn = renderChartSvg(chart, { width: CONTENT_WIDTH });
  const numbers = withTable ? table(chart.table.columns, chart.table.rows, chart.table.caption) : '';
  return `<figure><figcaption>${escape(chart.title)}<br>${escape(chart.subtitle)}</figcaption>${drawn}<p>${escape(chart.sentence)}</p>${numbers}</figure>`;
}

const tile = ({ qualifier, number, label, context }) =>
  `<div>${escape(qualifier ?? '')} <strong>${escape(number)}</strong> ${rich(label)}<br>${rich(context)}</div>`;

const WRITERS = {
  heading: ({ level, text }) => `<h${level}>${rich(text)}</h${level}>`,
  paragraph: ({ text }) => `<p>${rich(text)}</p>`,
  list: ({ ordered, items: texts }) => items(ordered ? 'ol' : 'ul', texts),
  'key-figures': ({ rows }) => rows.map((row) => `<div class="row">${row.map(tile).join('')}</div>`).join(''),
  table: ({ title, table: content }) =>
    titled(title) +
    table(
      content.columns,
      content.rows.map((row) => row.map(textOf)),
      content.summary,
    ),
  chart: chartFigure,
  facts: ({ items: facts }) =>
    `<dl>${facts.map(({ label, value }) => `<dt>${escape(label)}</dt><dd>${rich(value)}</dd>`).join('')}</dl>`,
  'numbered-cards': ({ title, items: texts }) => titled(title) + items('ol', texts),
  panel: ({ title, paragraphs }) => titled(title) + paragraphs.map((text) => `<p>${rich(text)}</p>`).join(''),
  columns: ({ columns }) =>
    `<div class="row">${columns.map(({ blocks }) => `<div>${blocksHtml(blocks)}</div>`).join('')}</div>`,
  link: ({ to, text }) => `<p><a href="#${to}">${rich(text)}</a></p>`,
  'external-links': ({ items: links }) =>
    `<ul>${links.map(({ text, url }) => `<li><a href="${escape(url)}">${rich(text)}</a></li>`).join('')}</ul>`,
  together: ({ blocks }) => `<div class="together">${blocksHtml(blocks)}</div>`,
};

const blocksHtml = (blocks) => blocks.map((block) => WRITERS[block.kind](block)).join('');

/** The same content as a page that a browser prints: every text, table and chart, in a plain style. */
export function documentHtml({ title, cover, sections }) {
  const front = [cover.overline, cover.subtitle, cover.members, cover.closing];
  const body = sections.map(
    ({ name, overline, heading, lead, blocks }) =>
      `<section id="${name}"><p>${rich(overline)}</p><h1>${rich(heading)}</h1>${lead === null ? '' : `<p>${rich(lead)}</p>`}${blocksHtml(blocks)}</section>`,
  );
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body>
    <h1>${escape(cover.title)}</h1>${front.map((text) => `<p>${escape(text)}</p>`).join('')}${body.join('')}</body></html>`;
}
