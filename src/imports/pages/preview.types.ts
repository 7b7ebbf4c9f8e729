import type { FieldView } from '../../platform/forms/form.types.js';
import type { PageLink } from '../../platform/views/page.types.js';
import type { Shape } from '../../platform/views/icons.js';
import type { ReportView } from './report.types.js';

/** A column of numbers, and what it counts. */
export interface ValueColumnView {
  /** « Deuxième nombre »; null when it is alone. */
  legend: string | null;
  fields: FieldView[];
  /** To describe an indicator that does not exist yet; null for whoever may create none. */
  creation: { isOpen: boolean; fields: FieldView[] } | null;
}

/** Which column is what, of a file that nothing recognises. */
export interface AssistantView {
  /** « 5 lignes sous l’en-tête de la ligne 1. »; how many look like totals. */
  lede: string;
  /** The first cells of each column. */
  columns: { header: string; examples: string; isPersonal: boolean }[];
  /** « Colonnes de livraisons.csv ». */
  label: string;
  date: FieldView[];
  /** Where no column says the date. */
  period: FieldView[];
  values: ValueColumnView[];
  /** By header, in JSON, what a new indicator could be called. */
  proposals: string;
  fields: FieldView[];
  /** Whether it is folded: its columns were chosen already. */
  isChosen: boolean;
}

/** One file of a draft. */
export interface PreviewFileView {
  id: number;
  name: string;
  /** « 3 ko ». */
  size: string;
  state: { label: string; tone: 'good' | 'watch' | 'late' | 'calm'; shape: Shape };
  /** Why nothing of it is imported; null when something may be. */
  refusal: string | null;
  report: ReportView | null;
  /** The batch that brought the same bytes before. */
  sameAs: PageLink | null;
  /** Without an answer to these, nothing is imported. */
  questions: FieldView[];
  /** To which period the file relates, when nothing in it says it; null when it is not asked. */
  period: { fields: FieldView[]; isSaid: boolean } | null;
  /** What is taken when nobody chooses otherwise. */
  choices: FieldView[];
  assistant: AssistantView | null;
}

/** What would become of files. */
export interface PreviewView {
  lede: string;
  notice: { text: string; tone: 'good' | 'watch' } | null;
  /** What to correct in what was sent. */
  problems: { text: string; href: string | null }[];
  actions: { answer: string; apply: string; remove: string; discard: string };
  files: PreviewFileView[];
  /** Whether what these files need and does not exist yet is created. */
  creation: FieldView[];
  /** What becomes of the totals that the files detail. */
  totals: FieldView[];
  foot: {
    /** Why nothing is imported yet, or what is. */
    sentence: string;
    link: PageLink | null;
    /** « Importer 12 chiffres »; null when there is nothing to import. */
    submit: string | null;
  };
}

/** Where files are dropped. */
export interface DropView {
  action: string;
  problem: string | null;
  /** Told to whoever drops: in bytes. */
  limits: { bytes: number; files: number };
}
