/** Everything below the space but tab and line ends, and what no text holds: NUL stops PostgreSQL, half a surrogate pair is no character. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Why a text cannot be kept as it is, or null when it can: what people write is never trimmed, never normalised. */
export function textDefect(text: string): { code: string; message: string } | null {
  if (!text.isWellFormed()) {
    return {
      code: 'malformed_text',
      message: 'Ce texte contient un demi-caractère (suite UTF-16 coupée) : renvoyez-le en UTF-8.',
    };
  }
  if (CONTROL.test(text)) {
    return {
      code: 'control_character',
      message: 'Ce texte contient un caractère de commande invisible : retirez-le.',
    };
  }
  return null;
}
