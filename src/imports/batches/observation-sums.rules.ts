import { sumAmounts, toAmount } from '../../kernel/figure.rules.js';
import type { Absence, Quantity } from '../../kernel/figure.types.js';
import { each, type LongWork } from '../../kernel/long-work.rules.js';
import type { Observation } from '../interpretation.types.js';
import type { KnownItem } from './batch.types.js';

/** Where an observation stands: all that its parts must share to add up. */
type Place = Pick<
  Observation,
  'indicator' | 'campaign' | 'territory' | 'channel' | 'organisation' | 'periodStart' | 'periodEnd'
>;

/** The text of a place. Codes hold no line break. */
const placeOf = (place: Place): string =>
  [
    place.indicator,
    place.campaign,
    place.territory,
    place.channel,
    place.organisation,
    place.periodStart,
    place.periodEnd,
  ].join('\n');

type Told = Pick<Observation, 'quantity' | 'absence'>;

/**
 * What parts come to: their sum, by the rule of sums; at least that, when the value of one of them is not known; the first
 * reason of absence when none is. Null when no number holds it.
 */
export function sumOf(parts: readonly Told[]): Told | null {
  const exact = exactSumOf(parts);
  if (exact !== null) return exact;
  const known = parts.flatMap(({ quantity }) => (quantity === null ? [] : [toAmount(quantity)]));
  if (known.length === 0) return { quantity: null, absence: firstAbsence(parts) };
  const sum = sumAmounts(known);
  if (sum === null) return null;
  const { value, valueMax, qualifier } = sum;
  const isPartial = known.length < parts.length && qualifier === 'exact';
  return { quantity: { value, valueMax, qualifier: isPartial ? 'at_least' : qualifier }, absence: null };
}

/** Nearly all files say exact values only: their sum needs none of the arithmetic of intervals. Null for any other. */
function exactSumOf(parts: readonly Told[]): Told | null {
  let [value, known] = [0, 0];
  for (const { quantity } of parts) {
    if (quantity === null) continue;
    if (quantity.qualifier !== 'exact' || quantity.valueMax !== null) return null;
    value += quantity.value;
    known += 1;
    if (!Number.isSafeInteger(value)) return null;
  }
  const qualifier = known < parts.length ? 'at_least' : 'exact';
  return known === 0 ? null : { quantity: { value, valueMax: null, qualifier }, absence: null };
}

const firstAbsence = (parts: readonly Told[]): Absence | null =>
  parts.find(({ absence }) => absence !== null)?.absence ?? null;

/** Rows that add up, one for each place, in the order in which places are first told. Null for a sum that no number holds. */
export function* summedRows(observations: readonly Observation[]): LongWork<(Observation | null)[]> {
  const groups = new Map<string, Observation[]>();
  yield* each(observations, (observation) => {
    const place = placeOf(observation);
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [observation]);
    else group.push(observation);
  });
  const sums: (Observation | null)[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    const sum = sumOf(group);
    if (first === undefined || sum === null) sums.push(null);
    else sums.push(group.length === 1 ? first : { ...first, ...sum, note: commonNote(group) });
    yield;
  }
  return sums;
}

/** A note said of one row only is not said of their sum. */
const commonNote = (group: readonly Observation[]): string | null => {
  const [first] = group;
  return first !== undefined && group.every(({ note }) => note === first.note) ? first.note : null;
};

const itemOf = ({ item, indicator }: { item: string | null; indicator: string }): string =>
  `${indicator}\n${item}`;

const samePlace = (one: Place, other: Place): boolean =>
  one.indicator === other.indicator &&
  one.campaign === other.campaign &&
  one.territory === other.territory &&
  one.channel === other.channel &&
  one.organisation === other.organisation &&
  one.periodStart === other.periodStart &&
  one.periodEnd === other.periodEnd;

const sameQuantity = (one: Quantity | null, other: Quantity | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.value === other.value &&
    one.valueMax === other.valueMax &&
    one.qualifier === other.qualifier);

/** What a file's items come to, beside those that were known. */
export interface ItemSums {
  /** One for each place that the file speaks of, or that one of its items leaves. */
  sums: (Observation | null)[];
  /** Items that say something else than was known: what is to be kept. */
  changed: Observation[];
}

/** What is known at one place once a file is read. */
interface TouchedPlace {
  /** Something that the file says of it, or of an item that left it. */
  example: Observation;
  parts: Told[];
}

/**
 * Adds up items by place: those of the file take the place of what was known of them, the others stay. Told twice in one
 * file, an item is what is told last.
 */
export function* itemSums(
  observations: readonly Observation[],
  known: readonly KnownItem[],
): LongWork<ItemSums> {
  const told = new Map<string, Observation>();
  yield* each(observations, (one) => told.set(itemOf(one), one));
  const before = new Map<string, KnownItem>();
  yield* each(known, (one) => before.set(itemOf(one), one));
  const touched = new Map<string, TouchedPlace>();
  const touch = (place: Place, example: () => Observation): TouchedPlace => {
    const name = placeOf(place);
    const present = touched.get(name) ?? { example: example(), parts: [] };
    touched.set(name, present);
    return present;
  };
  const changed: Observation[] = [];
  const places: TouchedPlace[] = [];
  yield* each(told, ([key, one]) => {
    places.push(touch(one, () => one));
    const former = before.get(key);
    const hasMoved = former !== undefined && !samePlace(former, one);
    if (hasMoved) touch(former, () => ({ ...one, ...former, note: null }));
    const isSame =
      former !== undefined &&
      !hasMoved &&
      former.absence === one.absence &&
      sameQuantity(former.quantity, one.quantity);
    if (!isSame) changed.push(one);
  });
  yield* each(before, ([key, one]) => {
    if (!told.has(key)) touched.get(placeOf(one))?.parts.push(one);
  });
  let next = 0;
  yield* each(told.values(), (one) => places[next++]?.parts.push(one));
  const sums: (Observation | null)[] = [];
  for (const { example, parts } of touched.values()) {
    // Its last item went elsewhere: what is known there comes to nothing.
    const sum = parts.length === 0 ? NOTHING_LEFT : sumOf(parts);
    sums.push(sum === null ? null : { ...example, ...sum, item: null, note: null });
    yield;
  }
  return { sums, changed };
}

const NOTHING_LEFT: Told = { quantity: { value: 0, valueMax: null, qualifier: 'exact' }, absence: null };
