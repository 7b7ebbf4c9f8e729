import { yearOfFigures } from '../../test/support/dashboard-years.js';
import type { FigureSketch } from '../../test/support/figure-builder.js';
import { attentionMatters, type HeldBackCampaign } from './attention.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const matters = (
  sketches: FigureSketch[],
  campaigns: HeldBackCampaign[] = [],
  listIsPartial = false,
): string[] =>
  attentionMatters(yearOfFigures(sketches), campaigns, listIsPartial).map(({ subject, text }) =>
    plain(`${subject} : ${text}`),
  );
const held = (shortName: string, statusReason: string | null = null): HeldBackCampaign => ({
  status: 'in_question',
  statusReason,
  shortName,
});
const followed: FigureSketch = { code: 'CIBLE', value: 100, target: 100, source: 'A' };

describe('What the committee should know', () => {
  it('is nothing when nothing was measured', () => expect(matters([])).toEqual([]));

  it('says the distance to a missed target in the unit of the indicator', () =>
    expect(
      matters([
        { code: 'SPOTS', shortName: 'Spots partagés', value: 250, target: 300, source: 'A' },
        { code: 'COUT', shortName: 'Coût', value: 1250, decimals: 2, symbol: '€', target: 2000, source: 'A' },
      ]),
    ).toEqual([
      'Spots partagés : 50 de moins que la cible de 300.',
      'Coût : 7,50 € de moins que la cible de 20 €.',
    ]));

  it('gathers many missed targets after the first three', () =>
    expect(
      matters(
        Array.from({ length: 6 }, (_, index) => ({
          code: `I${index}`,
          shortName: `I${index}`,
          value: 1,
          target: 3,
          source: 'A',
        })),
      ).at(-1),
    ).toBe('Trois autres cibles non atteintes : I3, I4 et I5.'));

  it('names operations called into question, and says when the list is only a sample', () => {
    const two = [held('Compétition', 'contexte sanitaire'), held('Fêtes', 'contexte sanitaire')];
    expect(matters([followed], two, true)).toEqual([
      'Opérations remises en question (contexte sanitaire) : notamment « Compétition » et « Fêtes ».',
    ]);
    expect(matters([followed], [held('Fêtes')])).toEqual(['Une opération remise en question : « Fêtes ».']);
  });

  it('tells what makes a figure doubtful, in full while there are few', () => {
    const doubtful = (code: string): FigureSketch => ({
      ...followed,
      code,
      shortName: code,
      issues: [{ kind: 'parts_differ', text: 'Les parties font 243.', measurements: [1] }],
    });
    expect(matters([doubtful('A'), followed])).toEqual(['A : Les parties font 243.']);
    expect(matters(['A', 'B', 'C', 'D'].map(doubtful))).toEqual([
      'Quatre chiffres à vérifier : A, B, C et D.',
    ]);
  });

  it('tells an absence with what was said of it, several by their names', () => {
    const absent = (code: string): FigureSketch => ({
      code,
      shortName: code,
      value: null,
      keyFigure: false,
      absence: { kind: 'not_communicated', note: 'attendu en janvier' },
    });
    expect(matters([followed, absent('CCI')])).toEqual(['CCI : non communiqué (attendu en janvier).']);
    expect(matters([followed, absent('CCI'), absent('EPCI')])).toEqual([
      'Deux chiffres absents : CCI et EPCI.',
    ]);
  });

  it('says provisional values, estimates and approximations', () =>
    expect(
      matters([
        followed,
        { code: 'P', shortName: 'Provisoire', value: 1, target: 1, marking: 'provisional' },
        { code: 'E', shortName: 'Estimé', value: 1, target: 1, marking: 'estimated' },
        { code: 'A', shortName: 'Ambassadeurs', value: 400, target: 400, qualifier: 'nearly' },
      ]),
    ).toEqual([
      'Chiffre provisoire : Provisoire.',
      'Estimation : Estimé.',
      'Valeur approchée : Ambassadeurs (« près de 400 »), à confirmer avant le bilan.',
    ]));

  it('asks for the sources of context figures', () =>
    expect(
      matters([
        followed,
        {
          code: 'CTX',
          shortName: 'Envie de rural',
          value: 45,
          symbol: '%',
          nature: 'context',
          note: 'source non précisée',
        },
        { code: 'CTX2', shortName: 'Sourcé', value: 45, symbol: '%', nature: 'context', source: 'Insee' },
      ]),
    ).toEqual(['Source à préciser : Envie de rural.']));

  it('says in one line that no target exists, or which key figures have none', () => {
    const bare = (code: string): FigureSketch => ({ code, shortName: code, value: 1, source: 'A' });
    expect(matters([bare('A'), bare('B')])).toEqual([
      'Aucune cible définie pour 2020 : les résultats se lisent sans comparaison.',
    ]);
    expect(matters([followed, bare('A'), bare('B')])).toEqual(['Deux indicateurs clés sans cible : A et B.']);
  });

  it('says which key figures are still awaited', () =>
    expect(matters([followed, { code: 'X', shortName: 'Attendu', value: null }])).toContain(
      'Sans valeur à ce jour : Attendu.',
    ));
});
