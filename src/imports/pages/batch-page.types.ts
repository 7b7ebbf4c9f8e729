import type { PageLink } from '../../platform/views/page.types.js';
import type { ReportView } from './report.types.js';

/** One batch of the list. */
export interface BatchRowView {
  when: string;
  href: string;
  who: string;
  /** Names of its files. */
  files: string;
  /** « Meta, publications (français) ». */
  profiles: string;
  counts: string;
  state: { label: string; tone: 'good' | 'calm' };
}

/** What was imported. */
export interface BatchesView {
  notice: string | null;
  /** Files of the reader that wait for their word. */
  waiting: PageLink[];
  rows: BatchRowView[];
  older: string | null;
  newer: string | null;
}

/** One file of a batch. */
export interface BatchFileView {
  id: string;
  name: string;
  /** SHA-256 of its bytes. */
  fingerprint: string;
  size: string;
  report: ReportView;
}

/** One batch. */
export interface BatchView {
  heading: string;
  lede: string;
  notice: string | null;
  undone: string | null;
  /** « 12 chiffres attendent leur validation. »; null when none does. */
  standing: { text: string; link: PageLink | null } | null;
  files: BatchFileView[];
  csv: string;
  undo: { sentence: string; action: string; submit: string } | null;
  /** Why it cannot be taken back. */
  obstacle: { title: string; lines: string[] } | null;
}
