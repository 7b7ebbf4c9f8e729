import { Inject, Injectable } from '@nestjs/common';
import { quote } from '../kernel/decimal-string.rules.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import {
  RollUpDifferencesRepository,
  type CampaignSumsDifference,
  type RollUpDifference,
} from './roll-up-differences.repository.js';
import { RollUpsRepository } from './roll-ups.repository.js';

const MOST_TOLD = 100;

/** What comparing the roll-ups with the measurements found: one French sentence each. */
export interface RollUpsVerification {
  ok: boolean;
  findings: string[];
}

/** Computes every roll-up again from the standing versions and compares. Changes nothing, unless asked to repair. */
@Injectable()
export class RollUpsVerifier {
  constructor(
    @Inject(RollUpDifferencesRepository) private readonly differences: RollUpDifferencesRepository,
    @Inject(RollUpsRepository) private readonly rollUps: RollUpsRepository,
  ) {}

  async verify(): Promise<RollUpsVerification> {
    const misplaced = await this.differences.wronglyStanding(MOST_TOLD);
    const wrong = await this.differences.wrongSums(MOST_TOLD);
    const wrongOfCampaigns = await this.differences.wrongCampaignSums(MOST_TOLD);
    const findings = [
      ...misplaced.map(
        (id) =>
          sentence`Mesure ${id} : la version qui compte n’est pas celle que la base a notée pour les totaux.`,
      ),
      ...wrong.map(toldDifference),
      ...wrongOfCampaigns.map(toldOfCampaigns),
    ];
    return { ok: findings.length === 0, findings: findings.slice(0, MOST_TOLD) };
  }

  /** Makes every roll-up anew. */
  repair(): Promise<void> {
    return this.rollUps.rebuild();
  }
}

/** « Cumul de « VUES_RESEAUX » en 2020-06 : il compte 12 mesures… » The totals are in the indicator's smallest unit. */
function toldDifference({ indicator, month, kept, found }: RollUpDifference): string {
  const told = ({ measurements, total }: RollUpDifference['kept']): string =>
    measurements === 0
      ? 'aucune mesure'
      : `${formatNumber(measurements)} ${measurements < 2 ? 'mesure' : 'mesures'} (${formatNumber(total)})`;
  const [here, there] = [told(kept), told(found)];
  const where = `${quote(indicator)} en ${monthText(month)}`;
  return here === there
    ? sentence`Cumul de ${where} : son détail ne correspond pas aux mesures.`
    : sentence`Cumul de ${where} : il compte ${here}, les mesures disent ${there}.`;
}

const monthText = (month: number): string => `${Math.floor(month / 100)}-${String(month).slice(-2)}`;

/** « Cumul par opération de « VUES_RESEAUX » en 2020-06… », or en 2020 for the shares of a year. */
function toldOfCampaigns({ indicator, period }: CampaignSumsDifference): string {
  const when = period > 9_999 ? monthText(period) : String(period);
  return sentence`Cumul par opération de ${quote(indicator)} en ${when} : il ne correspond pas au détail de ses mesures.`;
}
