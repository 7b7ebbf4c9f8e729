import type {
  Block,
  DocumentData,
  Section,
  TableBlock,
} from '../../../src/platform/documents/document.types.js';
import { bilan2020 } from './bilan-2020.fixture.js';

const SENTENCE =
  'Les habitants ont partagé leurs lieux préférés ; les restaurateurs ont relayé les sets de table, du 1^er^ juin au 30 septembre, dans **plus de 130 000** exemplaires. ';

/** A text of about `words` words. */
export function prose(words: number): string {
  return SENTENCE.repeat(Math.ceil(words / 25)).trim();
}

/** A name of exactly `length` characters, made of words. */
export function longName(length: number): string {
  return 'Accompagnement à l’installation des nouveaux arrivants '.repeat(10).slice(0, length - 1) + 'x';
}

/** An unbroken word, as a pasted address or code. */
export function longWord(length: number): string {
  return `https://exemple.fr/${'segment-tres-long/'.repeat(length)}`.slice(0, length);
}

export function tableOf(
  rows: number,
  cell: (row: number) => string = (row) => `Opération ${row + 1}`,
): TableBlock {
  return {
    summary: `${rows} lignes`,
    columns: [
      { label: 'Opération', width: 3, align: 'left' },
      { label: 'Période', width: 2, align: 'left' },
      { label: '2019', width: 1, align: 'right' },
      { label: '2020', width: 1, align: 'right' },
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      cell(row),
      row % 3 === 0 ? 'à partir du 16 décembre 2020' : 'été',
      { text: 'n. d.', muted: true },
      { text: `${row * 13} 000`, bold: true },
    ]),
  };
}

export function sectionOf(name: string, blocks: Block[], rest: Partial<Section> = {}): Section {
  return {
    name,
    title: `Section ${name}`,
    listed: true,
    overline: 'Essai',
    heading: `Section ${name}`,
    lead: null,
    newPage: true,
    blocks,
    ...rest,
  };
}

/** A document around the given sections. */
export function documentOf(sections: Section[], rest: Partial<DocumentData> = {}): DocumentData {
  return { ...bilan2020(), sections, ...rest };
}

/** Everything that the product may meet and a designer would not: each section is one difficulty. */
export function stressSections(): Section[] {
  return [
    sectionOf('longs-textes', [
      { kind: 'heading', level: 2, text: longName(200) },
      { kind: 'paragraph', style: 'body', text: prose(900) },
      { kind: 'heading', level: 3, text: longWord(160) },
      { kind: 'paragraph', style: 'body', text: longWord(400) },
      { kind: 'list', ordered: true, items: Array.from({ length: 30 }, (_, i) => prose(20 + (i % 5) * 30)) },
    ]),
    sectionOf('tableau-60', [{ kind: 'table', title: 'Soixante lignes', table: tableOf(60) }]),
    sectionOf('tableau-200', [
      {
        kind: 'table',
        title: 'Deux cents lignes',
        table: tableOf(200, (row) => longName(20 + (row % 7) * 30)),
      },
    ]),
    sectionOf('ligne-geante', [
      { kind: 'table', title: null, table: tableOf(4, (row) => (row === 1 ? prose(1200) : longWord(60))) },
    ]),
    sectionOf('panneau-geant', [
      {
        kind: 'panel',
        tone: 'stone',
        title: 'Un panneau plus haut qu’une page',
        paragraphs: [prose(800), prose(600)],
      },
      {
        kind: 'columns',
        columns: [
          { span: 4, blocks: [{ kind: 'facts', items: [{ label: longName(80), value: prose(500) }] }] },
          { span: 8, blocks: [{ kind: 'paragraph', style: 'body', text: prose(1500) }] },
        ],
      },
    ]),
    sectionOf('tuiles', [
      {
        kind: 'key-figures',
        rows: [
          [
            {
              span: 3,
              qualifier: 'entre',
              number: '1 234 567 890 123',
              label: longName(200),
              context: longWord(90),
              tone: 'wine',
              size: 'hero',
            },
            { span: 9, qualifier: null, number: '0', label: '', context: '', tone: 'river', size: 'normal' },
          ],
        ],
      },
      {
        kind: 'numbered-cards',
        title: longName(120),
        columns: 4,
        tone: 'wine',
        items: Array.from({ length: 12 }, (_, i) => longName(30 + i * 12)),
      },
      {
        kind: 'numbered-cards',
        title: null,
        columns: 2,
        tone: 'stone',
        items: [prose(700), 'Court', longWord(120)],
      },
      {
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 3, text: 'Ensemble' },
          { kind: 'paragraph', style: 'body', text: prose(1200) },
        ],
      },
      { kind: 'link', to: 'tableau-60', text: longName(400) },
      { kind: 'external-links', items: [{ text: longName(200), url: 'https://exemple.fr/é?a=1&b=<2>' }] },
    ]),
  ];
}
