import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { cellsOf, partsOf } from '../../../test/support/opened-workbook.js';
import type { Sheet, SheetRow, Workbook } from './spreadsheet.types.js';
import { xlsxStream } from './xlsx-writer.js';

const ENTRY = { fill: 'entry', unlocked: true } as const;
const sheet = (rows: Sheet['rows'], over: Partial<Sheet> = {}): Sheet => ({
  name: 'Mesures',
  columns: [{ width: 12 }, { width: 30.5 }],
  rows,
  headerRow: 1,
  ...over,
});
const workbook = (sheets: Sheet[], over: Partial<Workbook> = {}): Workbook => ({
  title: 'Chiffres & co',
  author: 'Oh my Lot !',
  sheets,
  ...over,
});
const bytesOf = (given: Workbook): Promise<Buffer> => buffer(xlsxStream(given));

describe('a workbook', () => {
  it('keeps numbers as numbers, days as days and texts as texts that nothing runs', async () => {
    const format = { format: '#,##0.00"\u00a0€"' };
    const rows: SheetRow[] = [
      [{ text: '=1+1' }, { number: '-12.5', style: format }],
      [{ day: '2020-12-17' }, { day: '1789-07-14' }],
      [null, { text: 'a\r\n<b> \u0001 _x0041_' }],
      [{ style: ENTRY }, {}],
    ];
    const parts = await partsOf(await bytesOf(workbook([sheet([rows])])));
    const { cells, elements } = cellsOf(parts.get('xl/worksheets/sheet1.xml') ?? '');
    expect(cells.map(({ place, type, value }) => [place, type, value])).toEqual([
      ['A1', 'inlineStr', '=1+1'],
      ['B1', null, '-12.5'],
      ['A2', null, '44182'],
      ['B2', 'inlineStr', '1789-07-14'],
      ['B3', 'inlineStr', 'a\r\n<b> \ufffd _x0041_'],
      ['A4', null, ''],
    ]);
    expect([elements.get('row'), elements.has('f')]).toEqual([4, false]);
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles).toContain('formatCode="#,##0.00&quot;\u00a0€&quot;"');
    expect(styles).toContain('formatCode="dd/mm/yyyy"');
    expect(styles).toContain('<protection locked="0"/>');
    expect(styles.match(/<cellXfs count="(\d+)"/)?.[1]).toBe('4');
  });

  it('says what is frozen, filtered, protected, chosen from and printed on each page', async () => {
    const choice = {
      column: 1,
      firstRow: 2,
      list: 'qualificatifs',
      hint: { title: 'Qualificatif', text: 'Choisissez « exact » si vous avez compté.' },
      refusal: { title: 'Autre mot', text: 'Choisissez dans la liste.' },
    };
    const given = workbook(
      [
        sheet([[[{ text: 'Titre' }], [null], [null]]], {
          name: "L'été",
          frozen: { rows: 1, columns: 1 },
          filters: true,
          isProtected: true,
          choices: [choice],
        }),
        sheet([[[{ text: 'b' }]]], { frozen: { rows: 2, columns: 0 }, choices: [choice] }),
        sheet([], { frozen: { rows: 0, columns: 1 } }),
      ],
      {
        lists: new Map([
          ['qualificatifs', ['exact', 'plus_de']],
          ['oui_non', ['oui']],
        ]),
      },
    );
    const parts = await partsOf(await bytesOf(given));
    const [first = '', second = '', third = '', lists = ''] = [1, 2, 3, 4].map((number) =>
      parts.get(`xl/worksheets/sheet${number}.xml`),
    );
    expect(first).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(second).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(third).toContain('<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>');
    expect(first).toContain('<col min="2" max="2" width="30.5" customWidth="1"/>');
    expect(first).toMatch(
      /<\/sheetData><sheetProtection sheet="1".*<autoFilter ref="A1:B3"\/><dataValidations count="1">.*sqref="B2:B3"><formula1>qualificatifs</,
    );
    // No row to choose in yet.
    expect(second).not.toContain('dataValidation');
    expect(cellsOf(lists).cells.map(({ place, value }) => [place, value])).toEqual([
      ['A1', 'exact'],
      ['B1', 'oui'],
      ['A2', 'plus_de'],
    ]);
    const book = parts.get('xl/workbook.xml') ?? '';
    expect(book).toContain('<sheet name="L\'été" sheetId="1" r:id="rId1"/>');
    expect(book).toContain('<sheet name="Listes" sheetId="4" state="hidden" r:id="rId4"/>');
    expect(book).toContain(`localSheetId="0" hidden="1">'L''été'!$A$1:$B$3</definedName>`);
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'L''été'!$1:$1</definedName>`,
    );
    expect(book).toContain(`<definedName name="qualificatifs">'Listes'!$A$1:$A$2</definedName>`);
    expect(book).toContain(`<definedName name="oui_non">'Listes'!$B$1:$B$1</definedName>`);
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Chiffres &amp; co</dc:title>');
    for (const xml of parts.values()) expect(() => cellsOf(xml)).not.toThrow();
  });

  it('is the same bytes for the same content, whatever the day', async () => {
    const made = (): Promise<Buffer> => bytesOf(workbook([sheet([[[{ text: 'a' }, { number: '1' }]]])]));
    const first = await made();
    expect((await made()).equals(first)).toBe(true);
    // The first day that archives know, in each header.
    expect(first.readUInt32LE(10)).toBe(0x00_21_00_00);
  });

  it('makes rows as they are taken, and stops when nobody takes them', async () => {
    let made = 0;
    let ended = false;
    const noise = (): SheetRow[] => Array.from({ length: 100 }, () => [{ text: String(Math.random()) }]);
    async function* endless(): AsyncGenerator<SheetRow[]> {
      try {
        for (;;) {
          made += 1;
          yield noise();
        }
      } finally {
        ended = true;
      }
    }
    const stream = xlsxStream(workbook([sheet(endless())]));
    for await (const chunk of stream) {
      expect(chunk.length).toBeGreaterThan(0);
      if (made > 20) break;
    }
    for (let turn = 0; !ended && turn < 100; turn += 1) await setImmediate();
    expect(ended).toBe(true);
    expect(made).toBeLessThan(5_000);
  });

  it('fails with what makes its rows, and refuses more of them than a spreadsheet opens', async () => {
    async function* failing(): AsyncGenerator<SheetRow[]> {
      yield [[{ text: 'a' }]];
      throw new Error('no more rows');
    }
    await expect(bytesOf(workbook([sheet(failing())]))).rejects.toThrow('no more rows');
    const many = Array.from({ length: 1_048_577 }, (): SheetRow => []);
    await expect(bytesOf(workbook([sheet([many])]))).rejects.toMatchObject({ code: 'workbook_too_long' });
  });
});
