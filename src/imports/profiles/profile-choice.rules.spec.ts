import { csvFile, INSTALLATION, interpreted } from '../../../test/support/read-files.js';
import type { ColumnChoices } from '../interpretation.types.js';
import { interpret } from './interpret.rules.js';
import { learnedProfile } from './learned-profile.rules.js';
import { builtInProfiles } from './profile-files.js';

const deliveries = csvFile([
  ['N° BL', 'Date de livraison', 'Quantité livrée'],
  ['BL-1', '26/06/2020', '40'],
]);

describe('The profile with which a file is read', () => {
  it('is the one that asks for more of its headers', () => {
    const posts = [
      'Post ID',
      'Publish time',
      'Post type',
      'Content',
      'Views',
      'Watch time (hours)',
      'nb_visits',
    ];
    expect(interpreted(csvFile([posts])).profile?.id).toBe('meta-posts');
  });

  it('is none that is supposed where one is sure', () => {
    const both = ['N° BL', 'Date de livraison', 'Quantité livrée', 'date', 'nb_visits'];
    expect(interpreted(csvFile([both])).profile?.id).toBe('matomo-csv');
  });

  it('is looked for in the first fifteen rows, comments not counted', () => {
    const notes = Array.from({ length: 20 }, (_, index) => [`# ligne ${index}`]);
    const header = ['Page path and screen class', 'Views'];
    expect(interpreted(csvFile([...notes, header])).profile?.id).toBe('ga4');
    const words = Array.from({ length: 15 }, (_, index) => [`ligne ${index}`]);
    expect(interpreted(csvFile([...words, header])).profile).toBeNull();
  });

  it('is the one that somebody chose, or none', () => {
    expect(interpreted(deliveries, { answers: { profile: 'livraison-imprimeur' } })).toMatchObject({
      profile: { recognition: 'chosen' },
      questions: [],
    });
    const refused = interpreted(deliveries, { answers: { profile: 'aucun' } });
    expect(refused.profile).toBeNull();
    expect(refused.glimpse?.columns.map(({ guess }) => guess)).toEqual(['item', 'date', 'value']);
  });

  it.each([
    ['inconnu', 'unknown_profile', 'livraison-imprimeur'],
    ['ga4', 'profile_mismatch', 'Page path and screen class'],
  ])('cannot be %s here', (profile, code, words) => {
    const { rejected } = interpreted(deliveries, { answers: { profile } });
    expect(rejected).toMatchObject([{ line: 1, code }]);
    expect(rejected[0]?.message).toContain(words);
  });
});

describe('What was learned of a file', () => {
  const file = csvFile([
    ['Relevé de juin'],
    ['Jour', 'Passages', 'Courriel', 'Remarque'],
    ['26/06/2020', '1 204', 'a@exemple.invalid', 'pluie'],
    ['Total', '1 204', '', ''],
  ]);
  const choices: ColumnChoices = {
    date: 'Jour',
    values: [{ column: 'Passages', indicator: 'VISITEURS_STAND' }],
    item: null,
    territory: null,
    channel: null,
    note: 'Remarque',
    leaveTotalsOut: true,
    grain: 'day',
  };

  it('recognises the next one by its headers, and reads it alike', () => {
    const unknown = interpreted(file);
    const { glimpse } = unknown;
    if (glimpse === null) throw new Error('nothing to learn from');
    expect(glimpse).toMatchObject({ headerLine: 2, rows: 2, totalLines: [4] });
    expect(glimpse.columns[2]).toMatchObject({ isPersonal: true, examples: [], guess: null });
    const learned = learnedProfile(choices, glimpse, { id: 'releve', name: 'Relevé', sender: 'Office' });
    const said = interpret(file, [...builtInProfiles(), learned], INSTALLATION);
    expect(said.profile).toEqual({ id: 'releve', name: 'Relevé', recognition: 'sure' });
    const chosen = interpreted(file, { answers: { columns: choices } });
    expect(said.observations).toEqual(chosen.observations);
    expect(said).toMatchObject({
      observations: [{ periodStart: '2020-06-26', quantity: { value: 1_204 }, note: 'pluie' }],
      rowsLeftOut: [{ reason: 'ligne de total', count: 1 }],
      personalColumns: ['Courriel'],
      source: 'Office',
    });
  });
});
