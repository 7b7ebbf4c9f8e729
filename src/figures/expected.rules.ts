import { addDays, dayNumber } from '../kernel/calendar.rules.js';
import { doubledValue, toAmount } from '../kernel/figure.rules.js';
import type { Amount, Qualifier, Wording } from '../kernel/figure.types.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { boundOf, roundDivide } from '../kernel/integer-division.rules.js';
import { monthPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { TargetRule } from './figure-input.types.js';
import type { ExpectedView, MonthlyTarget } from './figure-standing.types.js';
import type { TargetPlan } from './target-plan.rules.js';

type Scale = Pick<Wording, 'decimals' | 'symbol' | 'signed'>;

/**
 * Where a figure should stand at the end of a day on the way to its target: the origin before the first day, the target
 * from the last one on. Integers all along; null for the ceiling of a flow, below which nothing is expected.
 */
export function expectedAt(plan: TargetPlan, day: IsoDate, { signed }: Pick<Scale, 'signed'>): Amount | null {
  if (plan.ceiling && plan.course === 'flow') return null;
  const current = plan.pieces.find(({ periodEnd }) => day <= periodEnd);
  const isThere = current === plan.pieces.at(-1) && day === current?.periodEnd;
  if (current === undefined || isThere) return plan.amount;
  const value = valueAt(plan, current, day, (amount) => amount.value);
  const valueMax = valueAt(plan, current, day, (amount) => amount.valueMax ?? amount.value);
  return qualified(plan.amount.qualifier, value, valueMax, signed);
}

/** A part of « près de 400 » is « près de » as well; of nothing, and of an « entre » closed upon itself, no more is said. */
function qualified(qualifier: Qualifier, value: number, valueMax: number, signed: boolean): Amount {
  const isRange = qualifier === 'between' && valueMax > value;
  const isPlain = value === 0 || qualifier === 'between';
  return toAmount(
    isRange
      ? { value, valueMax, qualifier }
      : { value, valueMax: null, qualifier: isPlain ? 'exact' : qualifier },
    { signed },
  );
}

/** @param current the piece that the day belongs to, or that it comes before. */
function valueAt(
  { pieces, course, origin }: TargetPlan,
  current: TargetRule,
  day: IsoDate,
  bound: (amount: Amount) => number,
): number {
  const after = (from: number, { amount }: TargetRule): number =>
    course === 'flow' ? safe(BigInt(from) + BigInt(bound(amount))) : bound(amount);
  // Without an origin, a level is the same from the first day to the last.
  const start =
    origin === null ? bound(current.amount) : pieces.slice(0, pieces.indexOf(current)).reduce(after, origin);
  if (day < current.periodStart) return start;
  return within(current, start, after(start, current), day, course === 'flow' ? start : 0);
}

/** @param shift what milestones of a flow are counted from: those of the second quarter come after the first. */
function within(piece: TargetRule, from: number, to: number, day: IsoDate, shift: number): number {
  if (piece.path === 'stepped') {
    if (day >= piece.periodEnd) return to;
    const passed = piece.steps.findLast(({ on }) => on <= day);
    return passed === undefined ? from : safe(BigInt(shift) + BigInt(passed.value));
  }
  const { start, end } = spanOf(piece);
  if (day < start) return from;
  if (day >= end) return to;
  const [elapsed, total] = [dayNumber(day) - dayNumber(start) + 1, dayNumber(end) - dayNumber(start) + 1];
  return safe(BigInt(from) + roundDivide((BigInt(to) - BigInt(from)) * BigInt(elapsed), BigInt(total)));
}

/** The days over which the way is made: those of the campaign inside the target’s own, or the target’s without any. */
function spanOf({ path, window, periodStart, periodEnd }: TargetRule): ClosedPeriod {
  const whole = { start: periodStart, end: periodEnd };
  if (path !== 'window' || window === null) return whole;
  const start = window.start > periodStart ? window.start : periodStart;
  const end = window.end < periodEnd ? window.end : periodEnd;
  return start > end ? whole : { start, end };
}

/** Between two safe integers there are only safe ones, except where pieces of a flow add up beyond. */
const safe = (value: bigint): number => boundOf(value) ?? Number.MAX_SAFE_INTEGER * (value < 0n ? -1 : 1);

/** How the way goes, when all its pieces say the same. */
export function pathOf({ pieces }: TargetPlan): ExpectedView['path'] {
  const [path, ...others] = new Set(pieces.map((piece) => piece.path));
  return path === undefined || others.length > 0 ? 'linear' : path;
}

/** The same as a figure shows it. */
export function expectedView(plan: TargetPlan, day: IsoDate, wording: Scale): ExpectedView | null {
  const amount = expectedAt(plan, day, wording);
  return amount && { amount, text: formatQuantity(amount, wording).text, path: pathOf(plan) };
}

/** What each month should bring, and where its end should find the figure; a ceiling is the same all along. */
export function monthlyTargets(plan: TargetPlan, months: readonly string[], wording: Scale): MonthlyTarget[] {
  const at = (day: IsoDate): Amount => expectedAt(plan, day, wording) ?? plan.amount;
  return months.map((period) => {
    const { start, end } = monthPeriod(period);
    const expected = at(end);
    const own =
      plan.course === 'flow' && !plan.ceiling ? gainOf(at(addDays(start, -1)), expected, wording) : expected;
    return {
      period,
      expected,
      expectedText: formatQuantity(expected, wording).text,
      own,
      ownText: formatQuantity(own, wording).text,
    };
  });
}

/** What a month adds, at the middle of « entre »: a target of the month is a number to reach. */
function gainOf(before: Amount, after: Amount, { signed }: Pick<Scale, 'signed'>): Amount {
  const gain = roundDivide(doubledValue(after) - doubledValue(before), 2n);
  return toAmount({ value: safe(gain), valueMax: null, qualifier: 'exact' }, { signed });
}
