/** Consecutive whole numbers, both ends included. */
export interface NumberRange {
  first: number;
  last: number;
}

/** Many identifiers in few characters: `3-5,9` for 9, 3, 4 and 5. Empty for none. */
export function writeRanges(numbers: readonly number[]): string {
  const ranges: NumberRange[] = [];
  const isAscending = numbers.every((number, place) => place === 0 || number > Number(numbers[place - 1]));
  const ascending = isAscending ? numbers : [...new Set(numbers)].toSorted((one, other) => one - other);
  for (const number of ascending) {
    const current = ranges.at(-1);
    if (current !== undefined && current.last + 1 === number) current.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** Reads what `writeRanges` wrote; what is written otherwise is left out. */
export function readRanges(text: string): NumberRange[] {
  return text.split(',').flatMap((part) => {
    const match = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(part);
    if (match?.[1] === undefined) return [];
    const first = Number.parseInt(match[1], 10);
    return [{ first, last: match[2] === undefined ? first : Number.parseInt(match[2], 10) }];
  });
}
