import { figureText } from '../kernel/figure-text.rules.js';
import type { Quantity, Wording } from '../kernel/figure.types.js';
import { capitalise } from '../kernel/french-text.rules.js';

/** How a form words an indicator. */
export interface ExampleWording extends Wording {
  /** Labels of the narrative sentence; null: those of the wording. */
  sentenceOne: string | null;
  sentenceOther: string | null;
}

/** One thing, many, more than many, and a number so large that it is written in words. */
const FIGURES: readonly Quantity[] = [
  { value: 1, valueMax: null, qualifier: 'exact' },
  { value: 450, valueMax: null, qualifier: 'exact' },
  { value: 13_000, valueMax: null, qualifier: 'more_than' },
  { value: 1_300_000, valueMax: null, qualifier: 'about' },
];
/** A rate or a variation is never so large. */
const RATES: readonly Quantity[] = [
  { value: 1, valueMax: null, qualifier: 'exact' },
  { value: 45, valueMax: null, qualifier: 'more_than' },
];

/** What pages and bilan would write: « 450 visiteurs accueillis », « Plus de 13 000 visiteurs ont été accueillis. » */
export function exampleTexts({ sentenceOne, sentenceOther, ...wording }: ExampleWording): string[] {
  if (wording.labelOne.trim() === '' || wording.labelOther.trim() === '') return [];
  const chosen = wording.symbol === '%' ? RATES : FIGURES;
  const quantities = chosen.map((one) => ({ ...one, value: one.value * 10 ** wording.decimals }));
  const tiles = quantities.map((quantity) => figureText(quantity, wording));
  if (sentenceOne === null || sentenceOther === null) return tiles;
  const narrated = { ...wording, labelOne: sentenceOne, labelOther: sentenceOther };
  return [...tiles, ...quantities.slice(0, 2).map((one) => `${capitalise(figureText(one, narrated))}.`)];
}
