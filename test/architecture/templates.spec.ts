import { posix } from 'node:path';
import ts from 'typescript';
import { eachNode, filesUnder, productSources, read } from './source-tree.js';

const templates = filesUnder('views', /\.ejs$/);

/** Templates that other templates include, relative to them or to views/. */
function includedTemplates(): Set<string> {
  const included = new Set<string>();
  for (const template of templates) {
    for (const [, name = ''] of read(template).matchAll(/\binclude\(\s*['"`]([^'"`]+)['"`]/g)) {
      const path = name.endsWith('.ejs') ? name : `${name}.ejs`;
      included.add(
        posix.normalize(path.startsWith('/') ? `views${path}` : `${posix.dirname(template)}/${path}`),
      );
      included.add(posix.normalize(`views/${path}`));
    }
  }
  return included;
}

/** Every piece of text written in the sources: a template is named there when a controller renders it. */
function sourceStrings(): Set<string> {
  const strings = new Set<string>();
  for (const path of productSources()) {
    eachNode(path, (node) => {
      if (ts.isStringLiteralLike(node)) strings.add(node.text);
    });
  }
  return strings;
}

describe('Templates', () => {
  it('are each rendered by the sources or included by another template', () => {
    const included = includedTemplates();
    const strings = sourceStrings();
    const forgotten = templates.filter((template) => {
      const name = template.slice('views/'.length);
      return !included.has(template) && !strings.has(name) && !strings.has(name.replace(/\.ejs$/, ''));
    });
    expect(templates).not.toEqual([]);
    expect(forgotten).toEqual([]);
  });

  it('write raw only what another template or the server made', () => {
    // <%- of a value from people is a stored script: raw output is for includes, charts and the page's own body.
    const raw = templates.flatMap((template) =>
      [...read(template).matchAll(/<%-\s*([^%]*?)\s*-?%>/g)].map(([, code = '']) => `${template}: ${code}`),
    );
    const allowed = /: (include\(|body$|[\w.]*(svg|Svg|json|Json|html|Html)\b)/;
    expect(raw.filter((place) => !allowed.test(place))).toEqual([]);
  });
});
