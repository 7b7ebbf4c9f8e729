import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { Observation } from '../interpretation.types.js';
import type { Findings } from './findings.rules.js';
import type { ItemRule } from './import-profile.types.js';
import { addQuantities } from './value-cells.rules.js';

type Told = Pick<
  Observation,
  'indicator' | 'periodStart' | 'periodEnd' | 'campaign' | 'territory' | 'channel'
>;

const placeOf = ({ indicator, periodStart, periodEnd, campaign, territory, channel }: Told): string =>
  [indicator, periodStart, periodEnd, campaign, territory, channel].join('|');
const wordsOf = (observations: readonly Observation[]): string =>
  observations
    .map((one) => [placeOf(one), one.quantity?.value, one.quantity?.qualifier, one.absence].join('|'))
    .join('\n');

/** Keeps the items of one file apart: a source says each of them once, or in several lines that add up. */
export class ItemBook {
  private readonly told = new Map<string, { line: number; words: string }>();
  private readonly sums = new Map<string, Observation>();
  private readonly names = new Map<string, string>();

  constructor(
    private readonly rule: ItemRule,
    private readonly findings: Findings,
  ) {}

  /** Takes in what one row says of an item. */
  take(item: string, line: number, column: string, observations: readonly Observation[]): void {
    if (this.rule.repeats === 'adds') {
      for (const observation of observations) this.add(item, observation);
      return;
    }
    const words = wordsOf(observations);
    const before = this.told.get(item);
    if (before === undefined) {
      this.told.set(item, { line, words });
      this.findings.observations.push(...observations);
    } else if (before.words === words) {
      this.findings.leaveOut('déjà lu plus haut, sous le même identifiant');
    } else {
      const message = sentence`${quote(item)} est déjà à la ligne ${String(before.line)}, avec d’autres chiffres : gardez la bonne ligne.`;
      this.findings.reject({ line, column, code: 'repeated_item', message });
    }
  }

  private add(item: string, observation: Observation): void {
    const place = placeOf(observation);
    const sum = this.sums.get(`${item}\n${place}`);
    if (sum === undefined) {
      // Lines of one item in two months are two things of it: each keeps its own key.
      const name = `${item}\n${observation.indicator}`;
      const first = this.names.get(name);
      this.names.set(name, first ?? place);
      const key = first === undefined || first === place ? item : `${item} · ${place}`;
      const kept = { ...observation, item: key };
      this.sums.set(`${item}\n${place}`, kept);
      this.findings.observations.push(kept);
      return;
    }
    const quantities = [sum.quantity, observation.quantity].filter((quantity) => quantity !== null);
    sum.quantity = addQuantities(quantities);
    if (sum.quantity !== null) sum.absence = null;
  }
}
