import type { PageLink } from '../../platform/views/page.types.js';

/** One person who may be reminded of what an owner owes. */
export interface RemindedPersonView {
  id: number;
  name: string;
  /** « Rappel envoyé le 3 octobre 2020 à 9 h 12 », why it did not leave, « Ne souhaite pas de rappel »; empty otherwise. */
  told: string;
  canRemind: boolean;
}

/** What one owner owes, together. */
export interface OwnerRowView {
  name: string;
  /** « Prêt à 78 % : 6 chiffres manquent ». */
  words: string;
  percent: number;
  people: RemindedPersonView[];
  /** Makes a coupon for this organisation and month; null where none is of use. */
  coupon: string | null;
}

/** One figure that is still owed, late ones first. */
export interface OwedRowView {
  indicator: string;
  about: string;
  /** « septembre 2020 »; empty on the page of a month. */
  period: string;
  owner: string;
  due: string;
  state: { label: string; tone: 'good' | 'watch' | 'late' | 'calm' };
  /** Where it is given. */
  href: string;
}

/** Who owes what by when, of a month or of an exercice. */
export interface FollowUpView {
  heading: string;
  /** « Prêt à 78 % : 6 chiffres, 2 sources manquent ». */
  summary: string;
  percent: number | null;
  notice: string | null;
  /** Which reminders did not leave; null when none is missing. */
  unsent: string | null;
  /** The month before, the month after, the exercice… */
  links: PageLink[];
  owners: OwnerRowView[];
  owed: OwedRowView[];
  /** What stands in place of the list when nothing is owed: all was given, or nothing was awaited. */
  nothingOwed: string;
  /** How many more are owed than the list shows; empty when it shows them all. */
  more: string;
  /** What the buttons of reminders carry; null in an exercice, and where no mail leaves. */
  month: string | null;
}
