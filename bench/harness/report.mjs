/** The middle value: one slow round, on a shared machine, does not move it. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Four significant digits are more than a shared machine can promise. */
const digits = (value) => Number(value.toPrecision(4)).toString();

/** Prints one figure of the bench: name, median of its rounds, unit, smallest and largest, parted by tabulations. */
export function report(name, rounds, unit) {
  const values = [median(rounds), Math.min(...rounds), Math.max(...rounds)].map(digits);
  process.stdout.write(`${[name, values[0], unit, values[1], values[2]].join('\t')}\n`);
}

/** Says what is compared, beside the figures and not among them. */
export function explain(sentence) {
  process.stderr.write(`# ${sentence}\n`);
}
