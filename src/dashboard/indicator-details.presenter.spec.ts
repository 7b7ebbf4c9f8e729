import { buildFigure, toldEvent } from '../../test/support/figure-builder.js';
import type { BreakdownPart } from '../figures/figures.types.js';
import {
  breakdownsOf,
  dueText,
  eventsOf,
  historyTable,
  lastGivenOf,
  standingOf,
} from './indicator-details.presenter.js';

const plain = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;
const year = (label: string, value: number | null, target?: number) => ({
  year: Number(label),
  label,
  period: { start: `${label}-01-01`, end: `${label}-12-31` },
  figure: buildFigure({ code: 'AMB', value, period: label, ...(target === undefined ? {} : { target }) }),
});

describe('when the next value is due', () => {
  const monthly = { frequency: 'month', dueDays: 10, retiredOn: null } as const;

  it('is said ahead, and as late once the day is past', () => {
    expect(plain(dueText(monthly, '2024-12-31', '2025-02-01'))).toBe(
      'Prochaine donnée attendue le 10 février 2025 : janvier 2025',
    );
    expect(plain(dueText(monthly, '2024-12-31', '2025-02-11'))).toBe(
      'Donnée attendue depuis le 10 février 2025 : janvier 2025',
    );
    expect(dueText({ ...monthly, frequency: null }, null, '2025-02-11')).toBeNull();
  });

  it('follows the last day that any exercice holds', () => {
    expect(lastGivenOf([year('2019', 3), year('2020', 4)])).toBe('2020-12-31');
    expect(lastGivenOf([])).toBeNull();
  });
});

describe('the history of an indicator', () => {
  it('is latest first, and says where its series is broken', () => {
    const breaks = [{ indicator: 'AMB', from: '2020-07-01', version: 2, reason: 'comptés une fois' }];
    const table = historyTable([year('2019', 320), year('2020', 400, 450)], breaks);
    expect(table?.columns.map(({ label }) => label)).toEqual(['Exercice', 'Valeur', 'Cible', 'Évolution']);
    expect(table?.rows.map((row) => row.map(plain))).toEqual([
      ['2020', '400', '450', '–'],
      ['2019', '320', '–', '–'],
    ]);
    expect(plain(table?.note ?? null)).toBe('Nouvelle définition au 1er juillet 2020 (comptés une fois).');
    const elsewhere = historyTable(
      [year('2019', 320), year('2020', 400)],
      [{ indicator: 'AMB', from: '2018-07-01', version: 2, reason: null }],
    );
    expect(elsewhere?.note).toBeNull();
  });

  it('needs two exercices that were measured', () => {
    expect(historyTable([year('2019', null), year('2020', 400)], [])).toBeNull();
    expect(historyTable([year('2019', 1), year('2020', 2)], [])?.columns).toHaveLength(3);
  });
});

describe('the parts of a figure', () => {
  const part = (dimension: BreakdownPart['dimension'], label: string): BreakdownPart => ({
    dimension,
    key: label,
    label,
    amount: null,
    absence: null,
    text: 'près de 9 000',
    marking: 'final',
  });
  const rules = { overlapping: false, aggregationTerritory: 'sum', aggregationChannel: 'none' } as const;

  it('say which do not add up, and leave the months to the chart', () => {
    const figure = {
      ...buildFigure({ code: 'VUES', value: 10 }),
      breakdown: [
        part('territory', 'cahors'),
        part('territory', 'figeac'),
        part('channel', 'facebook'),
        part('channel', 'linkedin'),
        part('month', 'janvier'),
      ],
    };
    expect(breakdownsOf(figure, rules, true).map(({ caption, note }) => [caption, plain(note)])).toEqual([
      ['Par territoire', null],
      ['Par canal', 'Non cumulable : ces parts ne s’additionnent pas.'],
    ]);
    expect(breakdownsOf(figure, rules, false)).toHaveLength(3);
    expect(breakdownsOf(null, rules, false)).toEqual([]);
  });
});

it('reads a value against its target, and says nothing without any', () => {
  expect(standingOf(buildFigure({ code: 'A', value: 4 }))).toEqual([]);
  expect(standingOf(null)).toEqual([]);
  expect(standingOf(buildFigure({ code: 'A', value: 4, target: 5 })).map(({ term }) => term)).toEqual([
    'Cible',
  ]);
});

it('tells events in words', () => {
  const [event] = eventsOf([toldEvent({ label: 'Gel', text: 'Il a gelé !' })], 2020);
  expect([plain(event?.label ?? null), plain(event?.text ?? null)]).toEqual([
    '1er juin : gel',
    'Il a gelé !',
  ]);
});
