/** Pages whose text a team may write. */
export const LEGAL_TEXT_PAGES = ['notices', 'privacy'] as const;
export type LegalTextPage = (typeof LEGAL_TEXT_PAGES)[number];

/** A run of words, or a link. */
export interface TextSpan {
  text: string;
  href: string | null;
}

/** One block of a text, its lines kept. */
export type TextBlock =
  | { kind: 'heading'; spans: TextSpan[] }
  | { kind: 'paragraph'; lines: TextSpan[][] }
  | { kind: 'list'; items: TextSpan[][] };
