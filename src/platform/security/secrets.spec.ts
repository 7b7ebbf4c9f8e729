import fc from 'fast-check';
import { SecretKeys } from './secret-keys.js';
import { hashOfSecret, looksLikeSecret, newSecret, sameText } from './secrets.js';

describe('opaque secrets', () => {
  it('are new each time, of 256 bits, in letters that links carry', () => {
    const secrets = Array.from({ length: 1_000 }, newSecret);
    expect(new Set(secrets).size).toBe(1_000);
    expect(secrets.every(looksLikeSecret)).toBe(true);
    expect(secrets.every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
  });

  it('are recognised by their shape alone', () => {
    const secret = newSecret();
    for (const text of [
      '',
      secret.slice(1),
      `${secret}A`,
      `${secret}\n`,
      ` ${secret}`,
      `${secret.slice(1)}=`,
    ]) {
      expect([text, looksLikeSecret(text)]).toEqual([text, false]);
    }
  });

  it('are kept as SHA-256', () => {
    expect(hashOfSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('are compared whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(sameText(one, other)).toBe(one === other);
        expect(sameText(one, one)).toBe(true);
      }),
    );
    expect(sameText('é', 'ee')).toBe(false);
  });
});

describe('keys derived from SECRET_KEY', () => {
  const keys = new SecretKeys({ secretKey: 'k'.repeat(32) });
  const others = new SecretKeys({ secretKey: 'z'.repeat(32) });

  it('sign the same for one use and one installation only', () => {
    const mac = keys.mac('csrf', 'session');
    expect(mac).toMatch(/^[0-9a-f]{64}$/);
    expect(keys.mac('csrf', 'session')).toBe(mac);
    expect(
      new Set([mac, keys.mac('audit', 'session'), keys.mac('csrf', 'x'), others.mac('csrf', 'session')]).size,
    ).toBe(4);
  });

  it('give back what they sealed, whatever it is, and never twice the same seal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [one, other] = [keys.seal('totp', text), keys.seal('totp', text)];
        expect(one).not.toBe(other);
        expect([keys.open('totp', one), keys.open('totp', other)]).toEqual([text, text]);
      }),
    );
  });

  it('open nothing of another use, of another installation, or altered', () => {
    const sealed = keys.seal('totp', 'JBSWY3DPEHPK3PXP');
    expect(keys.open('mail', sealed)).toBeNull();
    expect(others.open('totp', sealed)).toBeNull();
    const bytes = Buffer.from(sealed, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
      expect([index, keys.open('totp', altered.toString('base64url'))]).toEqual([index, null]);
    }
    for (const text of ['', 'x', sealed.slice(0, 30), bytes.subarray(0, 27).toString('base64url')]) {
      expect(keys.open('totp', text)).toBeNull();
    }
  });
});
