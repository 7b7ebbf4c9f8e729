import type { FormView } from '../../platform/forms/form.types.js';
import type { PageLink } from '../../platform/views/page.types.js';

/** A doubt about a figure, and why it is right all the same when somebody said so. */
export interface ReviewWarningView {
  message: string;
  /** « Confirmé par Marie Dupont le 4 décembre 2020 à 9 h 02 : recomptage »; null while nobody explained it. */
  confirmation: string | null;
}

/** One figure that waits. */
export interface ReviewItemView {
  /** Of its element, and of the ids of what it holds. */
  anchor: string;
  indicator: string;
  /** « Figeac », « Facebook », « CCI du Lot »: what part of the whole it is about. */
  about: string;
  period: string;
  /** For the names of its buttons: « Spots partagés, juin 2020 ». */
  label: string;
  /** What counts until then, in words; null when nothing does. */
  before: string | null;
  after: string;
  /** « provisoire », « sera marqué révisé ». */
  marks: string[];
  /** « Source », « Remarque », « Motif »: what was said with it. */
  facts: { label: string; value: string }[];
  /** « Envoyé le 4 décembre 2020 à 9 h 02 par Marie Dupont ». */
  recorded: string;
  /** Its history, its proofs, its last values; null for days that no grid shows. */
  sheet: string | null;
  warnings: ReviewWarningView[];
  evidence: PageLink[];
  /** Why this reader may not validate it, though they validate others. */
  heldBack: string | null;
  /** What its buttons send; null for whoever may not decide. */
  decide: { items: string; next: string; correction: FormView; isOpen: boolean } | null;
}

/** The figures of one operation. */
export interface ReviewGroupView {
  id: string;
  name: string;
  href: string | null;
  items: ReviewItemView[];
}

/** A figure that went back to its author. */
export interface ReturnedView {
  label: string;
  about: string;
  value: string;
  reason: string;
  /** « Renvoyé le 4 décembre 2020 à 9 h 02 par Anne Roux ; attend Marie Dupont ». */
  returned: string;
  sheet: string | null;
}

export interface ReviewView {
  lede: string;
  notice: { text: string; lines: string[]; tone: 'good' | 'watch' } | null;
  filters: {
    campaigns: { value: string; label: string; selected: boolean }[];
    organisations: { value: string; label: string; selected: boolean }[];
    isFiltered: boolean;
  };
  groups: ReviewGroupView[];
  /** Shown when nothing waits. */
  empty: string;
  /** Everything on the page that nothing speaks against; null when there is nothing, or when the reader may not decide. */
  bulk: { items: string; label: string } | null;
  /** Where forms are sent, with the filters and the page. */
  actions: { validate: string };
  pages: { before: string | null; after: string | null };
  returned: ReturnedView[];
  returnedMore: string | null;
  drafts: string | null;
  mayDecide: boolean;
}
