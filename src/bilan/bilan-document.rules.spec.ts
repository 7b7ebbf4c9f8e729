import { bilan2020 } from '../../test/support/bilan-2020.fixture.js';
import { largeBilan } from '../../test/support/bilan-large.js';
import type { Block, DocumentData, Section } from '../platform/documents/document.types.js';
import { bilanAttachments } from './bilan-attachments.presenter.js';
import { bilanDocument } from './bilan-document.rules.js';
import type { BilanData } from './bilan.types.js';
import { MOST_SHEETS } from './bilan-view.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const documentOf = (data: BilanData): DocumentData => bilanDocument(data, 'ab'.repeat(32), []);
const words = (data: unknown): string => plain(JSON.stringify(data));
const section = (document: DocumentData, name: string): Section => {
  const found = document.sections.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no section ${name}`);
  return found;
};

/** Every block of a document, those inside columns included. */
const blocksOf = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'columns')
      return [block, ...block.columns.flatMap((column) => blocksOf(column.blocks))];
    return block.kind === 'together' ? [block, ...blocksOf(block.blocks)] : [block];
  });
const allBlocks = (document: DocumentData): Block[] =>
  document.sections.flatMap(({ blocks }) => blocksOf(blocks));

/** A hole of the program that would reach the paper. */
const HOLES = /\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|\[object /;

/** Every text of a document. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

describe('the bilan of an exercice in two civil years', () => {
  const data = { ...bilan2020(), period: { start: '2019-09-01', end: '2020-08-31' } };

  it('is called by both wherever a year is', () => {
    const { title, footer, keywords, cover, sections } = documentOf(data);
    expect(plain(title)).toBe('Bilan 2019-2020 du programme « Oh my Lot ! »');
    expect([footer, keywords, cover.title].map(plain)).toEqual([
      expect.stringMatching(/Bilan 2019-2020$/),
      expect.stringContaining('bilan, 2019-2020,'),
      'Bilan 2019-2020',
    ]);
    const said = words(sections);
    for (const found of [
      'L’année 2019-2020, opération par opération',
      'Les opérations de 2019-2020',
      'bilan-2019-2020-indicateurs.csv',
      '2020-2021 : quatre objectifs',
      'Objectifs 2020-2021',
    ]) {
      expect(said).toContain(found);
    }
    expect(said).not.toMatch(/(?:Bilan|Objectifs|Résultats|opérations de) 20\d\d(?!-)/);
    expect(bilanAttachments(data, '').map(({ name }) => name)).toEqual([
      'bilan-2019-2020-indicateurs.csv',
      'bilan-2019-2020.json',
    ]);
  });
});

describe('the bilan of 2020', () => {
  const data = bilan2020();
  const document = documentOf(data);

  it('carries the golden sentences, word for word', () => {
    const said = words(document);
    for (const sentence of [
      '450 visiteurs ont été accueillis sur le stand, dont 150 avec un projet de mobilité',
      'plus de 13 000 vues sur les réseaux sociaux',
      '250 spots',
      '130 000 sets de table',
      'Près de 400 ambassadeurs',
      '**45 %** des Français',
      '6 %',
      'Six opérations ont été menées ; trois ont été remises en question par le contexte sanitaire.',
      'Liste non exhaustive.',
      'source non précisée',
    ]) {
      expect(said).toContain(sentence);
    }
    expect(said).not.toMatch(/env\.|320|quatre opérations/);
  });

  it('says on its cover what it is, who made it and when figures were stopped', () => {
    expect(
      Object.fromEntries(Object.entries(document.cover).map(([key, text]) => [key, plain(text ?? '')])),
    ).toEqual({
      overline: 'Comité de pilotage du 16 décembre 2020',
      title: 'Bilan 2020',
      subtitle: '« Oh my Lot ! », programme d’attractivité du Lot',
      members:
        'Département, État, communautés de communes, chambres consulaires, Lot Tourisme, Pôle Emploi, quelques chefs d’entreprise',
      closing: 'Chiffres arrêtés au 16 décembre 2020',
      stamp: 'Brouillon',
    });
    expect(document.date).toBe(data.lastChange);
  });

  it('has its sections in order, and none that is empty', () => {
    expect(document.sections.map(({ name }) => name)).toEqual([
      'essentiel',
      'indicateurs',
      'annee',
      'fiche-op-2020-salon-paris',
      'fiche-op-2020-producteurs',
      'fiche-op-2020-spots',
      'autres-operations',
      'objectifs',
      'comite',
      'methode',
    ]);
    expect(document.sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
  });

  it('prints each key figure as the figure itself, the widest number as the hero', () => {
    const tiles = section(document, 'essentiel').blocks.flatMap((block) =>
      block.kind === 'key-figures' ? block.rows.flat() : [],
    );
    const figures = data.figures.filter(
      ({ indicator, subsetOf }) => indicator.keyFigure && subsetOf === null,
    );
    const printed = new Set(tiles.map(({ qualifier, number }) => `${qualifier ?? ''} ${number}`));
    const meant = new Set(
      figures.map(({ qualifierText, numberText }) => `${qualifierText ?? ''} ${numberText ?? ''}`),
    );
    expect(printed).toEqual(meant);
    expect(plain(tiles.at(-1)?.number ?? '')).toBe('130 000');
    expect(tiles.at(-1)?.size).toBe('hero');
  });

  it('shows no column, chart or word of targets that nobody set', () => {
    const tables = allBlocks(document).flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(tables.flatMap(({ columns }) => columns.map(({ label }) => label)).join()).not.toMatch(
      /Cible|Atteinte/,
    );
    expect(section(document, 'indicateurs').heading).toBe(
      'Six indicateurs suivis, sans cible fixée pour 2020',
    );
  });

  it('names heads of companies as people write them', () => {
    expect(words(section(document, 'comite'))).toContain('Sabine Baldès, Didier Ganil');
  });
});

describe('any bilan', () => {
  const many = documentOf(largeBilan());

  it.each([
    ['2020', bilan2020()],
    ['everything', largeBilan()],
    ['one operation', largeBilan(1, 1, 1)],
    ['nothing', { ...largeBilan(0, 0, 0), meeting: null, nextObjectives: [], objectives: [], monthly: [] }],
  ])('of %s lets no hole show and keeps its tables and rows whole', (_, data) => {
    const document = documentOf(data);
    expect(textsOf(document).filter((text) => HOLES.test(text))).toEqual([]);
    for (const block of allBlocks(document)) {
      if (block.kind === 'table')
        expect(block.table.rows.every((row) => row.length === block.table.columns.length)).toBe(true);
      if (block.kind === 'key-figures') {
        for (const row of block.rows) expect(row.reduce((sum, tile) => sum + tile.span, 0)).toBe(12);
      }
      if (block.kind === 'columns') expect(block.columns.reduce((sum, { span }) => sum + span, 0)).toBe(12);
      if (block.kind === 'link') expect(document.sections.map(({ name }) => name)).toContain(block.to);
    }
    expect(new Set(document.sections.map(({ name }) => name)).size).toBe(document.sections.length);
  });

  it('of a large year has a dozen sheets at most, and every operation in its table', () => {
    const table = section(many, 'annee').blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.table.rows).toHaveLength(30);
    expect(many.sections.filter(({ name }) => name.startsWith('fiche-')).length).toBeLessThanOrEqual(
      MOST_SHEETS,
    );
    expect(words(section(many, 'essentiel'))).toMatch(/Et \S+ autres opérations\./);
  });

  it('with targets has their columns, marks what is provisional and explains the words it uses', () => {
    const said = words(section(many, 'indicateurs'));
    expect(said).toContain('Cible 2020');
    expect(said).toContain('(p) : chiffre provisoire.');
    expect(said).toContain('non communiqué');
    const method = words(section(many, 'methode'));
    expect(method).toContain('« Entre »');
    expect(method).toContain('Licence Ouverte 2.0');
    expect(words(section(documentOf(bilan2020()), 'methode'))).not.toContain('« Entre »');
  });

  it('keeps signs that people typed from becoming markup', () => {
    expect(textsOf(many)).toContain(String.raw`À noter : \* À \^vérifier\^ \*\*avant\*\* publication.`);
  });

  it('is the same for the same data, another for other data', () => {
    expect(documentOf(bilan2020())).toEqual(documentOf(bilan2020()));
    const changed = bilan2020();
    changed.nextObjectives.pop();
    expect(section(documentOf(changed), 'objectifs').heading).toBe('Trois objectifs pour 2021');
  });
});
