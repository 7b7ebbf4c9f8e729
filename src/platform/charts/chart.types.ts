/**
 * A chart as data: what it says, not how it is drawn. The browser, the page's SVG and the PDF are all drawn from this
 * one description, so they cannot disagree. Everything here is serialisable JSON: it travels in the page.
 */
interface ChartBase {
  /** Unique in its page: anchors, table and canvas are named after it. ASCII kebab-case. */
  id: string;
  /** Message title: says the finding, « Près de 400 ambassadeurs ». */
  title: string;
  /** The measure: « Engagement direct, en nombre de personnes ». */
  subtitle: string;
  /** One or two French sentences with every value: the accessible name. */
  sentence: string;
  source: string | null;
  table: ChartTable;
}

export interface ChartTable {
  caption: string;
  columns: { label: string; numeric: boolean }[];
  /** Formatted cells; the first of each row is its header. */
  rows: string[][];
}

/** A dated event: a thin line across the plot, keyed below it in words. */
export interface ChartEvent {
  /** The letter that keys it. */
  mark: string;
  /** Where it stands: in points of a line from 0, in months of a timeline. */
  at: number;
  /** « 17 mars : premier confinement ». */
  label: string;
}

/** Where a mark's value is uncertain, that end is hatched: « plus de » upwards, « près de » downwards, « environ » both. */
export type UncertainEnd = 'none' | 'upper' | 'lower' | 'both';

/** Horizontal bars from a zero baseline: at most three colours, values written at the ends. */
export interface BarChart extends ChartBase {
  kind: 'bars';
  /** Axis number format: plain counts or percentages. */
  unit: 'count' | 'percent';
  bars: {
    label: string;
    value: number;
    /** As written at the end of the bar: « près de 400 ». */
    text: string;
    tone: 'main' | 'part' | 'watch' | 'muted';
    uncertain: UncertainEnd;
    /** Of « jusqu’à 380 », as far as is known for certain, 0 or more: all the rest of the bar is hatched. */
    certain?: number;
    /** Outlined mark of this bar's target, when it has one. */
    target: { value: number; text: string } | null;
  }[];
  /** A dashed line across all the bars, `{ value: 100, label: 'cible' }`. */
  reference: { value: number; label: string } | null;
}

/** Values through time: one to four lines in three colours; a null value is a gap, never a zero. */
export interface LineChart extends ChartBase {
  kind: 'line';
  unit: 'count' | 'percent';
  /** Short labels of the points: « janv. ». */
  labels: string[];
  series: {
    label: string;
    /** The year, the one before, the way that was expected and the level aimed at. */
    style: 'main' | 'previous' | 'expected' | 'target';
    points: ({ value: number; text: string; provisional: boolean } | null)[];
  }[];
  events?: ChartEvent[];
}

/** The year in operations: spans of days at the precision known, in a year of twelve months. */
export interface TimelineChart extends ChartBase {
  kind: 'timeline';
  year: number;
  /** Short names of the months drawn; January to December when they are not given. */
  months?: string[];
  spans: {
    label: string;
    /** Position in months from the first one drawn: 0 to 12 of a civil year, null when the date is unknown (only its text is written). */
    from: number | null;
    to: number | null;
    /** « 450 visiteurs », « remise en question ». */
    text: string;
    /** In fewer words, « 571 visiteurs », where the others would be cut. */
    shortText?: string;
    tone: 'done' | 'highlight' | 'ongoing' | 'hatched' | 'muted';
    /** No known end: the bar fades out as an arrow. */
    openEnd: boolean;
  }[];
  events?: ChartEvent[];
}

export type ChartDescription = BarChart | LineChart | TimelineChart;
