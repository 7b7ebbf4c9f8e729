import { encode } from 'uqr';
import { escapeHtml } from '../../platform/views/html.js';

/** ISO/IEC 18004 asks for four clear modules on each side. */
const QUIET_MODULES = 4;

/**
 * A QR code as inline SVG, in one path: black on its own white ground, whatever the colours around it, because
 * cameras read nothing else well.
 *
 * @param label what it is, for those who do not see it.
 */
export function qrSvg(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const title = escapeHtml(label);
  return (
    `<svg class="qr-code" viewBox="0 0 ${size} ${size}" width="${size * 4}" height="${size * 4}" role="img" aria-label="${title}" shape-rendering="crispEdges">` +
    `<title>${title}</title><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${pathOf(data)}"/></svg>`
  );
}

/** Each run of dark modules of a row as one rectangle: `M4 4h7v1h-7z`. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => runsOf(row).map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`))
    .join('');
}

function runsOf(row: readonly boolean[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last.start + last.length === x) last.length += 1;
    else runs.push({ start: x, length: 1 });
  });
  return runs;
}
