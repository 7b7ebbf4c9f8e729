import type { FormView } from '../../platform/forms/form.types.js';
import type { Doubt } from '../checks/checks.types.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { SliceNames } from '../plan/slice-names.service.js';
import type { Coupon } from './coupon.types.js';

/** One figure that a coupon asks for, with what helps to give it. */
export interface AskedFigure {
  row: ExpectedFigure;
  /** What was said of the month before and of the same month a year before; null when nothing was. */
  before: ExpectedFigure | null;
  yearBefore: ExpectedFigure | null;
}

/** All that a coupon opens. */
export interface CouponSheet {
  coupon: Coupon;
  period: EntryPeriod;
  names: SliceNames;
  figures: readonly AskedFigure[];
  programmeName: string;
  /** Whom to ask: « le Département du Lot ». */
  carriedBy: string;
  /** Where the figures come from, as their giver said; empty before. */
  source: string;
  /** What surprises in what was given, by number of measurement. */
  doubts: ReadonlyMap<number, readonly ShownDoubt[]>;
}

/** What surprises in a figure given by a coupon. */
export interface ShownDoubt extends Doubt {
  /** What was said of it by a coupon; null while nobody explained it. */
  explained: string | null;
}

/** What a partner sends: as it was typed, by the keys of rows. */
export interface CouponAnswer {
  action: 'send' | 'nothing' | 'nothing_confirmed';
  typed: ReadonlyMap<string, string>;
  /** The versions from which they started. */
  versions: ReadonlyMap<string, number>;
  source: string;
}

/** What became of an answer. */
export interface AnswerOutcome {
  /** How many figures are kept now that were not before, or say something else. */
  saved: number;
  /** What is to be corrected, by key of row; an empty key for the whole. */
  issues: ReadonlyMap<string, string>;
  /** Versions to start from, where somebody else changed a figure. */
  versions: ReadonlyMap<string, number>;
}

/** What was sent and is to be corrected, or confirmed. */
export interface AnswerShown {
  answer: CouponAnswer;
  title: string;
  /** By key of row; an empty key, or `source`, for what is no row. */
  issues: ReadonlyMap<string, string>;
  /** Versions to start from, where they are not those that stand now. */
  versions: ReadonlyMap<string, number>;
  status: 409 | 422;
}

/** One field of the page. */
export interface AskedFieldView {
  id: string;
  name: string;
  versionName: string;
  version: string;
  label: string;
  about: string;
  symbol: string;
  definition: string | null;
  /** « Septembre 2019 : 320 spots ». */
  hints: string[];
  typed: string;
  /** « Reçu : plus de 13 000 vues »; empty before. */
  received: string;
  /** Empty where what was received is told above. */
  doubts: DoubtView[];
  /** Why it was sent back. */
  returned: string | null;
  error: string | null;
  describedBy: string;
}

/** What surprises in a figure. */
export interface DoubtView {
  message: string;
  /** Why it is right all the same, as they said it; null while it is to be said. */
  explained: string | null;
}

/** One figure that is told in words: received, or not to be changed any more. */
export interface ToldFigureView {
  label: string;
  words: string;
  doubts: DoubtView[];
}

/** The page of a coupon. */
export interface CouponPageView {
  programme: string;
  organisation: string;
  month: string;
  until: string;
  contact: string;
  action: string;
  thanks: { title: string; figures: ToldFigureView[] } | null;
  problem: FormView['problem'];
  /** The lines that would be noted without data, to be confirmed. */
  confirmation: string[] | null;
  fields: AskedFieldView[];
  /** Validated, or given day by day: shown, not to be changed here. */
  settled: ToldFigureView[];
  source: { value: string; error: string | null };
  canSayNothing: boolean;
  /** Whether some figure may have decimals. */
  hasDecimals: boolean;
}

/** The page of a coupon that does not open any more. */
export interface ClosedCouponView {
  heading: string;
  text: string;
  contact: string;
}
