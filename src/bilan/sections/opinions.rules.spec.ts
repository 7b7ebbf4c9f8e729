import { bilan2020 } from '../../../test/support/bilan-2020.fixture.js';
import type { OpinionView } from '../../figures/figure-standing.types.js';
import { bilanDocument } from '../bilan-document.rules.js';
import { bilanView } from '../bilan-view.rules.js';
import type { BilanData } from '../bilan.types.js';
import { opinionsBlocks, opinionWords, sheetOpinions } from './opinions.rules.js';

const plain = (value: unknown): string => JSON.stringify(value).replace(/[\u00a0\u202f]/g, ' ');
const SERENE: OpinionView = {
  opinion: 'serene',
  label: 'Serein',
  reason: 'des adhésions *signées* arrivent',
  givenOn: '2020-12-16',
  givenIn: 'séance du 16 décembre 2020',
  contradicts: true,
};

/** The year with an opinion on each of its figures, those of its operations too. */
const withOpinion = (opinion: OpinionView | null): BilanData => {
  const data = bilan2020();
  const assessmentText = '83 % de la cible de 480';
  return {
    ...data,
    figures: data.figures.map((figure) =>
      figure.indicator.code === 'AMBASSADEURS' ? { ...figure, opinion, assessmentText } : figure,
    ),
    byCampaign: data.byCampaign.map(({ code, figures }) => ({
      code,
      figures: figures.map((figure) => ({ ...figure, opinion, assessmentText })),
    })),
  };
};

describe('opinions in a bilan', () => {
  it('stand under the table of indicators, with their date, their reason and what they contradict', () => {
    const blocks = opinionsBlocks(bilanView(withOpinion(SERENE)));
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'list']);
    expect(plain(blocks)).toContain(
      '**Ambassadeurs**, avis du comité : serein (séance du 16 décembre 2020), contre le calcul : 83 % de la cible de 480. ' +
        'Des adhésions \\\\*signées\\\\* arrivent.',
    );
  });

  it('are the pilot’s outside a session, and need no reason when they agree', () => {
    const agreed: OpinionView = { ...SERENE, reason: null, givenIn: null, contradicts: false };
    expect(plain(opinionsBlocks(bilanView(withOpinion(agreed))))).toContain(
      '**Ambassadeurs**, avis du pilote : serein (16 décembre 2020)."',
    );
  });

  it('are a few words beside the assessment, on tiles and on the sheets of operations', () => {
    const data = withOpinion(SERENE);
    const [first] = data.byCampaign[0]?.figures ?? [];
    expect(first === undefined ? [] : opinionWords(first)).toEqual([
      'avis du comité : serein (contre le calcul)',
    ]);
    const document = plain(bilanDocument(data, 'ab'.repeat(32), []));
    expect(document).toMatch(/"context":"[^"]*avis du comité : serein \(contre le calcul\)/);
    const sheets = bilanDocument(data, 'ab'.repeat(32), []).sections.filter(({ name }) =>
      name.startsWith('fiche-'),
    );
    expect(plain(sheets)).toContain('contre le calcul : 83 % de la cible de 480');
  });

  it('leave no trace where nobody gave any', () => {
    const data = withOpinion(null);
    expect(opinionsBlocks(bilanView(data))).toEqual([]);
    expect(sheetOpinions(data.figures)).toEqual([]);
    expect(plain(bilanDocument(data, 'ab'.repeat(32), []))).not.toContain('avis du');
  });
});
