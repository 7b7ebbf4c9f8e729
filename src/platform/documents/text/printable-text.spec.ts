import { fontSpans } from './fonts.js';
import { printableData, printableText } from './printable-text.js';

describe('printableText', () => {
  it.each([
    [
      'Rien à changer : « 130\u202f000 » ≥ 45\u00a0% → ✓',
      'Rien à changer : « 130\u202f000 » ≥ 45\u00a0% → ✓',
    ],
    ['Bravo 🎉 à tous', 'Bravo à tous'],
    ['👩‍👩‍👧 famille 🇫🇷 1️⃣', 'famille 1'],
    ['zéro\u200blargeur\ufeff et\u00adtirets', 'zérolargeur ettirets'],
    ['ligne\nsuivante\tet tabulation', 'ligne suivante et tabulation'],
    ['e\u0301te\u0301', 'été'],
    ['𝐁𝐢𝐥𝐚𝐧 ﬁnal', 'Bilan ﬁnal'],
    ['中文', '□□'],
    ['nul\u0000 \u0007caché \ud800', 'nul caché '],
  ])('turns %j into %j', (source, expected) => {
    expect(printableText(source).text).toBe(expected);
  });

  it('leaves only characters that the fonts draw, in any text', () => {
    for (let code = 0; code < 0x3000; code += 7) {
      const { text } = printableText(`a${String.fromCodePoint(code)}b`);
      expect(() => fontSpans(text, 'text')).not.toThrow();
    }
  });

  it('says what it changed, once for each text, wherever it stands in the data', () => {
    const warnings: string[] = [];
    const data = printableData(
      { title: 'Fête 🎉', rows: [['漢字'], ['ok']], height: 3, none: null },
      warnings,
    );
    expect(data).toEqual({ title: 'Fête', rows: [['□□'], ['ok']], height: 3, none: null });
    expect(warnings).toEqual([
      'Symboles retirés (U+1F389), absents des polices : « Fête ».',
      'Caractères remplacés par « □ » (U+6F22, U+5B57), absents des polices : « □□ ».',
    ]);
  });
});

describe('fontSpans', () => {
  it('steps to the text face for what the title face lacks', () => {
    expect(fontSpans('Tél. 05\u201165', 'title')).toEqual([
      { text: 'Tél. 05', font: 'title' },
      { text: '\u2011', font: 'bold' },
      { text: '65', font: 'title' },
    ]);
  });

  it('refuses a character that would print as a box', () => {
    expect(() => fontSpans('Fête 🎉', 'text')).toThrow('U+1F389');
  });
});
