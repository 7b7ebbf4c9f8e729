import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'copil_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_BYTES = 32;
/** 62^43 exceeds 2^256. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/** Bytes as digits of base 62, padded to a fixed length: long division, because 256 bits fit no number. */
function base62(bytes: Buffer, length: number): string {
  const rest = [...bytes];
  let text = '';
  for (let digit = 0; digit < length; digit += 1) {
    let remainder = 0;
    for (const [index, byte] of rest.entries()) {
      const value = remainder * 256 + byte;
      rest[index] = Math.floor(value / 62);
      remainder = value % 62;
    }
    text = ALPHABET.charAt(remainder) + text;
  }
  return text;
}

/** Tells a mistyped or cut token from a revoked one, and lets scanners of leaked secrets recognise ours. */
const checksum = (secret: string): string =>
  base62(createHash('sha256').update(`${PREFIX}${secret}`).digest().subarray(0, 8), CHECKSUM_LENGTH);

/** A new token: 256 random bits and their checksum. */
export function newToken(): string {
  const secret = base62(randomBytes(SECRET_BYTES), SECRET_LENGTH);
  return `${PREFIX}${secret}${checksum(secret)}`;
}

/** The text has the shape and the checksum of a token: nothing else is worth a look in the database. */
export function looksLikeToken(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const body = text.slice(PREFIX.length);
  return checksum(body.slice(0, SECRET_LENGTH)) === body.slice(SECRET_LENGTH);
}

/** What the database keeps of a token. A fast hash is enough: 256 random bits cannot be guessed. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
