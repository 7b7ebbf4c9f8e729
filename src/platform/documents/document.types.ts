import type { ChartDescription } from '../charts/chart.types.js';

/**
 * A printed document as data. The renderer turns it into a tagged PDF; nothing here knows pdfkit.
 * `RichText` allows **bold** and ^superscript^; French spacing is applied by the renderer.
 */
export type RichText = string;

export type Block =
  /** Overline, title and lead of a section come from the section itself. Level 2 headings are bookmarked. */
  | { kind: 'heading'; level: 2 | 3; text: RichText }
  /** A note stays with what it is under; a paragraph that `leads` stays with what it introduces. */
  | { kind: 'paragraph'; text: RichText; style: 'body' | 'lead' | 'small' | 'note'; leads?: boolean }
  | { kind: 'list'; ordered: boolean; items: RichText[] }
  /** Big figures on the twelve-column grid: rows of tiles, the tile's `span` out of 12. */
  | { kind: 'key-figures'; rows: KeyFigureTile[][] }
  | { kind: 'table'; title: RichText | null; table: TableBlock }
  /**
   * `height` in points; null takes the chart's natural height, which suits the number of its bars or spans.
   * `withTable` prints the chart's numbers as a real table under it.
   */
  | { kind: 'chart'; chart: ChartDescription; height: number | null; withTable: boolean }
  /** Label and value pairs on a tinted ground: the fact column of an operation. */
  | { kind: 'facts'; items: { label: string; value: RichText }[] }
  /** Numbered cards: the objectives. `wine` is one dark strip, which goes to the page's foot at a section's end. */
  | {
      kind: 'numbered-cards';
      title: RichText | null;
      items: RichText[];
      columns: 1 | 2 | 3 | 4;
      tone: 'stone' | 'wine';
    }
  | { kind: 'panel'; tone: 'stone' | 'wine' | 'river'; title: RichText; paragraphs: RichText[] }
  /** Side by side; spans add up to 12. A columns block is not broken across pages unless it is taller than one. */
  | { kind: 'columns'; columns: { span: number; blocks: Block[] }[] }
  /** An internal link: « Voir les six indicateurs, page 3 » (the page number is added by the renderer). */
  | { kind: 'link'; to: string; text: RichText }
  | { kind: 'external-links'; items: { text: RichText; url: string }[] }
  /** Kept on one page when it fits. */
  | { kind: 'together'; blocks: Block[] };

export interface KeyFigureTile {
  span: number;
  /** « plus de », or null. */
  qualifier: string | null;
  /** The number as printed: « 130 000 ». */
  number: string;
  label: RichText;
  /** Where and when: « Les spots du Lot, été ». */
  context: RichText;
  tone: 'river' | 'wine';
  size: 'normal' | 'hero';
}

export interface TableBlock {
  /** What the table holds, for screen readers. */
  summary: string;
  /** `width` is a share of the available width; the first column holds row headers. */
  columns: { label: string; width: number; align: 'left' | 'right' }[];
  rows: TableCell[][];
  /** Closer rows, for one line of numbers each. */
  dense?: boolean;
}
export type TableCell = RichText | { text: RichText; bold?: boolean; muted?: boolean; indent?: boolean };

export interface Section {
  /** Destination of links, ASCII kebab-case. */
  name: string;
  /** Bookmark and table-of-contents title. */
  title: string;
  /** Listed in the cover's short table of contents. */
  listed: boolean;
  /** Its title in the table of contents when it opens several sections: « Les fiches des opérations ». */
  contentsTitle?: string;
  overline: string;
  heading: RichText;
  lead: RichText | null;
  /** False lets a section follow on the same page when it fits (short operation sheets). */
  newPage: boolean;
  blocks: Block[];
  /** Shorter versions of the blocks, for what must stand on one page: the first that does is printed, else the last. */
  shorter?: Block[][];
}

export interface Cover {
  overline: string;
  title: string;
  subtitle: string;
  /** Composition of the committee, as one sentence. */
  members: string;
  /** « Chiffres arrêtés au 16 décembre 2020 ». */
  closing: string;
  /** « Brouillon » when the edition is not published, else null. */
  stamp: string | null;
}

export interface Attachment {
  name: string;
  mediaType: string;
  relationship: 'Data' | 'Source';
  description: string;
  content: string;
}

export interface DocumentData {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  language: 'fr-FR';
  /** Instant printed in the metadata: the data's last change, ISO 8601 UTC. The clock is never read. */
  date: string;
  /** Hex SHA-256 of what the document says: identity of the file. */
  fingerprint: string;
  cover: Cover;
  sections: Section[];
  /** Left foot of each page: « « Oh my Lot ! » · Bilan 2020 ». */
  footer: string;
  attachments: Attachment[];
}

export interface RenderOptions {
  /** PDF/A-1b (without attachments) exists for Debian's preflight checker only. */
  conformance: 'PDF/A-3a' | 'PDF/A-1b';
  /** Off for byte-exact tests: deflate output depends on the zlib build. */
  compress: boolean;
}
