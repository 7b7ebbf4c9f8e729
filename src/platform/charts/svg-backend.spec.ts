import { escapeXml, SvgBackend } from './svg-backend.js';
import { measureWithFontTable } from './text-measurer.js';
import type { StrokeStyle } from './vector-backend.types.js';

const LINE: StrokeStyle = {
  color: '#e4dac8',
  width: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
};

/** What was drawn, without the element around. */
function drawn(draw: (backend: SvgBackend) => void): string {
  const backend = new SvgBackend('essai', measureWithFontTable);
  draw(backend);
  return /<\/title>(.*)<\/svg>$/.exec(backend.toSvg({ width: 10, height: 5 }, 'Essai', null))?.[1] ?? '';
}

describe('the SVG backend', () => {
  it('rounds coordinates and writes straight lines shortly', () => {
    const path = drawn((backend) =>
      backend.fillPath([['M', 0.1 + 0.2, -0.001], ['L', 10, -0.001], ['L', 10, 5], ['L', 10, 5], ['Z']], {
        color: '#14626b',
        rule: 'nonzero',
      }),
    );
    expect(path).toBe('<path d="M0.3 0H10V5Z" fill="#14626b"/>');
  });

  it('does not shorten the line after a closed path: it starts elsewhere', () => {
    const path = drawn((backend) => backend.strokePath([['M', 1, 1], ['L', 5, 9], ['Z'], ['L', 5, 3]], LINE));
    expect(path).toContain('d="M1 1L5 9ZL5 3"');
  });

  it('joins neighbouring strokes of one look, never over something drawn between them', () => {
    const joined = drawn((backend) => {
      backend.strokePath(
        [
          ['M', 1, 0],
          ['L', 1, 5],
        ],
        LINE,
      );
      backend.strokePath(
        [
          ['M', 2, 0],
          ['L', 2, 5],
        ],
        LINE,
      );
    });
    expect(joined).toBe('<path d="M1 0V5M2 0V5" stroke="#e4dac8"/>');
    const apart = drawn((backend) => {
      backend.strokePath(
        [
          ['M', 1, 0],
          ['L', 1, 5],
        ],
        LINE,
      );
      backend.fillPath([['M', 0, 0], ['L', 9, 0], ['Z']], { color: '#ffffff', rule: 'evenodd' });
      backend.strokePath(
        [
          ['M', 2, 0],
          ['L', 2, 5],
        ],
        { ...LINE, dash: [5, 4], width: 1.5 },
      );
    });
    expect(apart.match(/<path/g)).toHaveLength(3);
    expect(apart).toContain('fill-rule="evenodd"');
    expect(apart).toContain('stroke-width="1.5" stroke-dasharray="5 4"');
  });

  it('closes the groups that clips opened, and gives each clip its own name', () => {
    const svg = drawn((backend) => {
      backend.save();
      backend.clipPath([['M', 0, 0], ['L', 5, 0], ['Z']], 'nonzero');
      backend.save();
      backend.clipPath([['M', 1, 1], ['L', 4, 1], ['Z']], 'nonzero');
      backend.restore();
      backend.restore();
      backend.save();
      backend.restore();
    });
    expect(svg).toMatch(/^<clipPath id="essai-clip-1">.*<clipPath id="essai-clip-2">.*<\/g><\/g>$/);
    expect(svg.match(/<g /g)).toHaveLength(2);
  });

  it('writes text as text', () => {
    const font = { family: 'title', weight: 700, size: 24 } as const;
    const run = { text: 'Oh my Lot\u00a0!', font, color: '#7b1e3b', x: 5, y: 3, angle: -90 };
    expect(drawn((backend) => backend.drawText({ ...run, anchor: 'middle' }))).toBe(
      '<text x="5" y="3" font-size="24" fill="#7b1e3b" font-weight="700" ' +
        'font-family="\'Bricolage Grotesque\',system-ui,sans-serif" text-anchor="middle" ' +
        'transform="rotate(-90 5 3)">Oh my Lot\u00a0!</text>',
    );
  });

  it.each([
    ['« É » & <b>"\u202f!', '« É » &amp; &lt;b&gt;&quot;\u202f!'],
    ['a\u0007b\ufffe\udc00c', 'abc'],
    ['🌻\t\n', '🌻\t\n'],
  ])('escapes %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});
