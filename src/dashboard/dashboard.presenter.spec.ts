import { busyYear, emptyYear, pressYear, yearOfFigures } from '../../test/support/dashboard-years.js';
import { buildOperation } from '../../test/support/domain-builders.js';
import type { DashboardView } from './dashboard.types.js';
import { type DashboardInput, dashboardPage, tileColumns } from './dashboard.presenter.js';
import { placeCards } from './card-columns.rules.js';

const view = (input: DashboardInput): DashboardView => dashboardPage(input).content;
const kinds = (input: DashboardInput): string[][] =>
  view(input).columnsOfCards.map(({ cards }) =>
    cards.map((card) => (card.kind === 'chart' ? card.chart.id : card.kind)),
  );

describe('dashboardPage', () => {
  it('is headed by the message of the team, or by the year', () => {
    expect(view(pressYear())).toMatchObject({
      kicker: 'Tableau de bord 2020',
      heading: 'Les partenaires plus que jamais mobilisés',
    });
    expect(view(busyYear())).toMatchObject({ kicker: null, heading: 'Tableau de bord 2020' });
  });

  it('says when figures were stopped, or how fresh those of a year in progress are', () => {
    expect(view(pressYear()).stopped).toBe('Chiffres arrêtés au 16\u00a0décembre\u00a02020.');
    expect(view(busyYear()).stopped).toBe(
      'Exercice en cours\u00a0: chiffres reçus jusqu’au 17\u00a0décembre\u00a02020.',
    );
    expect(view(emptyYear()).stopped).toBe('Aucun chiffre reçu à ce jour.');
  });

  it('shows key figures as tiles: neither parts of others, nor context, nor what nobody measured', () => {
    expect(view(pressYear()).tiles.map(({ name }) => name)).toEqual([
      'Visiteurs accueillis sur le stand',
      'Vues',
      'Spots partagés',
      'Sets de table',
      'Ambassadeurs',
    ]);
    const awaited = { ...emptyYear(), figures: yearOfFigures([{ code: 'X', value: null }]) };
    expect(view(awaited)).toMatchObject({
      tiles: [],
      emptyMessage: 'Aucun chiffre pour 2020 à ce jour.',
      bilan: null,
    });
  });

  it('shows whatever was measured when no indicator is a key one', () => {
    const figures = yearOfFigures([
      { code: 'A', value: 1, keyFigure: false },
      { code: 'B', value: null, keyFigure: false, absence: { kind: 'not_available', note: null } },
    ]);
    expect(view({ ...emptyYear(), figures }).tiles.map(({ href }) => href)).toEqual(['/indicateurs/a']);
  });

  it('compares with targets when there are some, else counts of one order of magnitude', () => {
    expect(kinds(pressYear())).toEqual([['chiffres-comparables'], ['context', 'objectives']]);
    expect(kinds(busyYear()).flat()).toEqual(['taux-de-realisation', 'mois-ind-0']);
  });

  it('leaves out the cards that have nothing to say', () => {
    expect(kinds(emptyYear())).toEqual([]);
    expect(view(emptyYear())).toMatchObject({ timeline: null, attention: [] });
  });

  it('asks what has no source for one, and cites those that are given', () => {
    const figures = yearOfFigures([
      { code: 'C1', value: 45, symbol: '%', nature: 'context', source: 'Insee' },
      { code: 'C2', value: 6, symbol: '%', nature: 'context', signed: true },
    ]);
    const card = view({ ...emptyYear(), figures }).columnsOfCards.flatMap(({ cards }) => cards)[0];
    expect(card?.kind === 'context' ? card.facts.map(({ number, caveat }) => [number, caveat]) : []).toEqual([
      ['45\u00a0%', 'Source\u00a0: Insee'],
      ['+6\u00a0%', 'Source non précisée'],
    ]);
  });

  it('draws at most twelve operations and says how many there are', () =>
    expect(view(busyYear()).timeline?.subtitle).toContain('12 des 30 opérations'));

  it('counts its single operation in the singular', () =>
    expect(view({ ...emptyYear(), campaigns: [buildOperation('OP')] }).lede).toBe('Une opération menée.'));
});

describe('tileColumns', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4, 4],
    [5, 5],
    [6, 3],
    [7, 7],
    [8, 4],
    [9, 3],
    [11, 4],
    [12, 4],
  ])('%i tiles stand in rows of %i', (count, columns) => expect(tileColumns(count)).toBe(columns));
});

describe('placeCards', () => {
  const places = (...heights: number[]) => {
    const cards = heights.map((height, index) => ({ height, mayGoUnder: index === heights.length - 1 }));
    const { columns, under } = placeCards(cards);
    return [...columns, under].map((group) => group.map(({ height }) => height));
  };

  it('shares cards so that columns end together, the first at the left', () => {
    expect(places(374, 230, 260)).toEqual([[374], [230, 260], []]);
    expect(places(650, 450, 200, 5)).toEqual([[650], [450, 200], [5]]);
    expect(places(650, 450, 190, 10)).toEqual([[650], [450, 190, 10], []]);
  });

  it('puts the last one under both columns when they end closer without it', () =>
    expect(places(694, 427, 181, 260)).toEqual([[694], [427, 181], [260]]));

  it('leaves few cards where they are', () => {
    expect(places()).toEqual([[], [], []]);
    expect(places(300)).toEqual([[300], [], []]);
    expect(places(300, 10)).toEqual([[300], [10], []]);
  });
});
