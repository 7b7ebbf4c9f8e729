import { readFileSync } from 'node:fs';
import { DARK_PALETTE, PALETTE } from './palette.js';

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((index) => parseInt(colour.slice(index, index + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', PALETTE],
  ['dark', DARK_PALETTE],
])('the %s palette', (_name, palette) => {
  it.each(['ink', 'inkSoft', 'inkFaint', 'river', 'wine', 'stone'] as const)('writes text in %s', (role) => {
    expect(contrast(palette[role], palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['river', 'riverMedium', 'wine', 'saffron', 'stone'] as const)('draws shapes in %s', (role) => {
    expect(contrast(palette[role], palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(['river', 'wine', 'stone'] as const)('writes in the colour of paper on %s', (role) => {
    expect(contrast(palette.paper, palette[role])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['riverMedium', 'riverLight', 'saffron'] as const)('writes in ink on %s', (role) => {
    expect(contrast(palette.ink, palette[role])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the dark scheme of the style sheet', () => {
  const css = readFileSync(new URL('../../../views/assets/styles/charts.css', import.meta.url), 'utf8');

  it.each(Object.keys(PALETTE) as (keyof typeof PALETTE)[])('replaces %s as the canvas does', (role) => {
    for (const property of ['fill', 'stroke']) {
      const rule = new RegExp(
        `\\[${property}='${PALETTE[role]}'\\]\\s*\\{\\s*${property}: ${DARK_PALETTE[role]};`,
      );
      expect(css).toMatch(rule);
    }
  });

  it('can tell the roles apart: each has its own value', () => {
    expect(new Set(Object.values(PALETTE)).size).toBe(Object.keys(PALETTE).length);
  });
});
