/** The first bytes of texts that were not written in one byte a character. */
const WIDE = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const HEAD = 4_096;
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
const MARKUP = /<(?:!doctype|html|head|body|svg|script|iframe|\?xml|\?php)/i;
const SCRIPT = /^(?:#!|@echo\b|<job\b|powershell\b|\$ErrorActionPreference\b)/i;
const HEADER_LINE = /^[!-9;-~]{1,76}:/;
const KNOWN_HEADER =
  /^(?:from|to|cc|subject|date|received|message-id|mime-version|return-path|content-type|de|objet):/i;

/** The text of a content, in UTF-8, UTF-16 or one byte a character; null for what is not text. */
function textOf(content: Uint8Array): string | null {
  const wide = WIDE.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  if (wide !== undefined) return new TextDecoder(wide.encoding).decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    // Excel in French writes windows-1252 still.
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** What a text is: a message with its headers, a page or a script in disguise, or plain text. */
export function textKind(content: Uint8Array): 'email' | 'text' | 'markup' | 'script' | 'unknown' {
  const text = textOf(content);
  if (text === null || CONTROL.test(text)) return 'unknown';
  const head = text.slice(0, HEAD).trimStart();
  if (head === '') return 'unknown';
  if (isMessage(head)) return 'email';
  if (SCRIPT.test(head)) return 'script';
  return MARKUP.test(head) ? 'markup' : 'text';
}

/** Two headers at least that messages have, before anything else. */
function isMessage(head: string): boolean {
  const lines = head.split(/\r?\n/);
  const blank = lines.indexOf('');
  const headers = lines.slice(0, blank === -1 ? lines.length : blank);
  // The last line of a cut head may be cut, too; a folded line begins with a space.
  const whole = blank === -1 ? headers.slice(0, -1) : headers;
  if (!whole.every((line) => HEADER_LINE.test(line) || /^[ \t]/.test(line))) return false;
  return (
    new Set(
      whole.filter((line) => KNOWN_HEADER.test(line)).map((line) => line.split(':', 1)[0]?.toLowerCase()),
    ).size >= 2
  );
}
