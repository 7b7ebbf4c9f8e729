/** Gives the width of a line, with its font already chosen. */
type WidthOf = (text: string) => number;

/** What is kept before « … »: no dangling punctuation, and no number cut short (« 130 00… » would be another number). */
function trimCut(characters: readonly string[], length: number): string {
  const kept = characters.slice(0, length).join('');
  const rest = characters.slice(length).join('');
  const cutsNumber = /\d[\u202f\u00a0,.]?$/u.test(kept) && /^[\u202f\u00a0,.]?\d/u.test(rest);
  const whole = cutsNumber ? kept.replace(/\d[\d\u202f\u00a0,.]*$/u, '') : kept;
  return whole.replace(/[\s,;:'’«(–-]+$/u, '');
}

/** Cuts a line to a width, ending it with « … ». Never cuts between an accent and its letter. */
export function ellipsize(text: string, maxWidth: number, widthOf: WidthOf): string {
  if (widthOf(text) <= maxWidth) return text;
  const characters = [...text.normalize('NFC')];
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const fits = widthOf(`${characters.slice(0, middle).join('').trimEnd()}…`) <= maxWidth;
    if (fits) low = middle;
    else high = middle - 1;
  }
  return `${trimCut(characters, low)}…`;
}

/** Breaks at plain spaces only: no-break spaces hold « 130 000 » and « Oh my Lot ! » together. */
function words(text: string): string[] {
  return text.split(/[ \t\r\n]+/).filter((word) => word !== '');
}

/** The break into two lines whose longer line is the shortest, when both fit. */
function balancedPair(parts: readonly string[], maxWidth: number, widthOf: WidthOf): string[] | null {
  let best: { lines: string[]; width: number } | null = null;
  for (let index = 1; index < parts.length; index++) {
    const lines = [parts.slice(0, index).join(' '), parts.slice(index).join(' ')];
    const width = Math.max(...lines.map(widthOf));
    if (width <= maxWidth && (best === null || width < best.width)) best = { lines, width };
  }
  return best?.lines ?? null;
}

/** Sets a label on one or two balanced lines; what is too long even so is cut with « … ». */
export function fitLabel(text: string, maxWidth: number, maxLines: 1 | 2, widthOf: WidthOf): string[] {
  const parts = words(text);
  const line = parts.join(' ');
  if (maxLines === 1 || parts.length < 2 || widthOf(line) <= maxWidth)
    return [ellipsize(line, maxWidth, widthOf)];
  const pair = balancedPair(parts, maxWidth, widthOf);
  if (pair) return pair;
  let taken = 1;
  while (taken < parts.length - 1 && widthOf(parts.slice(0, taken + 1).join(' ')) <= maxWidth) taken++;
  const lines = [parts.slice(0, taken).join(' '), parts.slice(taken).join(' ')];
  return lines.map((part) => ellipsize(part, maxWidth, widthOf));
}
