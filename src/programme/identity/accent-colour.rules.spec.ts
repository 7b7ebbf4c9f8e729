import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { accentStylesheet, accentTones, contrast, hexColour, judgeAccent } from './accent-colour.rules.js';

const colours = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }))
  .map((bytes) => `#${Buffer.from(bytes).toString('hex')}`);
const accepted = colours.map((colour) => judgeAccent(colour).nearest);

/** `--limestone-0` to `-2` of both schemes, read in the stylesheet: the rules must not drift from it. */
const tokens = readFileSync('views/assets/styles/tokens.css', 'utf8');
const [lightPart = '', darkPart = ''] = tokens.split('@media (prefers-color-scheme: dark)');
const surfacesOf = (part: string): string[] =>
  [...part.matchAll(/--limestone-[012]: (#[0-9a-f]{6})/g)].map(([, colour = '']) => colour);

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#7b1e3b', '#ffffff', 10.04],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d, as WCAG measures it', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('the accent colour', () => {
  it.each([
    [' #14626B ', '#14626b'],
    ['#fff', null],
    ['14626b', null],
    ['#14626g', null],
    ['red;}', null],
    ['', null],
  ])('typed %p is read %p', (typed, colour) => expect(hexColour(typed)).toBe(colour));

  it('finds the backgrounds that it is judged against', () => {
    expect([surfacesOf(lightPart).length, surfacesOf(darkPart).length]).toEqual([3, 3]);
  });

  it('accepts Copil’s own, and says what is wrong with a pale one', () => {
    expect(judgeAccent('#7b1e3b')).toMatchObject({ accepted: true, nearest: '#7b1e3b' });
    const verdict = judgeAccent('#f0b45a');
    expect(verdict).toMatchObject({ accepted: false, foundTenths: 15 });
    expect(contrast(verdict.nearest, '#f3ede2')).toBeGreaterThanOrEqual(4.5);
  });

  it('proposes a colour that is accepted, hardly darker than needed', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { accepted: isAccepted, nearest, foundTenths } = judgeAccent(colour);
        expect(judgeAccent(nearest).accepted).toBe(true);
        if (isAccepted) expect([nearest, foundTenths >= 45]).toEqual([colour, true]);
        else {
          expect(foundTenths).toBeLessThan(45);
          // No more than what rounding to bytes costs: whoever is refused keeps the colour they asked for.
          expect(contrast(nearest, '#f3ede2')).toBeLessThan(4.85);
        }
      }),
    );
  });

  it('is legible wherever it stands, on light pages and on dark ones', () => {
    fc.assert(
      fc.property(accepted, (accent) => {
        const { light, dark } = accentTones(accent);
        for (const [tones, part] of [
          [light, lightPart],
          [dark, darkPart],
        ] as const) {
          const backgrounds = [...surfacesOf(part), tones.soft];
          const texts = [tones.text, tones.strong];
          const pairs = texts.flatMap((text) => backgrounds.map((background) => [text, background] as const));
          // White text on buttons, pointed at or not: the pointed one is `strong` on light pages.
          const buttons = [tones.fill, ...(tones === light ? [tones.strong] : [])];
          pairs.push(...buttons.map((button) => ['#ffffff', button] as const));
          for (const [text, background] of pairs) {
            expect([text, background, contrast(text, background) >= 4.5]).toEqual([text, background, true]);
          }
        }
      }),
    );
  });

  it('becomes values of the pages’ own tokens, and nothing else', () => {
    fc.assert(
      fc.property(accepted, (accent) => {
        const names = [...accentStylesheet(accent).matchAll(/(--[a-z-]+):#[0-9a-f]{6}/g)].map(([, n]) => n);
        expect(names).toHaveLength(8);
        for (const name of names) expect(tokens).toContain(`${name}:`);
        expect(accentStylesheet(accent)).not.toMatch(/url|import|[<>\\]/);
      }),
    );
  });
});
