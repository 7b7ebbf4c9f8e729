import { decimalString } from '../kernel/decimal-string.rules.js';
import { amountToJson, readAmount } from './measurement-amount.rules.js';
import { nearestCode } from '../kernel/nearest-code.rules.js';
import { textProblem } from './measurement-text.rules.js';
import { checkMeasurement } from './measurement.rules.js';
import type { MeasurementInput, MeasurementVocabulary } from './measurement.types.js';
import fc from 'fast-check';

const vocabulary: MeasurementVocabulary = {
  indicators: new Map([
    ['VISITEURS_STAND', { id: 1, code: 'VISITEURS_STAND', decimals: 0, subsetOfId: null, retiredOn: null }],
    ['visiteurs-stand', { id: 1, code: 'VISITEURS_STAND', decimals: 0, subsetOfId: null, retiredOn: null }],
    ['COUT', { id: 2, code: 'COUT', decimals: 2, subsetOfId: null, retiredOn: null }],
  ]),
  campaigns: new Map([['OP-2020-SPOTS', { id: 5, code: 'OP-2020-SPOTS' }]]),
  territories: new Map(),
  channels: new Map(),
  organisations: new Map(),
};
const input: MeasurementInput = {
  indicator: 'VISITEURS_STAND',
  periodStart: '2020-01-01',
  periodEnd: '2020-01-31',
  value: 450,
};
const issuesOf = (change: Partial<MeasurementInput>): string[] => {
  const checking = checkMeasurement({ ...input, ...change }, vocabulary);
  return checking.ok ? [] : checking.issues.map((issue) => `${issue.path} ${issue.code}`);
};
const messageOf = (change: Partial<MeasurementInput>): string => {
  const checking = checkMeasurement({ ...input, ...change }, vocabulary);
  return checking.ok ? '' : checking.issues.map((issue) => issue.message).join(' ');
};

describe('the reason of a change', () => {
  it.each([
    ['recomptage', 'recomptage'],
    ['', null],
    [null, null],
    [undefined, undefined],
  ])('%p is kept as %p', (reason, kept) => {
    const checking = checkMeasurement({ ...input, reason }, vocabulary);
    expect(checking.ok && checking.checked.reason).toBe(kept);
  });
});

describe('reading an amount', () => {
  it.each([
    [13, 0, 13],
    ['13', 0, 13],
    ['13.000', 0, 13],
    [-5, 0, -5],
    ['0', 2, 0],
    ['-0', 2, 0],
    [1.005, 3, 1005],
    ['12.5', 2, 1250],
    [0.07, 2, 7],
    [9007199254740991, 0, Number.MAX_SAFE_INTEGER],
  ])('reads %p with %p decimals as %p', (given, decimals, amount) => {
    expect(readAmount(given, decimals)).toEqual({ kind: 'value', value: amount });
  });

  it.each([
    ['treize', 0, 'not_a_number', '«\u00a0treize\u00a0» n’est pas un nombre'],
    ['13 000', 0, 'not_a_number', 'écrivez 13000, sans espace et avec un point décimal'],
    ['13\u202f000', 0, 'not_a_number', 'écrivez 13000, sans espace'],
    ['12,5', 1, 'not_a_number', 'écrivez 12.5, sans espace'],
    ['', 0, 'not_a_number', 'n’est pas un nombre'],
    ['0x1F', 0, 'not_a_number', 'n’est pas un nombre'],
    ['1e5', 0, 'not_a_number', 'n’est pas un nombre'],
    ['près de 400', 0, 'not_a_number', 'n’est pas un nombre'],
    ['٤٥', 0, 'not_a_number', 'n’est pas un nombre'],
    [Number.POSITIVE_INFINITY, 0, 'not_a_number', 'n’est pas un nombre'],
    [13.5, 0, 'too_many_decimals', 'un nombre entier'],
    ['1.234', 2, 'too_many_decimals', '2 chiffres après la virgule'],
    [0.1 + 0.2, 2, 'too_many_decimals', 'trop de décimales'],
    [1e-9, 4, 'too_many_decimals', 'trop de décimales'],
    [9007199254740992, 0, 'value_out_of_range', 'tenir exactement'],
    [1e300, 0, 'value_out_of_range', 'tenir exactement'],
    ['99999999999999.99', 4, 'value_out_of_range', 'tenir exactement'],
  ])('refuses %p with %p decimals: %s', (given, decimals, code, says) => {
    const reading = readAmount(given, decimals);
    expect(reading).toEqual({ kind: 'refused', code, message: expect.stringContaining(says) });
  });

  it('writes an amount as a number, or as text where no number is exact', () => {
    expect(amountToJson(1_250, 2)).toBe(12.5);
    expect(amountToJson(Number.MAX_SAFE_INTEGER, 0)).toBe(Number.MAX_SAFE_INTEGER);
    expect(amountToJson(Number.MAX_SAFE_INTEGER, 2)).toBe('90071992547409.91');
  });

  it('writes back what it reads, exactly', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger().map((amount) => amount || 0),
        fc.integer({ min: 0, max: 4 }),
        (amount, decimals) => {
          expect(readAmount(decimalString(amount, decimals), decimals)).toEqual({
            kind: 'value',
            value: amount,
          });
          expect(readAmount(amountToJson(amount, decimals), decimals)).toEqual({
            kind: 'value',
            value: amount,
          });
        },
      ),
    );
  });
});

describe('checking a measurement', () => {
  it('accepts codes in any case and resolves the key', () => {
    const checking = checkMeasurement(
      { ...input, indicator: 'visiteurs_stand', campaign: 'OP-2020-SPOTS' },
      vocabulary,
    );
    expect(checking).toMatchObject({
      ok: true,
      checked: { key: { indicatorId: 1, campaignId: 5, channel: null } },
    });
  });

  it.each<[string, Partial<MeasurementInput>, string[]]>([
    ['an unknown indicator', { indicator: 'VISITEUR_STAND' }, ['indicator unknown_indicator']],
    ['no indicator', { indicator: '' }, ['indicator unknown_indicator']],
    ['the name of an object’s own machinery', { indicator: '__proto__' }, ['indicator unknown_indicator']],
    ['an unknown campaign', { campaign: 'constructor' }, ['campaign unknown_campaign']],
    ['30 February', { periodStart: '2020-02-30', periodEnd: '2020-03-01' }, ['periodStart not_a_date']],
    ['a French date', { periodEnd: '31/01/2020' }, ['periodEnd not_a_date']],
    ['another century', { periodStart: '0020-01-01' }, ['periodStart date_out_of_range']],
    ['one day', { periodStart: '2020-01-31', periodEnd: '2020-01-31' }, []],
    [
      'one day that is none',
      { periodStart: '2020-02-30', periodEnd: '2020-02-30' },
      ['periodStart not_a_date', 'periodEnd not_a_date'],
    ],
    ['a period that ends before it starts', { periodEnd: '2019-12-31' }, ['periodEnd period_reversed']],
    ['neither value nor absence', { value: undefined }, ['value value_missing']],
    ['a value and an absence', { absence: 'not_communicated' }, ['absence value_and_absence']],
    [
      'a qualified absence',
      { value: null, absence: 'suppressed', qualifier: 'about' },
      ['qualifier qualifier_without_value'],
    ],
    ['« entre » with one bound', { qualifier: 'between' }, ['valueMax value_max_missing']],
    [
      '« entre » with reversed bounds',
      { qualifier: 'between', valueMax: 450 },
      ['valueMax value_max_not_greater'],
    ],
    ['two bounds without « entre »', { valueMax: 500 }, ['valueMax value_max_unexpected']],
    ['an empty interval', { value: 0, qualifier: 'nearly' }, ['value empty_interval']],
    ['half a character', { note: 'a\ud800' }, ['note malformed_text']],
    ['a NUL', { source: 'a\u0000b' }, ['source control_character']],
    ['a novel', { internalNote: 'é'.repeat(2_001) }, ['internalNote text_too_long']],
    [
      'everything at once',
      { indicator: 'X', value: 'treize', periodEnd: 'hier' },
      ['indicator unknown_indicator', 'periodEnd not_a_date', 'value not_a_number'],
    ],
  ])('refuses %s', (_, change, issues) => {
    expect(issuesOf(change)).toEqual(issues);
  });

  it('proposes the code that was probably meant', () => {
    expect(messageOf({ indicator: 'VISITEUR_STAND' })).toBe(
      'Aucun indicateur n’a le code «\u00a0VISITEUR_STAND\u00a0». Vouliez-vous écrire VISITEURS_STAND ?',
    );
    expect(nearestCode('BUDGET', ['VISITEURS_STAND'])).toBeNull();
    expect(nearestCode('x'.repeat(100_000), ['VISITEURS_STAND'])).toBeNull();
  });

  it('keeps texts as they are, emoji and line ends included', () => {
    expect(textProblem('ligne 1\r\nligne 2 👨‍👩‍👧 “é”')).toBeNull();
  });

  it('takes an absence in place of a value, and nothing else beside it', () => {
    const absent = { value: undefined, absence: 'not_communicated' as const };
    expect(checkMeasurement({ ...input, ...absent }, vocabulary)).toMatchObject({
      ok: true,
      checked: {
        content: { value: null, valueMax: null, qualifier: null, absence: 'not_communicated' },
      },
    });
    expect(issuesOf({ ...absent, valueMax: 3 })).toEqual(['absence value_and_absence']);
    expect(issuesOf({ ...absent, qualifier: 'about' })).toEqual(['qualifier qualifier_without_value']);
  });

  it('looks for no code in a text too long to be one', () => {
    const long = 'visiteurs_stand'.padEnd(201, '-');
    expect(issuesOf({ indicator: long })).toEqual(['indicator unknown_indicator']);
    expect(issuesOf({ indicator: long.slice(0, 200) })).toEqual([]);
  });

  it('says of every word that is not in the vocabulary which one it is', () => {
    const unknown = { campaign: 'A', territory: 'B', channel: 'C', organisation: 'D' };
    expect(issuesOf(unknown)).toEqual([
      'campaign unknown_campaign',
      'territory unknown_territory',
      'channel unknown_channel',
      'organisation unknown_organisation',
    ]);
    for (const none of ['Aucune opération', 'Aucun territoire', 'Aucun canal', 'Aucune organisation'])
      expect(messageOf(unknown)).toContain(`${none} n’a le code «\u00a0`);
    expect(messageOf(unknown)).toContain('rien n’est créé à partir d’un chiffre');
  });
});
