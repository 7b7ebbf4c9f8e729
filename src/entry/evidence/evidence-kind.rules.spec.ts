import fc from 'fast-check';
import { EMAIL, GIF, HONEST, ODS, OUTLOOK, PDF, PNG, XLSX } from '../../../test/support/evidence-samples.js';
import { zipOf } from '../../../test/support/zip.js';
import { evidenceKind } from './evidence-kind.rules.js';
import { agreedKind, extensionOf, labelOf } from './evidence-name.rules.js';
import { readZipDirectory } from './zip-directory.rules.js';

describe('what a proof is', () => {
  it.each(HONEST)('%s', (name, bytes, kind) => {
    const reading = evidenceKind(bytes);
    expect(reading.ok && agreedKind(reading.kind, name)).toBe(kind);
  });

  it('never throws, whatever the bytes, and takes no program or page', () => {
    const heads = [Buffer.from('MZ'), Buffer.from('<!doctype html>'), Buffer.from('#!'), Buffer.alloc(0)];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const reading = evidenceKind(Buffer.concat([head, rest]));
        if (head.length > 0) expect(reading.ok).toBe(false);
      }),
    );
  });

  it('never throws on a good file that was damaged anywhere', () => {
    const good = fc.constantFrom(XLSX, ODS, PDF, PNG, GIF, EMAIL, OUTLOOK);
    fc.assert(
      fc.property(good, fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 8 }), (file, changes) => {
        const bytes = Buffer.from(file);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(typeof evidenceKind(bytes).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });

  it('lists what an archive holds, and nothing of one that is cut, encrypted or too full', () => {
    const reading = readZipDirectory(XLSX);
    expect(reading.ok && reading.entries.map(({ name }) => name)).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const encrypted = Buffer.from(XLSX);
    const central = encrypted.indexOf('PK\x01\x02');
    encrypted[central + 8] = 1;
    expect(readZipDirectory(encrypted)).toEqual({ ok: false, problem: 'encrypted' });
    const many = zipOf(Array.from({ length: 501 }, (_, index) => ({ name: `${index}`, content: '' })));
    expect(readZipDirectory(many)).toEqual({ ok: false, problem: 'too_many_entries' });
    expect(readZipDirectory(Buffer.concat([Buffer.from('x'), XLSX]))).toEqual({
      ok: false,
      problem: 'broken',
    });
    expect(readZipDirectory(Buffer.concat([XLSX, XLSX]))).toEqual({ ok: false, problem: 'broken' });
  });
});

describe('the name of a proof', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Windows\\System32\\facture.pdf', 'facture.pdf'],
    ['facture\u202efdp.exe', 'facturefdp.exe'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['...caché.pdf', 'caché.pdf'],
    ['', 'justificatif'],
    ['/', 'justificatif'],
    ['a<b>"c".pdf', 'a_b__c_.pdf'],
    ['  deux   mots.pdf ', 'deux mots.pdf'],
  ])('%j is shown as %j', (name, label) => {
    expect(labelOf(name)).toBe(label);
  });

  it('is short, keeps its extension, and has nothing that cannot be seen', () => {
    const long = labelOf(`${'é'.repeat(300)}.pdf`);
    expect([...long].length).toBeLessThanOrEqual(120);
    expect(extensionOf(long)).toBe('pdf');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const label = labelOf(name);
        expect(label).not.toMatch(/[\p{C}/\\<>"]/u);
        expect([...label].length).toBeLessThanOrEqual(120);
        expect(label).not.toBe('');
        expect(label).not.toMatch(/^\./);
      }),
    );
  });
});
