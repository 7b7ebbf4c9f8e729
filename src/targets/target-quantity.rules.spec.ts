import { readQuantity } from './target-quantity.rules.js';

const scale = { decimals: 2, signed: false };
const given = { value: '12.5', valueMax: null, qualifier: 'exact', steps: null } as const;

describe('the values of a target', () => {
  it('are read in the smallest unit, with their milestones', () => {
    expect(readQuantity({ ...given, steps: [{ on: '2024-04-01', value: 3.25 }] }, scale)).toEqual({
      ok: true,
      quantity: { value: 1_250, valueMax: null, qualifier: 'exact' },
      steps: [{ on: '2024-04-01', value: 325 }],
    });
    expect(readQuantity({ ...given, valueMax: 20, qualifier: 'between' }, scale)).toMatchObject({
      quantity: { value: 1_250, valueMax: 2_000 },
      steps: null,
    });
  });

  it('are refused where they stand', () => {
    const steps = [{ on: '2024-04-01', value: '1.234' }];
    expect(readQuantity({ ...given, value: 'x', steps }, scale)).toMatchObject({
      ok: false,
      issues: [{ path: 'value' }, { path: 'steps.0.value', code: 'too_many_decimals' }],
    });
    expect(readQuantity({ ...given, value: -1 }, scale)).toMatchObject({
      issues: [{ code: 'negative_value' }],
    });
    const below = [{ on: '2024-04-01', value: '-1' }];
    expect(readQuantity({ ...given, steps: below }, scale)).toMatchObject({
      issues: [{ path: 'steps.0.value', code: 'negative_value' }],
    });
    expect(readQuantity({ ...given, steps: below }, { ...scale, signed: true })).toMatchObject({ ok: true });
  });
  it('are no more than what those of every day of a year add up to', () => {
    const largest = '90000000000';
    expect(readQuantity({ ...given, value: largest }, scale)).toMatchObject({ ok: true });
    const steps = [{ on: '2024-04-01', value: '90000000000.01' }];
    const past = { value: '-90000000000.01', steps, qualifier: 'between' } as const;
    expect(readQuantity({ ...past, valueMax: '99999999999999999' }, { ...scale, signed: true })).toEqual({
      ok: false,
      issues: [
        ['value', 'La valeur'],
        ['valueMax', 'Le maximum'],
        ['steps.0.value', 'Le palier'],
      ].map(([path, name]) => ({
        path,
        code: 'value_out_of_range',
        message: `${name} dépasse 90\u202f000\u202f000\u202f000, le plus qu’une cible puisse tenir\u00a0: vérifiez l’ordre de grandeur.`,
      })),
    });
  });
});
