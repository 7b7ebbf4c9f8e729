import { resolve } from 'node:path';
import { ENGINES } from '../support/databases.js';
import { contents, emptyInstallation, type LoadedServices } from './loading.js';

const PRESS_RELEASE = resolve('seeds/oh-my-lot-2020');
const NOTHING_WRITTEN = { created: 0, updated: 0 };

describe.each(ENGINES)('the data set of 2020 on %s', (engine) => {
  let services: LoadedServices;

  beforeAll(async () => {
    services = await emptyInstallation(engine);
    expect(await services.datasets.isEmpty()).toBe(true);
    const report = await services.datasets.load(PRESS_RELEASE);
    expect(report.dataset).toBe('oh-my-lot-2020');
    expect(report.total).toMatchObject({ updated: 0, unchanged: 0 });
  });

  afterAll(() => services.close());

  it('changes nothing when it is loaded again', async () => {
    const before = await contents(services);
    const report = await services.datasets.load(PRESS_RELEASE);
    expect(report.total).toMatchObject(NOTHING_WRITTEN);
    expect(report.kinds.measurements).toEqual({ created: 0, updated: 0, unchanged: 8 });
    expect(await contents(services)).toBe(before);
    expect(await services.datasets.isEmpty()).toBe(false);
  });

  it('holds the programme and its year, stopped on the day of the committee', async () => {
    expect(await services.programmes.programme()).toMatchObject({
      code: 'OML',
      name: 'Oh my Lot\u202f!',
      visibility: 'public',
      licence: null,
    });
    expect(await services.programmes.exercices()).toEqual([
      expect.objectContaining({
        year: 2020,
        state: 'closed',
        closingDate: '2020-12-16',
        questionedListIsPartial: true,
        updatedAt: '2020-12-17T08:00:00Z',
      }),
    ]);
    await expect(services.programmes.exercice(2019)).rejects.toMatchObject({
      code: 'not_found',
      status: 404,
    });
  });

  it('holds the eight indicators, in order', async () => {
    expect((await services.indicators.all()).map(({ code }) => code)).toEqual([
      'VISITEURS_STAND',
      'VISITEURS_PROJET_MOBILITE',
      'VUES_RESEAUX',
      'SPOTS_PARTAGES',
      'SETS_DE_TABLE',
      'AMBASSADEURS',
      'CTX_SOUHAIT_RURAL',
      'CTX_POPULATION_CONFINEMENT',
    ]);
    const mobility = await services.indicators.byCode('visiteurs-projet-mobilite');
    expect(mobility).toMatchObject({ code: 'VISITEURS_PROJET_MOBILITE', subsetOf: 'VISITEURS_STAND' });
  });

  it('holds six operations carried out and three called into question', async () => {
    const campaigns = await services.campaigns.ofYear(2020);
    expect(campaigns.filter(({ carriedOut }) => carriedOut).map(({ code }) => code)).toEqual([
      'OP-2020-PORTAIL',
      'OP-2020-SALON-PARIS',
      'OP-2020-APPROPRIATION',
      'OP-2020-PRODUCTEURS',
      'OP-2020-SPOTS',
      'OP-2020-ACHATLOT',
    ]);
    expect(campaigns.filter(({ questioned }) => questioned).map(({ name }) => name)).toEqual([
      'Deuxième compétition sport',
      'Partenariat avec les comités des fêtes',
      'Animation du réseau d’ambassadeurs',
    ]);
    expect(services.campaigns.countsSentence(campaigns)).toBe(
      'Six opérations menées, trois remises en question par le contexte sanitaire',
    );
    expect(await services.campaigns.ofYear(2019)).toEqual([]);
  });

  it('tells an operation with its partners, its season and its reason', async () => {
    const spots = await services.campaigns.byCode('op-2020-spots');
    expect(spots).toMatchObject({
      code: 'OP-2020-SPOTS',
      periodText: 'été 2020',
      periodTextIn: 'à l’été 2020',
      statusText: 'Terminée',
      continuation: 'se poursuivra en 2021 avec de nouvelles actions',
    });
    expect(spots.partners.map(({ nameInSentence, role }) => [nameInSentence, role])).toEqual([
      ['le Département', 'lead'],
      ['les intercommunalités', 'lead'],
      ['Lot Tourisme', 'lead'],
      ['les restaurateurs', 'relay'],
    ]);
    expect(await services.campaigns.byCode('OP-2020-COMPETITION-2')).toMatchObject({
      statusSentence: 'remise en question par le contexte sanitaire',
    });
    expect((await services.campaigns.byCode('Op-2020-Producteurs')).periodText).toBe(
      'à partir d’avril\u00a02020',
    );
    await expect(services.campaigns.byCode('OP-2019-SPOTS')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('holds the committee of 16 December 2020: seven bodies, eight people, four objectives', async () => {
    expect(await services.committee.meetingsOf(2020)).toEqual([
      expect.objectContaining({ code: 'COPIL-2020-12', date: '2020-12-16', modality: 'remote', place: null }),
    ]);
    const members = await services.committee.compositionAt('2020-12-16');
    expect(members.map(({ name }) => name)).toEqual([
      'Département',
      'État',
      'Communautés de communes',
      'Chambres consulaires',
      'Lot Tourisme',
      'Pôle Emploi',
      'Chefs d’entreprise',
    ]);
    expect(members.flatMap(({ people }) => people)).toHaveLength(8);
    const objectives = await services.committee.objectivesOf(2021);
    expect(objectives.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(objectives[1]?.text).toBe('travailler sur la problématique du logement');
  });

  it('holds eight figures with their qualifiers, and no target', async () => {
    const facts = await services.measurements.facts();
    expect(facts.map(({ indicator, quantity, precision }) => [indicator, quantity, precision])).toEqual([
      ['VISITEURS_STAND', { value: 450, valueMax: null, qualifier: 'exact' }, 'month'],
      ['VISITEURS_PROJET_MOBILITE', { value: 150, valueMax: null, qualifier: 'exact' }, 'month'],
      ['VUES_RESEAUX', { value: 13_000, valueMax: null, qualifier: 'more_than' }, 'month'],
      ['SPOTS_PARTAGES', { value: 250, valueMax: null, qualifier: 'exact' }, 'season'],
      ['SETS_DE_TABLE', { value: 130_000, valueMax: null, qualifier: 'exact' }, 'season'],
      ['AMBASSADEURS', { value: 400, valueMax: null, qualifier: 'nearly' }, 'day'],
      ['CTX_SOUHAIT_RURAL', { value: 45, valueMax: null, qualifier: 'exact' }, 'year'],
      ['CTX_POPULATION_CONFINEMENT', { value: 6, valueMax: null, qualifier: 'exact' }, 'range'],
    ]);
    expect(new Set(facts.map(({ recordedAt }) => recordedAt))).toEqual(new Set(['2020-12-17T08:00:00Z']));
    expect(facts.filter(({ source }) => source === null).map(({ note }) => note)).toEqual([
      'source non précisée',
      'source non précisée',
    ]);
    expect(await services.targets.ofYear(2020)).toEqual([]);
  });

  it('does not unseal a year, nor change its figures', async () => {
    const exercice = await services.programmes.exercice(2020);
    await services.programmes.storeExercice({ ...exercice, state: 'sealed' });
    const report = await services.datasets.load(PRESS_RELEASE);
    expect(report.total).toMatchObject(NOTHING_WRITTEN);
    expect((await services.programmes.exercice(2020)).state).toBe('sealed');
    await services.programmes.storeExercice(exercice);
  });
});
