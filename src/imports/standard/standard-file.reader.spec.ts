import fc from 'fast-check';
import { readStandardFile, type FileEvent } from './standard-file.reader.js';
import { STANDARD_COLUMNS } from './standard-columns.rules.js';

/** The pieces of a text, cut between characters: decoding bytes never parts a surrogate pair. */
async function* inPieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const characters = [...text];
  let start = 0;
  for (const cut of cuts.toSorted((one, other) => one - other)) {
    yield characters.slice(start, Math.max(cut, start)).join('');
    start = Math.max(cut, start);
  }
  yield characters.slice(start).join('');
}

async function eventsOf(text: string, cuts: readonly number[] = []): Promise<FileEvent[]> {
  const found: FileEvent[] = [];
  for await (const events of readStandardFile(inPieces(text, cuts))) found.push(...events);
  return found;
}

interface Told {
  line: number;
  said: readonly string[];
}

/** What a file says, in the order of its lines, as if it began some lines earlier. */
async function toldIn(text: string, cuts: readonly number[], linesLater = 0): Promise<Told[]> {
  const told = (await eventsOf(text, cuts)).flatMap((event): Told[] => {
    if (event.kind !== 'row')
      return [event.rejected].flat().map(({ line, code, message }) => ({ line, said: [code, message] }));
    const cells = STANDARD_COLUMNS.map((column) => event.row.get(column) ?? '');
    return [{ line: event.line, said: [...cells, ...event.row.values()] }];
  });
  return told
    .map(({ line, said }) => ({ line: line - linesLater, said }))
    .toSorted((one, other) => one.line - other.line);
}

const HEADER = 'code_indicateur;periode_debut;periode_fin;type_valeur;valeur';
/** The same columns; its quoted line end leaves the whole file to the parser. */
const FOR_THE_PARSER = 'code_indicateur;periode_debut;periode_fin;type_valeur;"valeur\n"';

const PIECES = ['"', '""', ';', ';;;;', '\n', '\r', '\r\n', ' ', 'a', 'é', '🙂', '\ufeff', '1;2;3;4;5'];
const QUOTED = ['"b;c"', '"d ""e"""', '"f\r\ng"'];
const piece = fc.constantFrom(...PIECES, ...QUOTED);
const body = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const cuts = fc.array(fc.nat({ max: 120 }), { maxLength: 4 });
const mark = fc.constantFrom('', '\ufeff');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

describe('reading a standard file', () => {
  it('reads plain lines as the parser of CSV does, wherever the pieces of the text are cut', async () => {
    await fc.assert(
      fc.asyncProperty(mark, lineEnd, body, cuts, async (bom, end, text, at) => {
        const quick = await toldIn(`${bom}${HEADER}${end}${text}`, at);
        expect(quick).toEqual(await toldIn(`${bom}${FOR_THE_PARSER}${end}${text}`, [], 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves long lines to the parser, which refuses those that never end', async () => {
    for (const length of [60_000, 70_000, 300_000]) {
      const text = `A;B;C;D;1\nA;B;C;D;${'x'.repeat(length)}\nA;B;C;D;2\n`;
      for (const at of [[], [64, 66_000, 140_000]]) {
        const told = await toldIn(`${HEADER}\n${text}`, at);
        expect(told).toEqual(await toldIn(`${FOR_THE_PARSER}\n${text}`, [], 1));
        expect(told[1]?.said.includes('broken_quotes')).toBe(length === 300_000);
      }
    }
  });

  it.each(['', '\ufeff', '\n\n', '"', '[{"indicator":"A"}]', 'code_indicateur,valeur\nA,1'])(
    'refuses %j, which has no header of ours',
    async (text) => {
      expect(await eventsOf(text)).toMatchObject([
        { kind: 'unknown_profile', rejected: { line: 1, code: 'unknown_profile' } },
      ]);
    },
  );

  it('reads nothing behind a header that it refuses', async () => {
    const events = await eventsOf(`${HEADER};nouveau\nA;B;C;D;1;2\n`);
    expect(events).toMatchObject([{ kind: 'rejected', rejected: [{ code: 'unknown_column' }] }]);
  });
});
