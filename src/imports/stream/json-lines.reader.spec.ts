import fc from 'fast-check';
import type { IngestItems } from '../../measurements/ingest.types.js';
import { jsonLineChunks } from './json-lines.reader.js';

const read = async (text: string | Buffer, cutAt: readonly number[] = [], size = 1_000) => {
  const bytes = Buffer.from(text);
  const cuts = [0, ...[...cutAt].sort((one, other) => one - other), bytes.length];
  const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
  const chunks: IngestItems[] = [];
  for await (const chunk of jsonLineChunks(pieces, size)) chunks.push(chunk);
  return chunks;
};

describe('JSON lines', () => {
  it('are cut at line ends of both kinds, with their numbers, blank ones passed over', async () => {
    const [chunk, ...others] = await read('\ufeff{"a":1}\r\n\n  \n[2]\nnull');
    expect(chunk).toEqual({ items: [{ a: 1 }, [2], null], lines: [1, 4, 5], unread: [] });
    expect(others).toEqual([]);
    expect(await read('')).toEqual([]);
    expect(await read('\n\r\n')).toEqual([]);
  });

  it('that cannot be read are told one by one', async () => {
    const [chunk] = await read(`{"a":\n{"a":1,"a":2}\n"${'x'.repeat(300_000)}"\n{"a":"b\\":1"}`);
    expect(chunk?.unread?.map(({ line, code }) => [line, code])).toEqual([
      [1, 'invalid_json'],
      [2, 'repeated_member'],
      [3, 'invalid_json'],
    ]);
    expect([chunk?.items, chunk?.lines]).toEqual([[{ a: 'b":1' }], [4]]);
  });

  it('come in chunks of so many', async () => {
    const chunks = await read('1\n2\n3\nx\n5', [], 2);
    expect(chunks.map(({ items, lines }) => [items, lines])).toEqual([
      [
        [1, 2],
        [1, 2],
      ],
      [[3], [3]],
      [[5], [5]],
    ]);
  });

  it('say the same wherever the bytes are cut', async () => {
    const document = fc.jsonValue();
    const cuts = fc.array(fc.nat(200), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(document, { maxLength: 6 }), cuts, async (documents, cutAt) => {
        const text = documents.map((one) => JSON.stringify(one)).join('\n');
        const inside = cutAt.filter((at) => at <= Buffer.byteLength(text));
        const chunks = await read(text, inside);
        expect(chunks.flatMap(({ items }) => items)).toEqual(
          documents.map((one): unknown => JSON.parse(JSON.stringify(one))),
        );
      }),
    );
  });
});
