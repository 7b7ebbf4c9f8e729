import { STYLES } from '../theme.js';
import { TextMeasures } from './fonts.js';
import { breakLines, type Line, naturalWidth, widestWord } from './line-breaking.js';

const measures = new TextMeasures();

function texts(lines: readonly Line[]): string[] {
  return lines.map((line) =>
    line.words
      .map((word, index) => {
        const text = word.pieces.map((piece) => piece.text).join('');
        return word.space > 0 && index < line.words.length - 1 ? `${text} ` : text;
      })
      .join(''),
  );
}

const PROSE =
  'Les habitants ont partagé leurs spots ; les restaurateurs ont relayé les sets de table tout l’été.';

describe('breakLines', () => {
  it('fills lines within the width and loses nothing', () => {
    for (const width of [60, 93.7, 150, 220, 480]) {
      const lines = breakLines(PROSE, STYLES.body, width, measures);
      expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(width + 0.02);
      expect(
        texts(lines)
          .join(' ')
          .replace(/\u202f/g, ' '),
      ).toBe(PROSE.replace(/\u202f/g, ' '));
    }
  });

  it('does not break inside numbers, between a number and its unit, nor before high punctuation', () => {
    const lines = texts(
      breakLines('Plus de 130 000 sets, soit 45 % ! Le 16 décembre', STYLES.body, 62, measures),
    );
    expect(lines.some((line) => line.includes('130\u202f000'))).toBe(true);
    expect(lines.some((line) => line.startsWith('%') || line.startsWith('!'))).toBe(false);
    expect(lines).toContain('16\u00a0décembre');
  });

  it('makes the last line longer than a lonely word when the others can give', () => {
    const lines = breakLines(`${PROSE} Voilà`, STYLES.body, 243, measures);
    const last = lines.at(-1);
    expect(last?.words.length).toBeGreaterThan(1);
  });

  it('cuts no number to make the last line longer', () => {
    const amount = 'environ +7 704 859,66 € (e)';
    const width = widestWord(amount, STYLES.tableCell, measures) + 0.5;
    expect(texts(breakLines(amount, STYLES.tableCell, width, measures))).toEqual([
      'environ',
      '+7\u202f704\u202f859,66\u00a0€',
      '(e)',
    ]);
  });

  it('balances titles: lines of about one length, no little word at an end', () => {
    const title = 'Malgré la crise sanitaire, les partenaires se sont adaptés et ont agi ensemble';
    const lines = breakLines(title, STYLES.sectionTitle, 493, measures);
    const widths = lines.map((line) => line.width);
    expect(lines).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.8);
    expect(texts(lines).some((line) => /(^|\s)(la|les|se|et|ont)$/.test(line))).toBe(false);
  });

  it('balances a narrow label without cutting its longest word', () => {
    expect(texts(breakLines('Prospection des actifs', STYLES.stripText, 86, measures))).toEqual([
      'Prospection',
      'des actifs',
    ]);
  });

  it('cuts a word wider than the line, after a sign where there is one', () => {
    const address = 'https://www.exemple.fr/operations/les-spots-du-lot-2020?source=bilan';
    const lines = breakLines(address, STYLES.body, 110, measures);
    expect(texts(lines).join('')).toBe(address);
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(110.1);
    expect(texts(lines)[0]).toMatch(/[/.]$/);
    expect(texts(breakLines('W'.repeat(50), STYLES.body, 4, measures)).join('')).toBe('W'.repeat(50));
  });

  it('has no line for an empty text, and measures as it draws', () => {
    expect(breakLines('', STYLES.body, 100, measures)).toEqual([]);
    expect(breakLines('   ', STYLES.body, 100, measures)).toEqual([]);
    expect(naturalWidth('', STYLES.body, measures)).toBe(0);
    expect(widestWord('un deux', STYLES.body, measures)).toBe(naturalWidth('deux', STYLES.body, measures));
  });
});
