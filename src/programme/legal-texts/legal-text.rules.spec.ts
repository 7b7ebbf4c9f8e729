import fc from 'fast-check';
import { programme } from '../../../test/support/domain-builders.js';
import { parseLegalText } from './legal-text.rules.js';
import { proposedLegalText } from './proposed-texts.rules.js';
import type { TextBlock, TextSpan } from './legal-text.types.js';

const linesOf = (block: TextBlock): TextSpan[][] =>
  block.kind === 'heading' ? [block.spans] : block.kind === 'list' ? block.items : block.lines;
const textOf = (blocks: TextBlock[]): string[] =>
  blocks.flatMap(linesOf).map((spans) => spans.map(({ text }) => text).join(''));

const marks = fc.constantFrom(
  '## ',
  '- ',
  '',
  '\n',
  '<b>',
  'https://lot.fr',
  'javascript:alert(1)',
  'http://',
);
const texts = fc.array(fc.tuple(marks, fc.string()), { maxLength: 12 }).map((parts) => parts.flat().join(''));

describe('a legal text', () => {
  it('is made of headings, paragraphs, lists and links', () => {
    const text =
      '## Éditeur\nLe Département.\nÀ Cahors.\n\n- un\n- voir https://lot.fr/a?b=1, puis\n\n\nFin (https://cnil.fr).';
    expect(parseLegalText(text)).toEqual([
      { kind: 'heading', spans: [{ text: 'Éditeur', href: null }] },
      {
        kind: 'paragraph',
        lines: [[{ text: 'Le Département.', href: null }], [{ text: 'À Cahors.', href: null }]],
      },
      {
        kind: 'list',
        items: [
          [{ text: 'un', href: null }],
          [
            { text: 'voir ', href: null },
            { text: 'https://lot.fr/a?b=1', href: 'https://lot.fr/a?b=1' },
            { text: ', puis', href: null },
          ],
        ],
      },
      {
        kind: 'paragraph',
        lines: [
          [
            { text: 'Fin (', href: null },
            { text: 'https://cnil.fr', href: 'https://cnil.fr' },
            { text: ').', href: null },
          ],
        ],
      },
    ]);
  });

  it('keeps every character that is no mark, and links to the web only', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const blocks = parseLegalText(text);
        const expected = text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => line.replace(/^(?:## |- )/, ''));
        expect(textOf(blocks)).toEqual(expected);
        for (const { text: shown, href } of blocks.flatMap(linesOf).flat()) {
          expect(href === null || (href === shown && /^https?:\/\/[^\s<>"]+$/i.test(href))).toBe(true);
        }
      }),
    );
  });

  it.each(['notices', 'privacy'] as const)(
    'is proposed for %s, with something under every heading',
    (page) => {
      for (const licence of [null, 'Licence Ouverte 2.0']) {
        const blocks = parseLegalText(proposedLegalText(page, { ...programme, licence }));
        expect(blocks.length).toBeGreaterThan(6);
        const empty = blocks.filter(
          ({ kind }, at) => kind === 'heading' && (blocks[at + 1]?.kind ?? 'heading') === 'heading',
        );
        expect(empty).toEqual([]);
        expect(textOf(blocks).join(' ')).not.toMatch(/undefined|null/);
      }
    },
  );
});
