import type { FormView } from '../../platform/forms/form.types.js';

/** One thing that surprises, with its explanation or the form that asks for one. */
export interface DoubtView {
  code: string;
  message: string;
  /** « Confirmé le 2 octobre 2020 à 9 h 12 par Marie Dupont »; empty while it is not. */
  confirmed: string;
  reason: string;
  form: FormView | null;
}

/** One proof. */
export interface ProofView {
  id: string;
  name: string;
  href: string;
  /** « PDF, 120 Ko, joint le 2 octobre 2020 à 9 h 12 par Marie Dupont ». */
  about: string;
  /** Null for whoever may not take it away. */
  removal: FormView | null;
}

/** One that was taken away; for the team only. */
export interface RemovedProofView {
  name: string;
  href: string;
  about: string;
  reason: string;
}

export interface PastValueView {
  period: string;
  amount: string;
  state: string;
}

/** One version, newest first. */
export interface VersionView {
  number: string;
  /** « 35 → 40 », or what it says. */
  what: string;
  /** « En attente de validation, le 2 octobre 2020 à 9 h 12, par Marie Dupont ». */
  who: string;
  reason: string;
}

export interface PanelView {
  back: { label: string; href: string };
  heading: string;
  /** « Les spots du Lot, Cahors »; empty for the whole programme. */
  place: string;
  definition: string;
  /** What the figure says, in words, and its state. */
  said: string;
  state: { label: string; tone: string };
  notice: string | null;
  /** What whoever validates asked its author. */
  toCorrect: string;
  /** « Révisé le 4 mars 2021 : 450 → 463 (recomptage) »; empty while it stands as it was first validated. */
  revision: string;
  /** What was given for a longer period that covers this one. */
  covering: string;
  sheet: FormView;
  doubts: DoubtView[];
  proofs: ProofView[];
  removedProofs: RemovedProofView[];
  /** Null while there is no figure to prove. */
  upload: FormView | null;
  past: PastValueView[];
  versions: VersionView[];
  withdrawal: FormView | null;
}
