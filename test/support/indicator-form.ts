import type { IndicatorDefinition } from '../../src/indicators/indicator.types.js';

/** What the form of an indicator sends when only its name is said: a flow of things, no box ticked. */
export const definitionFields = (name: string): Record<string, string> => ({
  name,
  shortName: name,
  labelOne: 'chose',
  labelOther: 'choses',
  sentenceOne: '',
  sentenceOther: '',
  definition: '',
  method: '',
  unit: 'chose',
  symbol: '',
  decimals: '0',
  nature: 'flow',
  aggregationTime: '',
  aggregationTerritory: '',
  aggregationChannel: '',
  carryMaxDays: '',
  restartsOn: '',
  subsetOf: '',
  numerator: '',
  denominator: '',
  factor: '1',
  chainAfter: '',
  chainLevel: 'output',
  direction: 'up',
  costKind: '',
  producer: '',
  owner: '',
  frequency: '',
  dueDays: '',
  note: '',
});

const BOXES = ['elision', 'signed', 'overlapping', 'exhaustive', 'carriesLastValue', 'keyFigure'];

/** What the form of a known indicator sends when nothing is changed in it. */
export function fieldsOfIndicator(indicator: IndicatorDefinition): Record<string, string> {
  const names = [...Object.keys(definitionFields('')), ...BOXES];
  const own = Object.entries(indicator).flatMap(([name, value]): [string, string][] => {
    if (!names.includes(name)) return [];
    if (typeof value === 'boolean') return value ? [[name, 'on']] : [];
    return [[name, String(value ?? '')]];
  });
  return Object.fromEntries(own);
}
