import { bilan2020 } from '../../test/support/bilan-2020.fixture.js';
import { largeBilan } from '../../test/support/bilan-large.js';
import { inspectPdf, missingPdfTools } from '../../test/support/pdf/inspect-pdf.js';
import { lintLayout } from '../../test/support/pdf/layout-lint.js';
import { lintPdf } from '../../test/support/pdf/pdf-lint.js';
import { renderDocument, type RenderedDocument } from '../platform/documents/render-document.js';
import { bilanAttachments } from './bilan-attachments.presenter.js';
import { bilanDocument } from './bilan-document.rules.js';
import type { BilanData } from './bilan.types.js';
import { fingerprintOf } from './fingerprint.js';

function render(data: BilanData): Promise<RenderedDocument> {
  const fingerprint = fingerprintOf(data);
  return renderDocument(bilanDocument(data, fingerprint, bilanAttachments(data, fingerprint)), {
    compress: false,
  });
}

const skipped = missingPdfTools();
const withTools = skipped === null ? it : it.skip;

describe('the printed bilan of 2020', () => {
  let made: RenderedDocument;
  beforeAll(async () => {
    made = await render(bilan2020());
  });

  it('is sound, tagged and without overlap, in few pages', async () => {
    expect(made.warnings).toEqual([]);
    expect(await lintPdf(made.bytes)).toEqual([]);
    expect(await lintLayout(made.bytes)).toEqual([]);
    expect(made.pages).toBeLessThanOrEqual(10);
  });

  it('has the same bytes twice', async () => {
    expect((await render(bilan2020())).bytes.equals(made.bytes)).toBe(true);
  });

  withTools('holds the golden sentences, true page numbers and its two attachments', async () => {
    const { text, spoken, syntax, fonts, images, attachments } = await inspectPdf(made.bytes);
    expect(spoken).toContain(
      'L’essentiel 2 Les indicateurs 3 L’année en opérations 4 Les fiches des opérations 5',
    );
    expect(syntax).toEqual([]);
    expect(images).toBe(0);
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
    expect(attachments).toEqual(['bilan-2020-indicateurs.csv', 'bilan-2020.json']);
    for (const sentence of [
      '450 visiteurs ont été accueillis sur le stand, dont 150 avec un projet de mobilité',
      'plus de 13 000 vues sur les réseaux sociaux',
      '250 spots',
      '130 000 sets de table',
      'Près de 400 ambassadeurs',
      '45 % des Français',
      '+6 %',
      'Voir les six indicateurs, page 3',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(text).not.toMatch(/\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b/);
  });
});

describe('the printed bilan of a large year', () => {
  it('is as sound, and « L’essentiel » stands on one page', async () => {
    const { bytes, pages, warnings } = await render(largeBilan());
    expect(await lintPdf(bytes)).toEqual([]);
    expect(await lintLayout(bytes)).toEqual([]);
    expect(pages).toBeLessThan(40);
    expect(warnings.every((warning) => warning.startsWith('Symboles retirés'))).toBe(true);
    if (skipped !== null) return;
    const { spoken } = await inspectPdf(bytes);
    expect(spoken).toContain('L’essentiel 2 Les indicateurs 3');
  });

  it('stands with one of each thing, and with nothing', async () => {
    const bare: BilanData = {
      ...largeBilan(0, 0, 0),
      meeting: null,
      nextObjectives: [],
      objectives: [],
      monthly: [],
    };
    for (const data of [largeBilan(1, 1, 1), bare]) {
      const { bytes } = await render(data);
      expect(await lintPdf(bytes)).toEqual([]);
      expect(await lintLayout(bytes)).toEqual([]);
    }
  });
});
