type Defect = readonly [what: string, pattern: RegExp];

/** What no reader should ever see, wherever it is written. */
const NO_VALUES: readonly Defect[] = [
  ['no number', /\b(?:NaN|Infinity|undefined|null)\b|\[object /],
  ['a zero below zero', /(?<![\d\w])[-\u2212]0(?:[.,]0+)?(?![\d.,])/],
];

/** A line may break at an ordinary space; at a wide one, thousands look like two numbers. */
const SPACES: readonly Defect[] = [
  ['a grouped number that breaks', /(?<![\d.,/-])\d{1,3}[ \u00a0\u2009]\d{3}(?![\d.,/-])/],
  ['a sign parted from its word', /(?<=\S) [:;?!%€»]|« /],
  ['a unit against its number', /\d[%€]/],
];

/** A PDF's text has no no-break space left: where one was broken, a line begins or ends with what it held. */
const LINES: readonly Defect[] = [
  ['a sign that begins a line', /^\s*[:;?!%€»]/m],
  ['a guillemet that ends a line', /«\s*$/m],
  // Fonts without the narrow space write « 130 /000 ».
  ['a number cut by a sign', /\d ?\/\d{3}(?!\d)/],
];

const found = (text: string, defects: readonly Defect[]): string[] =>
  defects.flatMap(([what, pattern]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [`${what}: « ${text.slice(Math.max(0, at - 40), at + 40)} »`];
  });

/** What is wrong in texts that bear their own spaces, with the words around it; nothing of clean ones. */
export const defectsOf = (texts: Iterable<string>): string[] =>
  found([...texts].join('\n'), [...NO_VALUES, ...SPACES]);

/** The same of lines that were drawn. */
export const drawnDefectsOf = (text: string): string[] => found(text, [...NO_VALUES, ...LINES]);
