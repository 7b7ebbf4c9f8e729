const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Text into HTML. What is no text, a forgotten null first of all, is refused: a page never says « undefined ». */
export function escapeHtml(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') throw new TypeError(`a page can only write text, not ${String(value)}`);
  return value.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}
