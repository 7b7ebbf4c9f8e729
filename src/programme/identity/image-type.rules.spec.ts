import fc from 'fast-check';
import { imageType } from './image-type.rules.js';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

describe('the type of an image', () => {
  it.each([
    ['89504e470d0a1a0a 0000000d', 'image/png'],
    ['ffd8ffe0 0010 4a464946', 'image/jpeg'],
    ['52494646 24000000 57454250 56503820', 'image/webp'],
    ['52494646 24000000 57415645', null],
    ['474946383961', null],
    ['89504e47', null],
    ['', null],
  ])('of %s is %p', (hex, type) => expect(imageType(bytes(hex))).toBe(type));

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<?xml version="1.0"?><svg/>',
    '<!doctype html><script>1</script>',
    '%PDF-1.7',
  ])('is never guessed of %p', (text) => expect(imageType(Buffer.from(text))).toBeNull());

  it('is read in any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (content) => {
        expect([null, 'image/png', 'image/jpeg', 'image/webp']).toContain(imageType(content));
      }),
    );
  });
});
