import { encode } from 'uqr';
import { qrSvg } from './qr-code.presenter.js';

const ADDRESS =
  'otpauth://totp/Oh%20my%20Lot:a%40lot.fr?secret=WNGHQOEAHOTTZWXBLI6A73RCSWIIE6LP&issuer=Oh%20my%20Lot';

/** The modules that a path of `M4 4h7v1h-7z` rectangles darkens. */
function modulesOf(svg: string): string[] {
  const rectangles = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((match) =>
    match.slice(1).map(Number),
  );
  return rectangles.flatMap(([x = 0, y = 0, width = 0, back]) => {
    expect(back).toBe(width);
    return Array.from({ length: width }, (_, index) => `${x + index},${y}`);
  });
}

describe('A QR code', () => {
  it('darkens exactly the modules of its text, with four clear ones around', () => {
    const { data, size } = encode(ADDRESS, { ecc: 'M', border: 0 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x + 4},${y + 4}`] : [])));
    const svg = qrSvg(ADDRESS, 'Code à scanner');
    expect(modulesOf(svg).sort()).toEqual(dark.sort());
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
  });

  it('is one path without any style, named for those who do not see it', () => {
    const svg = qrSvg(ADDRESS, 'Code « à scanner » <ici>');
    expect(svg.match(/<path/g)).toHaveLength(1);
    expect(svg).not.toContain('style');
    expect(svg).toContain('<title>Code « à scanner » &lt;ici&gt;</title>');
    expect(svg).toContain('role="img"');
  });
});
