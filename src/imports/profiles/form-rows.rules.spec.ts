import { csvFile, interpreted } from '../../../test/support/read-files.js';
import type { ReadFile } from '../reading/reading.types.js';

const HEADER = ['Code', 'Indicateur', 'Unité', 'Valeur', 'Qualificatif (exact, plus de…)', 'Commentaire'];
const template = (organisation: string, ...rows: string[][]): ReadFile =>
  csvFile([
    ['Saisie partenaire – Oh my Lot ! – novembre 2020'],
    ['Organisation', organisation, '', 'Ne modifiez pas la colonne A.'],
    HEADER,
    ...rows,
  ]);

describe('The template of partners', () => {
  it('says its month, its organisation, and what was filled in', () => {
    const said = interpreted(
      template(
        'CCI du Lot',
        ['VISITES_ACHAT_LOT', 'Visites sur achat-lot.com', 'visites', '1 204', 'plus de', 'compteur changé'],
        [
          'COMMERCANTS_INSCRITS',
          'Commerçants inscrits (stock au dernier jour du mois)',
          'commerçants',
          'nc',
          '',
          '',
        ],
        ['COMMANDES_ACHAT_LOT', 'Commandes passées', 'commandes', '', '', ''],
      ),
    );
    const period = { periodStart: '2020-11-01', periodEnd: '2020-11-30', organisation: 'CCI46' };
    expect(said.observations).toMatchObject([
      {
        ...period,
        indicator: 'VISITES_ACHAT_LOT',
        quantity: { value: 1_204, qualifier: 'more_than' },
        note: 'compteur changé',
      },
      { ...period, indicator: 'COMMERCANTS_INSCRITS', absence: 'not_communicated' },
    ]);
    expect(said).toMatchObject({
      rowsRead: 3,
      rowsLeftOut: [{ reason: 'pas renseigné', count: 1 }],
      rejected: [],
    });
  });

  it('describes the indicators that do not exist yet', () => {
    const said = interpreted(
      template('CCI du Lot', [
        'COMMERCANTS_INSCRITS',
        'Commerçants inscrits (stock)',
        'commerçants',
        '12',
        '',
        '',
      ]),
    );
    expect(said.sketches).toMatchObject([
      {
        code: 'COMMERCANTS_INSCRITS',
        name: 'Commerçants inscrits',
        labelOther: 'commerçants',
        nature: 'stock',
      },
    ]);
  });

  it('asks whose it is when nobody here bears that name', () => {
    const file = template('Office du tourisme', ['VISITES', 'Visites', 'visites', '12', '', '']);
    expect(interpreted(file).questions).toMatchObject([
      { code: 'unknown_organisation', answer: { name: 'organisation' } },
    ]);
    const blank = template('Office du tourisme', ['VISITES', 'Visites', 'visites', '', '', '']);
    expect(interpreted(blank)).toMatchObject({ questions: [], rowsLeftOut: [{ count: 1 }] });
    const answered = interpreted(file, { answers: { organisation: 'CCI46' } });
    expect(answered.questions).toEqual([]);
    expect(answered.observations).toMatchObject([{ organisation: 'CCI46' }]);
  });

  it.each([
    ['à peu près', 'unknown_word', 'Qualificatif (exact, plus de…)'],
    ['entre', 'unknown_word', 'Qualificatif (exact, plus de…)'],
  ])('refuses the qualifier %s', (qualifier, code, column) => {
    const said = interpreted(template('CCI du Lot', ['VISITES', 'Visites', 'visites', '12', qualifier, '']));
    expect(said.rejected).toMatchObject([{ line: 4, column, code }]);
  });
});
