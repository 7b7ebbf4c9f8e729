import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CONFIGURATION, type Configuration } from '../config/configuration.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keys derived from SECRET_KEY, one a purpose: what is signed for one use proves nothing for another. */
@Injectable()
export class SecretKeys {
  private readonly derived = new Map<string, Buffer>();

  constructor(@Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'secretKey'>) {}

  /** A keyed hash in hexadecimal, `mac('csrf', session)`: only this installation can make it. */
  mac(purpose: string, text: string): string {
    return createHmac('sha256', this.keyFor(purpose)).update(text).digest('hex');
  }

  /** Encrypts a short text that the server must be able to read again (a second factor's seed). */
  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @returns the text, or null when it was sealed with another SECRET_KEY or altered. */
  open(purpose: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv(CIPHER, this.keyFor(purpose), bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      const text = Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]);
      return text.toString('utf8');
    } catch {
      return null;
    }
  }

  private keyFor(purpose: string): Buffer {
    const known = this.derived.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', this.configuration.secretKey, '', `copil:${purpose}`, 32));
    this.derived.set(purpose, key);
    return key;
  }
}
