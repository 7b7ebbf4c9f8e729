import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { slug, typographic } from '../../kernel/french-text.rules.js';
import { overlaps } from '../../kernel/period.rules.js';
import type { Channel, Territory } from '../../programme/programme.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { AddedRowView, ListChoice } from './grid.types.js';

/** What a row may be made of. */
export interface RowLists {
  indicators: readonly Indicator[];
  campaigns: readonly Campaign[];
  territories: readonly Territory[];
  channels: readonly Channel[];
  /** With the name that each bore at the time. */
  organisations: readonly { code: string; name: string }[];
  /** Whoever enters for one organisation only gives its own figures. */
  isBound: boolean;
}

const choice = (code: string, label: string): ListChoice => ({
  value: slug(code),
  label: typographic(label),
});

/** The lists with which a row that is not there is asked for: it stands in the grid as soon as it is filled. */
export function addedRow(period: EntryPeriod, lists: RowLists, isByMonth: boolean): AddedRowView {
  const whole = (label: string): ListChoice => ({ value: '', label });
  const counted = lists.indicators.filter(({ retiredOn }) => retiredOn === null || retiredOn >= period.start);
  const held = lists.campaigns.filter((campaign) => overlaps(campaign.period, period));
  return {
    action: `/saisie/${period.name}`,
    isByMonth,
    indicators: counted.map(({ code, name }) => choice(code, name)),
    campaigns: [whole('Sans opération'), ...held.map(({ code, name }) => choice(code, name))],
    territories: [
      whole('Tout le territoire'),
      ...lists.territories.map(({ code, name }) => choice(code, name)),
    ],
    channels: [whole('Tous les canaux'), ...lists.channels.map(({ code, label }) => choice(code, label))],
    organisations: [
      ...(lists.isBound ? [] : [whole('Toutes les organisations')]),
      ...lists.organisations.map(({ code, name }) => choice(code, name)),
    ],
  };
}
