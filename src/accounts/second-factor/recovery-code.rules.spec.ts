import { groupedSeed, readRecoveryCode, readTotpCode, writeRecoveryCode } from './recovery-code.rules.js';

describe('Recovery codes', () => {
  it('are ten letters or digits in two groups, five bits each', () => {
    expect(writeRecoveryCode(Uint8Array.from([0, 1, 17, 31, 32, 255, 24, 9, 10, 18]))).toBe('01HZ0-ZR9AJ');
    // A byte is a whole number of turns of the alphabet: no letter comes more often than another.
    const letters = new Set(
      [...writeRecoveryCode(Uint8Array.from(Array.from({ length: 256 }, (_, byte) => byte)))].filter(
        (letter) => letter !== '-',
      ),
    );
    expect(letters.size).toBe(32);
  });

  it('are read as people type them', () => {
    for (const typed of ['01HZ0-ZR9AJ', '01hz0zr9aj', ' oihzO zr9aj ', '0LHZ0–ZR9AJ', '01HZ0 - ZR9AJ']) {
      expect(readRecoveryCode(typed)).toBe('01HZ0-ZR9AJ');
    }
    for (const other of ['', '123456', '01HZ0-ZR9A', '01HZ0-ZR9AJJ', '01HZ0-ZR9AU', '01HZ0-ZR9Aé']) {
      expect(readRecoveryCode(other)).toBeNull();
    }
  });

  it('are told apart from the six digits of a phone', () => {
    expect(readTotpCode(' 123 456 ')).toBe('123456');
    expect(readTotpCode('123\u202f456')).toBe('123456');
    for (const other of ['12345', '1234567', '12345a', '١٢٣٤٥٦', '']) expect(readTotpCode(other)).toBeNull();
  });
});

it('writes a seed in groups that a hand can copy', () => {
  expect(groupedSeed('WNGHQOEAHO')).toBe('WNGH QOEA HO');
});
