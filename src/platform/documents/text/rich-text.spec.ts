import { glueLittleWords, literalText, parseRichText, plainText } from './rich-text.js';

describe('parseRichText', () => {
  it('reads bold and superscript, one inside the other', () => {
    expect(parseRichText('Le **1^er^ lieu**, soit 4 m^2^')).toEqual([
      { text: 'Le ', bold: false, raised: false },
      { text: '1', bold: true, raised: false },
      { text: 'er', bold: true, raised: true },
      { text: ' lieu', bold: true, raised: false },
      { text: ', soit 4 m', bold: false, raised: false },
      { text: '2', bold: false, raised: true },
    ]);
  });

  it.each(['5 * 3', 'a ** b', '2^10', '****', '**', '^^', ''])('keeps %j as typed', (text) => {
    expect(plainText(text)).toBe(text);
  });

  it.each(['**pas gras** ^ni haut^', 'C:\\dossier\\*', '\\**', 'a^b^c'])(
    'protects %j from being markup',
    (text) => {
      expect(parseRichText(literalText(text))).toEqual([{ text, bold: false, raised: false }]);
    },
  );

  it('applies French spacing', () => {
    expect(plainText('« Oh my Lot ! » : **13 000** vues')).toBe(
      '«\u00a0Oh my Lot\u202f!\u00a0»\u00a0: 13\u202f000 vues',
    );
  });
});

describe('glueLittleWords', () => {
  it('never lets a title end a line on a little word', () => {
    expect(glueLittleWords('Le bilan de la campagne et des actions')).toBe(
      'Le\u00a0bilan de\u00a0la\u00a0campagne et\u00a0des\u00a0actions',
    );
  });
});
