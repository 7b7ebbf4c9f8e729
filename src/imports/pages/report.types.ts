/** One figure that a file changes, as tables show it. */
export interface ChangeView {
  /** « Vues sur les réseaux sociaux ». */
  indicator: string;
  /** « Vidéos des producteurs, Facebook »; empty for the whole programme. */
  about: string;
  period: string;
  /** « plus de 13 000 », « – » where there was nothing. */
  before: string;
  after: string;
  state: { label: string; tone: 'good' | 'watch' | 'late' | 'calm' };
}

/** What a file says and what it changes, as the preview and the batch tell it. */
export interface ReportView {
  /** Name of the file. */
  name: string;
  /** « Meta, publications (français) · UTF-8 · virgule · dates mois/jour/année ». */
  recognised: string;
  rows: string;
  personal: string | null;
  ignored: { column: string; reason: string }[];
  /** « Vues sur les réseaux sociaux », « avril 2020 », « 9 120 ». */
  totals: { indicator: string; period: string; value: string }[];
  counts: string | null;
  changes: ChangeView[];
  /** « et 450 autres »; null when all of them are shown. */
  moreChanges: string | null;
  /** « indicateur « Clics » », « canal « TikTok » ». */
  creates: string[];
  refusals: string[];
  moreRefusals: string | null;
}
