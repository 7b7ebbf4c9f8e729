import { buildCampaign } from '../../test/support/bilan-2020.fixture.js';
import { buildFigure } from '../../test/support/figure-builder.js';
import { isCarriedOut } from '../campaigns/campaigns.rules.js';
import type { BilanCampaign } from './bilan.types.js';
import {
  aboutOperation,
  asSentence,
  cellValue,
  clipped,
  counted,
  countsLead,
  labelText,
  rich,
  whereAndWhen,
} from './bilan-words.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('words of the bilan', () => {
  it.each([
    ['soutenir les agriculteurs', 'Soutenir les agriculteurs.'],
    ['Déjà dit !', 'Déjà dit !'],
    ['« Oh my Lot ! »', '« Oh my Lot ! »'],
    ['lot.fr le citait', 'lot.fr le citait.'],
    ['  fin ;', 'Fin.'],
    ['', ''],
  ])('makes a sentence of « %s »', (text, sentence) => expect(asSentence(text)).toBe(sentence));

  it.each([
    ['a rencontré un franc succès', 'L’opération a rencontré un franc succès.'],
    ['se poursuivra en 2021', 'L’opération se poursuivra en 2021.'],
    ['s’étend aux gares', 'L’opération s’étend aux gares.'],
    ['amplifiée en 2021', 'Amplifiée en 2021.'],
    ['communication inédite', 'Communication inédite.'],
  ])('gives a subject to « %s » when it lacks one', (text, sentence) =>
    expect(aboutOperation(text)).toBe(sentence),
  );

  it('keeps typed signs, raises ordinals, cuts long texts at a word', () => {
    expect(rich('le 1er et la 1re, 21er, a*b^c')).toBe('le 1^er^ et la 1^re^, 21er, a\\*b\\^c');
    expect(clipped('un deux trois quatre', 12)).toBe('un deux…');
    expect(clipped('court', 12)).toBe('court');
    expect(clipped('x'.repeat(30), 12)).toHaveLength(12);
  });

  it('counts in letters, agreed, none included', () => {
    expect(counted(0, 'opération', 'opérations', 'feminine')).toBe('aucune opération');
    expect(counted(1, 'opération', 'opérations', 'feminine')).toBe('une opération');
    expect(counted(6, 'indicateur', 'indicateurs')).toBe('six indicateurs');
  });

  it('tells the counts of a year with their reasons', () => {
    const of = (status: BilanCampaign['status'], statusReason: string | null = null): BilanCampaign =>
      buildCampaign('A', 'A', { status, statusReason });
    const lead = (...campaigns: BilanCampaign[]): string =>
      countsLead(campaigns, ({ status }) => isCarriedOut(status));
    expect(lead()).toBe('Aucune opération n’est inscrite à cet exercice.');
    expect(lead(of('completed'))).toBe('Une opération a été menée.');
    expect(lead(of('in_question', 'contexte sanitaire'))).toBe(
      'Aucune opération n’a été menée ; une a été remise en question par le contexte sanitaire.',
    );
    expect(
      lead(
        of('completed'),
        of('ongoing'),
        of('cancelled', 'budget'),
        of('cancelled', 'météo'),
        of('planned'),
      ),
    ).toBe('Deux opérations ont été menées ; deux ont été annulées ; une est à venir.');
  });

  it('says of a figure what follows its number, where it comes from and how firm it is', () => {
    const views = buildFigure({
      code: 'VUES',
      label: ['vue', 'vues sur les réseaux'],
      value: 2_000_000,
      qualifier: 'more_than',
      marking: 'provisional',
      period: '2020-04',
      campaign: { code: 'A', slug: 'a', name: 'A', shortName: 'J’achète local' },
    });
    expect(plain(labelText(views))).toBe('de vues sur les réseaux');
    expect(plain(cellValue(views))).toBe('plus de 2 millions (p)');
    expect(whereAndWhen(views)).toBe('J’achète local, avril');
    expect(whereAndWhen(buildFigure({ code: 'A', value: 1, period: '2020' }))).toBe('');
    expect(cellValue(buildFigure({ code: 'A', absence: { kind: 'not_communicated', note: null } }))).toBe(
      'non communiqué',
    );
  });
});
