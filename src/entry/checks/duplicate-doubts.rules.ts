import { formatPeriod } from '../../kernel/french-date.rules.js';
import { capitalise, elide, joinList, sentence } from '../../kernel/french-text.rules.js';
import { covers, precisionOf } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import { amountFirst, amountWords, saidText } from './amount-words.rules.js';
import type { CheckedIndicator, Doubt, SaidFigure, Surroundings } from './checks.types.js';
import { sliceText } from '../plan/row-key.rules.js';
import { spanText, stands } from './said-figures.rules.js';
import { slicesAbove } from './slices-above.rules.js';

/** Below, two sources agree by chance. */
const SMALLEST = 100;

const WHERE = {
  campaign: 'opération',
  territory: 'territoire',
  channel: 'canal',
  organisation: 'organisation',
} as const;

/** The same value for the same days from another source. */
export function sameElsewhere(
  figure: SaidFigure,
  { wording }: CheckedIndicator,
  around: Surroundings,
): Doubt[] {
  const { quantity } = figure;
  if (quantity === null || Math.abs(quantity.value) < SMALLEST * 10 ** wording.decimals) return [];
  const said = saidText(quantity);
  const other = (around.bySpan.get(spanText(figure)) ?? []).find(
    (one) =>
      one.id !== figure.id &&
      // Two territories may well count as many; one of them and the whole may not.
      (one.territory === figure.territory || one.territory === null || figure.territory === null) &&
      one.quantity !== null &&
      stands(one) &&
      saidText(one.quantity) === said,
  );
  if (!other) return [];
  const differing = (Object.keys(WHERE) as (keyof typeof WHERE)[]).filter(
    (one) => other[one] !== figure[one],
  );
  const amount = amountFirst(quantity, wording);
  const isTotal = differing.every((one) => other[one] === null);
  const isPart = differing.every((one) => figure[one] === null);
  const nouns = joinList(
    differing.map((one) => WHERE[one]),
    'et',
  );
  const nameOf = (one: keyof typeof WHERE): string =>
    (one === 'campaign' ? around.campaigns.get(other.campaign ?? '')?.name : other[one]) ?? 'aucun';
  const names = differing.map(nameOf).join(', ');
  const where = isTotal
    ? sentence`comme total pour les mêmes jours (sans distinguer ${nouns})`
    : isPart
      ? sentence`en détail pour les mêmes jours (${nouns} : ${names})`
      : sentence`pour les mêmes jours ailleurs (${nouns} : ${names})`;
  const message = sentence`${amount} est aussi donné ${where}. Le même chiffre a-t-il été saisi deux fois ? Retirez l’un des deux, ou confirmez avec une explication.`;
  return [{ code: 'same_elsewhere', message }];
}

/** A total of a longer period, or with fewer details, that says already what this figure would add. */
export function alreadyDeclared(
  figure: SaidFigure,
  indicator: CheckedIndicator,
  around: Surroundings,
): Doubt[] {
  if (figure.quantity === null || indicator.aggregationTime !== 'sum') return [];
  const wider = slicesAbove(figure)
    .flatMap((slice) => around.bySlice.get(sliceText(slice)) ?? [])
    .find((other) => other.id !== figure.id && stands(other) && isLonger(other, figure));
  if (!wider || wider.quantity === null) return [];
  const amount = amountWords(wider.quantity, indicator.wording);
  const message = sentence`${wholeWords(wider)} : ${amount}. Ce chiffre en sera le détail et ne s’y ajoutera pas. Retirez l’un des deux s’ils se répètent, ou confirmez avec une explication.`;
  return [{ code: 'already_declared', message }];
}

const isLonger = (one: ClosedPeriod, other: ClosedPeriod): boolean =>
  covers(one, other) && (one.start !== other.start || one.end !== other.end);

/** « L’été 2020 entier est déjà renseigné ». */
function wholeWords({ start, end }: ClosedPeriod): string {
  const precision = precisionOf(start, end);
  const text = formatPeriod({ start, end, precision });
  if (precision === 'season') return `${capitalise(elide('le', text))} entier est déjà renseigné`;
  if (precision === 'month') return `Le mois entier (${text}) est déjà renseigné`;
  if (precision === 'year') return `L’année ${text} entière est déjà renseignée`;
  return `Une période plus longue (${text}) est déjà renseignée`;
}
