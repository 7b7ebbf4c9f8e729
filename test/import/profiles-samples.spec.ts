import { readFileSync } from 'node:fs';
import type { Interpretation, InterpretationContext } from '../../src/imports/interpretation.types.js';
import { interpret } from '../../src/imports/profiles/interpret.rules.js';
import { builtInProfiles } from '../../src/imports/profiles/profile-files.js';
import { readFile } from '../../src/imports/reading/read-file.js';
import { READING_LIMITS } from '../../src/imports/reading/reading-limits.js';
import { EXPECTED_OF_SAMPLES } from './profiles-samples.fixture.js';

const scale = (code: string, more: object = {}) => {
  return { code, decimals: 0, symbol: null, isContext: false, adds: true, ...more };
};
/** What the press release's data set knows. */
const CONTEXT: InterpretationContext = {
  programme: 'OML',
  scales: [
    ...[
      'VISITEURS_STAND',
      'VISITEURS_PROJET_MOBILITE',
      'VUES_RESEAUX',
      'SPOTS_PARTAGES',
      'SETS_DE_TABLE',
    ].map((code) => scale(code)),
    scale('AMBASSADEURS', { adds: false }),
    scale('CTX_SOUHAIT_RURAL', { symbol: '%', isContext: true, adds: false }),
    scale('CTX_POPULATION_CONFINEMENT', { symbol: '%', isContext: true, adds: false }),
  ],
  territories: [{ code: 'D46', name: 'Lot' }],
  channels: [{ code: 'facebook', label: 'Facebook' }],
  organisations: [{ code: 'CCI46', name: 'CCI du Lot' }],
  answers: {},
};

async function say(sample: string, context: Partial<InterpretationContext> = {}): Promise<Interpretation> {
  const read = await readFile(readFileSync(`test/import/samples/${sample}`), READING_LIMITS);
  if (!read.ok) throw new Error(read.refusal.message);
  return interpret(read.file, builtInProfiles(), { ...CONTEXT, ...context });
}

/** `INDICATEUR 2020-04 canal` and the sum of what is said of it. */
function sums({ observations }: Interpretation): Record<string, number> {
  const totals = new Map<string, number>();
  for (const { indicator, periodStart, periodEnd, channel, campaign, quantity } of observations) {
    const [start, end] = [periodStart.slice(0, 7), periodEnd.slice(0, 7)];
    const month = periodStart === periodEnd ? periodEnd : start === end ? start : `${start}/${end}`;
    const key = [indicator, month, channel, campaign].filter((part) => part !== null).join(' ');
    totals.set(key, (totals.get(key) ?? 0) + (quantity?.value ?? 0));
  }
  return Object.fromEntries(totals);
}

describe('The samples, as profiles read them', () => {
  it.each(Object.entries(EXPECTED_OF_SAMPLES))('%s', async (sample, expected) => {
    const said = await say(sample);
    const { id, recognition } = said.profile ?? {};
    expect([id, recognition]).toEqual([expected.profile, expected.recognition ?? 'sure']);
    expect(said.rejected).toEqual([]);
    expect(sums(said)).toEqual(expected.sums);
    expect(said).toMatchObject({
      dateForm: expected.dateForm,
      kind: expected.kind ?? 'snapshot',
      rowsRead: expected.rowsRead,
      glimpse: null,
    });
    expect(said.rowsLeftOut).toEqual(expected.rowsLeftOut ?? []);
    expect(said.personalColumns).toEqual(expected.personal ?? []);
    expect(said.ignoredColumns.map(({ column }) => column)).toEqual(expected.ignored ?? []);
    expect(said.questions.map(({ code }) => code)).toEqual(expected.questions ?? []);
    const items = new Set(said.observations.flatMap(({ item }) => (item === null ? [] : [item])));
    expect(items.size).toBe(expected.items ?? 0);
  });

  it('are read the same inside their archive', async () => {
    const [inside, alone] = [
      await say('05_youtube_studio_fr.zip'),
      await say('05_youtube_studio_tableau_fr.csv'),
    ];
    expect(inside).toEqual(alone);
  });

  it('keep a reaction that was taken back as −1', async () => {
    const { observations } = await say('04b_linkedin_contenu_en.xlsx');
    const taken = observations.filter(({ quantity }) => (quantity?.value ?? 0) < 0);
    expect(taken).toMatchObject([{ indicator: 'REACTIONS_LINKEDIN', quantity: { value: -1 } }]);
  });

  it('keep the qualifiers, sources and notes of the standard file', async () => {
    const { observations } = await say('16_import_standard_v1.csv');
    expect(observations.find(({ indicator }) => indicator === 'VUES_RESEAUX')).toMatchObject({
      quantity: { value: 13_000, qualifier: 'more_than' },
      status: 'validated',
      source: 'Exports Meta',
    });
    expect(observations.find(({ indicator }) => indicator === 'AMBASSADEURS')?.note).toBe('stock à date');
  });

  it('propose the opening rate from its terms', async () => {
    const { sketches } = await say('11_mailchimp_campaigns_en.csv');
    expect(sketches.find(({ code }) => code === 'TAUX_OUVERTURE')).toMatchObject({
      nature: 'ratio',
      numerator: 'LETTRES_OUVERTES',
      denominator: 'LETTRES_DELIVREES',
      factor: 100,
    });
  });

  it('give spots to their intercommunalities where these exist', async () => {
    const names = ['Grand Cahors', 'Grand-Figeac', 'Quercy Blanc', 'Quercy - Bouriane', 'Cazals-Salviac'];
    const others = [
      'CC Causses et Vallée de la Dordogne',
      'CC de la Vallée du Lot et du Vignoble',
      'CC du Pays de Lalbenque-Limogne',
      'CC du Causse de Labastide-Murat',
    ];
    const official = [...names.map((name) => `Communauté de communes du ${name}`), ...others];
    const territories = official.map((name, index) => ({ code: `EPCI${index}`, name }));
    const said = await say('14_spots_partages_par_epci.csv', { territories });
    expect(said.questions).toEqual([]);
    expect(said.observations.map(({ territory, quantity }) => [territory, quantity?.value])).toEqual([
      ['EPCI0', 61],
      ['EPCI1', 54],
      ['EPCI5', 58],
      ['EPCI3', 19],
      ['EPCI6', 22],
      ['EPCI2', 9],
      ['EPCI7', 13],
      ['EPCI8', 8],
      ['EPCI4', 6],
    ]);
  });
});

describe('The traps among the samples', () => {
  it('are refused with the reason when Excel rewrote their identifiers', async () => {
    const { rejected, observations } = await say('19_piege_meta_reenregistre_excel_fr.csv');
    expect(observations).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, code: 'excel_damaged_ids' }]);
    expect(rejected[0]?.message).toContain('1,22158E+17');
  });

  it('are read with what somebody says of their columns when nothing recognises them', async () => {
    const sample = '21_piege_injection_formule.csv';
    const unknown = await say(sample);
    expect(unknown).toMatchObject({ profile: null, observations: [] });
    expect(unknown.glimpse?.columns.map(({ header, guess }) => [header, guess])).toEqual([
      ['Date', 'date'],
      ['Vues', 'value'],
      ['Commentaire', 'note'],
    ]);
    const none = { item: null, territory: null, channel: null };
    const values = [{ column: 'Vues', indicator: 'VUES' }];
    const columns = { ...none, date: 'Date', values, note: 'Commentaire' };
    const said = await say(sample, {
      scales: [scale('VUES', { decimals: 1 })],
      answers: { columns: { ...columns, leaveTotalsOut: true, grain: 'day' } },
    });
    expect(said.rejected).toEqual([]);
    expect(
      said.observations.map(({ periodEnd, quantity, absence, note }) => [
        periodEnd,
        quantity?.value ?? absence,
        note,
      ]),
    ).toEqual([
      ['2020-04-01', 1_200, '=HYPERLINK("http://exemple.invalid";"clic")'],
      ['2020-04-02', -50, '+33 5 65 00 00 00'],
      ['2020-04-03', 12_345, '@SUM(A1)'],
      ['2020-04-04', 'not_communicated', 'tableur : non communiqué'],
    ]);
  });
});
