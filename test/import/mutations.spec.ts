import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readFile } from '../../src/imports/reading/read-file.js';
import { READING_LIMITS } from '../../src/imports/reading/reading-limits.js';
import type { FileReading } from '../../src/imports/reading/reading.types.js';
import { partsOf } from '../support/workbook.js';
import { zipOf } from '../support/zip.js';

const RUNS = 10_000;

const PARTS = partsOf({
  properties: '<workbookPr date1904="0"/>',
  strings: '<si><t>Date</t></si><si><r><t>Vu</t></r><r><t>es</t></r><rPh><t>x</t></rPh></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  sheets: {
    Mesures:
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>43937.5</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="b"><v>1</v></c></row>',
    Notes:
      '<row><c t="inlineStr"><is><t>été</t></is></c><c t="e"><v>#N/A</v></c><c t="d"><v>2020-04-16</v></c></row>',
  },
});
const sample = (name: string): Buffer => readFileSync(`test/import/samples/${name}`);
const JSON_FILE = Buffer.from(
  '[{"date":"2020-04-01","n":{"VUES":1.5e3,"x":[true,null]}},\n{"date":"2020-04-02","__proto__":{}}]',
);
const FILES = [
  sample('01_meta_facebook_publications_fr.csv'),
  sample('03_meta_page_vues_quotidiennes_utf16.csv'),
  sample('07_ga4_pages_fr.csv'),
  sample('13_imprimeur_livraisons_cp1252.csv'),
  sample('15_compteur_stand.ndjson'),
  sample('05_youtube_studio_fr.zip'),
  sample('17_modele_partenaire.xlsx'),
  JSON_FILE,
  zipOf(PARTS),
  zipOf(PARTS.map((part) => ({ ...part, stored: true }))),
  zipOf([{ name: 'mesures.xlsx', content: zipOf(PARTS) }]),
];

/** One change, at a place that is a share of the length. */
type Change =
  | { kind: 'flip'; at: number; bit: number }
  | { kind: 'cut' | 'repeat'; at: number; length: number }
  | { kind: 'truncate'; at: number }
  | { kind: 'insert'; at: number; bytes: Uint8Array };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 300 });
const telling = fc
  .constantFrom(
    '"',
    ';',
    '\n',
    '<',
    '>',
    '&#0;',
    '&x;',
    '<!DOCTYPE x>',
    ']]>',
    '\0',
    '9'.repeat(40),
    '__proto__',
    '{',
    '\\',
  )
  .map((text) => Uint8Array.from(Buffer.from(text)));
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'repeat' as const), at, length }),
  fc.record({ kind: fc.constant('truncate' as const), at }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    bytes: fc.oneof(telling, fc.uint8Array({ minLength: 1, maxLength: 20 })),
  }),
);

function changed(bytes: Buffer, one: Change): Buffer {
  const place = Math.floor(one.at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (one.kind) {
    case 'flip':
      return Buffer.concat([
        before,
        after.subarray(0, 1).map((byte) => byte ^ (1 << one.bit)),
        after.subarray(1),
      ]);
    case 'cut':
      return Buffer.concat([before, after.subarray(one.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, one.length), after]);
    case 'truncate':
      return Buffer.from(before);
    case 'insert':
      return Buffer.concat([before, one.bytes, after]);
  }
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 });
const mutatedFile = fc
  .tuple(fc.constantFrom(...FILES), changes)
  .map(([file, list]) => list.reduce(changed, file));
/** A part changed before it is archived: what reads XML would never see what the checksum refuses. */
const mutatedPart = fc
  .tuple(fc.nat(PARTS.length - 1), changes)
  .map(([index, list]) =>
    zipOf(
      PARTS.map((part, place) =>
        place === index ? { ...part, content: list.reduce(changed, Buffer.from(part.content)) } : part,
      ),
    ),
  );

function expectSane(reading: FileReading): void {
  if (!reading.ok) {
    expect(reading.refusal.message).toMatch(/^(Ce|Cette|Une|La|Ligne) .{15,}\.$/su);
    expect(reading.refusal).toMatchObject({
      code: expect.stringMatching(/^[a-z_]+$/),
      line: expect.any(Number),
    });
    return;
  }
  for (const { rows } of reading.file.tables) {
    let previous = -1;
    for (const { line, cells } of rows) {
      if (!Number.isInteger(line) || line < previous) throw new Error(`line ${line} after ${previous}`);
      previous = line;
      const odd = cells.find((cell) => typeof cell !== 'string' && !Number.isFinite(cell));
      if (odd !== undefined || !Array.isArray(cells)) throw new Error(`odd cell ${String(odd)}`);
    }
  }
}

describe('good files that something damaged', () => {
  it(`are read or refused in words, ${RUNS} times`, async () => {
    const before = Reflect.ownKeys(Object.prototype);
    const counts = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutatedFile, mutatedPart), async (bytes) => {
        const reading = await readFile(bytes, READING_LIMITS);
        counts[reading.ok ? 'read' : 'refused'] += 1;
        expectSane(reading);
      }),
      { numRuns: RUNS },
    );
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    // Both must happen often, or nothing was tried.
    expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(RUNS / 10);
  });
});
