import fc from 'fast-check';
import { attachmentNamed } from './inert-file.js';

describe('the name of a file that is handed back', () => {
  it('is written for old readers and for new ones', () => {
    expect(attachmentNamed('Bon d’été (n° 3).pdf')).toBe(
      `attachment; filename="Bon d_ete (n_ 3).pdf"; filename*=UTF-8''Bon%20d%E2%80%99%C3%A9t%C3%A9%20%28n%C2%B0%203%29.pdf`,
    );
    expect(attachmentNamed('a"; filename="x.exe')).toMatch(
      /^attachment; filename="a_; filename=_x\.exe"; filename\*/,
    );
  });

  it('is one header, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        expect(attachmentNamed(name)).toMatch(
          /^attachment; filename="[ -!#-[\]-~]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        );
      }),
    );
  });
});
