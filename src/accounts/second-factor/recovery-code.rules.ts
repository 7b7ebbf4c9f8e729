/** Crockford's 32 letters and digits: no I, L, O or U, which are misread or make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What a hand writes for a 0 or a 1. */
const MISREADINGS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Ten characters of five bits: 50 bits of chance. */
export const RECOVERY_CODE_LENGTH = 10;
export const RECOVERY_CODES = 10;
const GROUP = 5;

/** Writes a recovery code, « K7Q2M-9XWTD ». @param bytes ten random bytes. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}`;
}

/** A recovery code as a person types it, in its one spelling; null when the text cannot be one. */
export function readRecoveryCode(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s\u00ad\u2010-\u2015-]/g, '')
    .replace(/[OIL]/g, (letter) => MISREADINGS[letter] ?? letter);
  if (letters.length !== RECOVERY_CODE_LENGTH) return null;
  if (![...letters].every((letter) => ALPHABET.includes(letter))) return null;
  return `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}`;
}

/** The six digits of an authenticator, typed with or without spaces; null when the text cannot be them. */
export function readTotpCode(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** A seed in groups of four, as hands copy it: « WNGH QOEA HOTT ZWXB ». */
export const groupedSeed = (seed: string): string => (seed.match(/.{1,4}/g) ?? []).join(' ');
