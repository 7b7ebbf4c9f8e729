import type {
  ChartFont,
  ChartTextMetrics,
  FillRule,
  PathCommand,
  StrokeStyle,
  TextMeasurer,
  TextRun,
  VectorBackend,
} from './vector-backend.types.js';

/** Two decimals are a hundredth of a pixel; « -0 » is written « 0 » so that bytes depend on the drawing only. */
function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Path data, with H and V for the straight lines that charts are made of. */
function pathData(path: readonly PathCommand[]): string {
  let data = '';
  let [lastX, lastY] = ['', ''];
  for (const [command, ...numbers] of path) {
    const values = numbers.map(coordinate);
    const [x = '', y = ''] = values.slice(-2);
    if (command === 'L' && x === lastX && y === lastY) continue;
    if (command === 'Z') data += 'Z';
    else if (command === 'L' && y === lastY) data += `H${x}`;
    else if (command === 'L' && x === lastX) data += `V${y}`;
    else data += command + values.join(' ');
    if (command !== 'Z') [lastX, lastY] = [x, y];
    else [lastX, lastY] = ['', ''];
  }
  return data.replace(/ -/g, '-');
}

/** C0 controls (but tab and line ends) and the two noncharacters: XML forbids them. */
function allowedInXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) && code !== 0xfffe && code !== 0xffff
  );
}

/** Text for XML content and attributes; characters and lone surrogates that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return [...text.replace(/\p{Cs}/gu, '')]
    .filter(allowedInXml)
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** SVG's own default, which need not be written. */
const SVG_MITER_LIMIT = 4;

/** Families as the page declares them; the fallbacks keep about the same widths. */
const SVG_FAMILIES: Record<ChartFont['family'], string> = {
  text: "'Source Sans 3',system-ui,sans-serif",
  title: "'Bricolage Grotesque',system-ui,sans-serif",
};

/**
 * Writes a drawing as SVG: paths and real text with presentation attributes only, because the pages' content
 * security policy forbids inline styles. The same drawing gives the same bytes.
 */
export class SvgBackend implements VectorBackend {
  private readonly parts: string[] = [];
  /** Groups opened by clips at each level of `save`. */
  private readonly groups: number[] = [];
  private clips = 0;
  /** A stroke waiting for others of the same look: gridlines become one element. */
  private pending: { data: string; attributes: string } | null = null;

  constructor(
    private readonly idPrefix: string,
    private readonly measurer: TextMeasurer,
  ) {}

  save(): void {
    this.groups.push(0);
  }

  restore(): void {
    const opened = this.groups.pop() ?? 0;
    if (opened > 0) this.push('</g>'.repeat(opened));
  }

  clipPath(path: readonly PathCommand[], rule: FillRule): void {
    const id = `${this.idPrefix}-clip-${++this.clips}`;
    const clipRule = rule === 'evenodd' ? ' clip-rule="evenodd"' : '';
    this.push(
      `<clipPath id="${id}"><path d="${pathData(path)}"${clipRule}/></clipPath><g clip-path="url(#${id})">`,
    );
    const level = this.groups.length - 1;
    this.groups[level] = (this.groups[level] ?? 0) + 1;
  }

  fillPath(path: readonly PathCommand[], fill: { color: string; rule: FillRule }): void {
    const fillRule = fill.rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    this.push(`<path d="${pathData(path)}" fill="${fill.color}"${fillRule}/>`);
  }

  strokePath(path: readonly PathCommand[], stroke: StrokeStyle): void {
    const attributes = [
      `stroke="${stroke.color}"`,
      stroke.width === 1 ? '' : `stroke-width="${coordinate(stroke.width)}"`,
      stroke.cap === 'butt' ? '' : `stroke-linecap="${stroke.cap}"`,
      stroke.join === 'miter' ? '' : `stroke-linejoin="${stroke.join}"`,
      stroke.join !== 'miter' || stroke.miterLimit === SVG_MITER_LIMIT
        ? ''
        : `stroke-miterlimit="${stroke.miterLimit}"`,
      stroke.dash.length === 0 ? '' : `stroke-dasharray="${stroke.dash.map(coordinate).join(' ')}"`,
      stroke.dashOffset === 0 ? '' : `stroke-dashoffset="${coordinate(stroke.dashOffset)}"`,
    ]
      .filter((attribute) => attribute !== '')
      .join(' ');
    const data = pathData(path);
    if (this.pending?.attributes === attributes) {
      this.pending.data += data;
      return;
    }
    this.flush();
    this.pending = { data, attributes };
  }

  drawText({ text, font, color, x, y, anchor, angle }: TextRun): void {
    const attributes = [
      `x="${coordinate(x)}" y="${coordinate(y)}" font-size="${coordinate(font.size)}" fill="${color}"`,
      font.weight === 400 ? '' : `font-weight="${font.weight}"`,
      font.family === 'text' ? '' : `font-family="${SVG_FAMILIES[font.family]}"`,
      anchor === 'start' ? '' : `text-anchor="${anchor}"`,
      Math.abs(angle) < 0.01 ? '' : `transform="rotate(${[angle, x, y].map(coordinate).join(' ')})"`,
    ];
    const written = attributes.filter((attribute) => attribute !== '').join(' ');
    this.push(`<text ${written}>${escapeXml(text)}</text>`);
  }

  measureText(text: string, font: ChartFont): ChartTextMetrics {
    return this.measurer(text, font);
  }

  /** The whole element, named by `title` for assistive technology. */
  toSvg(size: { width: number; height: number }, title: string, className: string | null): string {
    this.flush();
    const [width, height] = [coordinate(size.width), coordinate(size.height)];
    const id = `${this.idPrefix}-title`;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
      `${className === null ? '' : ` class="${escapeXml(className)}"`} role="img" aria-labelledby="${id}"` +
      ` fill="none" font-family="${SVG_FAMILIES.text}"><title id="${id}">${escapeXml(title)}</title>` +
      `${this.parts.join('')}</svg>`
    );
  }

  private push(part: string): void {
    this.flush();
    this.parts.push(part);
  }

  private flush(): void {
    if (this.pending === null) return;
    const { data, attributes } = this.pending;
    this.pending = null;
    this.parts.push(`<path d="${data}" ${attributes}/>`);
  }
}
