import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeHtml } from './html.js';
import { ViewRenderer } from './view-renderer.js';

describe('escapeHtml', () => {
  it('writes text that no browser takes for markup', () =>
    expect(escapeHtml(`<b onclick="x('y')">&</b>`)).toBe(
      '&lt;b onclick=&#34;x(&#39;y&#39;)&#34;&gt;&amp;&lt;/b&gt;',
    ));

  it('keeps French spaces and signs', () =>
    expect(escapeHtml('« 13\u202f000 » 45\u00a0% œ')).toBe('« 13\u202f000 » 45\u00a0% œ'));

  it('writes finite numbers, for attributes', () => expect(escapeHtml(33)).toBe('33'));

  it.each([[null], [undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [{}], [[]], [true]])(
    'refuses %p, which a page must not say',
    (value) => expect(() => escapeHtml(value)).toThrow(TypeError),
  );
});

describe('ViewRenderer', () => {
  let folder: string;
  let renderer: ViewRenderer;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-views-'));
    mkdirSync(join(folder, 'some'));
    writeFileSync(
      join(folder, 'some/hello.ejs'),
      '<p><%= page.name %></p>\n<%- include("part", { it: page }) %>',
    );
    writeFileSync(join(folder, 'some/part.ejs'), '<i><%= it.name %></i>');
    writeFileSync(join(folder, 'some/forgotten.ejs'), '<p><%= page.forgotten %></p>');
    writeFileSync(join(folder, 'some/global.ejs'), '<p><%= name %></p>');
    renderer = new ViewRenderer(folder, (name) => `/assets/${name}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('renders a template and its parts with one model, escaped', () =>
    expect(renderer.render('some/hello', { name: '<Lot>' })).toBe('<p>&lt;Lot&gt;</p>\n<i>&lt;Lot&gt;</i>'));

  it('compiles once: what changes on the disk changes at the next start', () => {
    renderer.render('some/hello', { name: 'Lot' });
    writeFileSync(join(folder, 'some/hello.ejs'), 'changed');
    expect(renderer.render('some/hello', { name: 'Lot' })).toContain('<p>Lot</p>');
  });

  it('says which value a model forgot', () =>
    expect(() => renderer.render('some/forgotten', {})).toThrow(/only write text, not undefined/));

  it('gives templates nothing but the model and the helpers', () =>
    expect(() => renderer.render('some/global', { name: 'Lot' })).toThrow(/name is not defined/));

  it.each(['../../etc/passwd', 'some', 'some/../some/hello', '/some/hello', 'some/hello.ejs', ''])(
    'knows templates by their name only, not « %s »',
    (view) => expect(() => renderer.render(view, {})).toThrow(RangeError),
  );

  it('takes what looks like an option of EJS for a plain value', () => {
    const model = {
      name: 'Lot',
      settings: { 'view options': { client: true, escapeFunction: '1;throw 1' } },
    };
    expect(renderer.render('some/hello', model)).toContain('<p>Lot</p>');
  });
});
