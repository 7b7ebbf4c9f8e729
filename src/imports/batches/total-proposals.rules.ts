import { formatPeriod } from '../../kernel/french-date.rules.js';
import { formatQuantity } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { covers, precisionOf } from '../../kernel/period.rules.js';
import type { Quantity } from '../../kernel/figure.types.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { TotalProposal } from './batch.types.js';
import { sumOf } from './observation-sums.rules.js';
import { roundWords } from './round-words.rules.js';

/** A measurement as it is known here: its place in codes, and what its newest version says. */
export interface Placed {
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: string;
  periodEnd: string;
  quantity: Quantity | null;
}

const DIMENSIONS = ['territory', 'channel', 'organisation'] as const;

/** The dimensions that one fills and the other leaves empty; null when they are not of one slice. */
function detailOf(part: Placed, whole: Omit<Placed, 'quantity'>): string | null {
  if (part.indicator !== whole.indicator || part.campaign !== whole.campaign) return null;
  const same = DIMENSIONS.every(
    (dimension) => whole[dimension] === null || whole[dimension] === part[dimension],
  );
  const outer = { start: whole.periodStart, end: whole.periodEnd };
  if (!same || !covers(outer, { start: part.periodStart, end: part.periodEnd })) return null;
  const filled = DIMENSIONS.filter((dimension) => whole[dimension] === null && part[dimension] !== null);
  const isShorter = part.periodStart !== whole.periodStart || part.periodEnd !== whole.periodEnd;
  return filled.length === 0 && !isShorter ? null : [...filled, isShorter ? 'period' : ''].join(' ');
}

/** The parts under a total, when all of them detail it the same way: otherwise one might hold another. */
export function partsUnder(whole: Omit<Placed, 'quantity'>, known: readonly Placed[]): Placed[] | null {
  const details = known.map((part) => ({ part, detail: detailOf(part, whole) }));
  const parts = details.filter(({ detail }) => detail !== null);
  return new Set(parts.map(({ detail }) => detail)).size > 1 ? null : parts.map(({ part }) => part);
}

/** Exact decimals and words of an indicator. */
interface Scale {
  name: string;
  decimals: number;
  symbol: string | null;
  signed: boolean;
}

/** What is proposed of a total: to keep what is declared, to say the sum of its parts, or to say it in round words. */
export function totalProposal(
  whole: Omit<Placed, 'quantity'> & { key: string; declared: TotalProposal['declared'] },
  parts: readonly Placed[] | null,
  scale: Scale,
): TotalProposal {
  const { key, indicator, campaign, declared } = whole;
  const period: ClosedPeriod = { start: whole.periodStart, end: whole.periodEnd };
  const sum =
    parts === null
      ? null
      : (sumOf(parts.map(({ quantity }) => ({ quantity, absence: null })))?.quantity ?? null);
  const rounded = sum === null ? null : roundWords(sum, scale.decimals);
  const words = (quantity: Quantity): string => `« ${formatQuantity(quantity, scale).text} »`;
  const when = formatPeriod({ ...period, precision: precisionOf(period.start, period.end) });
  const made =
    sum === null ? 'ses parts se recoupent et ne s’additionnent pas' : `ses parts font ${words(sum)}`;
  const what =
    declared === null
      ? sentence`${scale.name}, ${when} : ${made}.`
      : sentence`${scale.name}, ${when} : ${declared.waits ? 'le total qui attend sa validation' : 'le total déclaré'} est ${words(declared.total)}, ${made}.`;
  const choices: TotalProposal['choices'] = [
    {
      choice: 'keep',
      label:
        declared === null
          ? sum === null
            ? 'ne rien ajouter'
            : sentence`dire la somme, ${words(sum)}`
          : sentence`garder ${words(declared.total)} : les parts le détaillent et ne s’y ajoutent pas`,
    },
  ];
  if (declared !== null)
    choices.push({
      choice: 'sum',
      label:
        sum === null
          ? 'retirer le total déclaré'
          : sentence`remplacer le total déclaré par la somme, ${words(sum)}`,
    });
  if (rounded !== null)
    choices.push({
      choice: 'rounded',
      label: sentence`${declared === null ? 'publier' : 'remplacer le total déclaré par'} ${words(rounded)}`,
    });
  return {
    key,
    indicator,
    campaign,
    period,
    sum,
    parts: parts?.length ?? 0,
    rounded,
    declared,
    message: what,
    choices,
  };
}
