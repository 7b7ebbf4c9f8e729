import type { InputIssue } from '../kernel/domain-error.js';
import { sentence, slug } from '../kernel/french-text.rules.js';
import type { Dataset } from './dataset.schema.js';

type List =
  'exercices' | 'territories' | 'organisations' | 'channels' | 'indicators' | 'campaigns' | 'meetings';

/** Everything in a data set that names something else in it must find it; every code is given once. */
export function checkReferences(dataset: Dataset): InputIssue[] {
  const checks = new References(dataset);
  checks.everyCodeOnce();
  checks.vocabulary();
  checks.campaigns();
  checks.committee();
  checks.targets();
  return checks.issues;
}

class References {
  readonly issues: InputIssue[] = [];
  private readonly codes: Record<List, Set<string | number>>;

  constructor(private readonly dataset: Dataset) {
    const { exercices, territories, organisations, channels, indicators, campaigns, meetings } = dataset;
    const codesOf = (list: { code: string }[]): Set<string> => new Set(list.map(({ code }) => code));
    this.codes = {
      exercices: new Set(exercices.map(({ year }) => year)),
      territories: codesOf(territories),
      organisations: codesOf(organisations),
      channels: codesOf(channels),
      indicators: codesOf(indicators),
      campaigns: codesOf(campaigns),
      meetings: codesOf(meetings),
    };
  }

  everyCodeOnce(): void {
    const { exercices, members, objectives, targets } = this.dataset;
    for (const list of [
      'territories',
      'organisations',
      'channels',
      'indicators',
      'campaigns',
      'meetings',
    ] as const) {
      this.once(
        list,
        this.dataset[list].map(({ code }) => slug(code)),
        'code',
      );
    }
    this.once(
      'exercices',
      exercices.map(({ year }) => String(year)),
      'year',
    );
    this.once(
      'members',
      members.map((seat) => `${seat.organisation} ${seat.validFrom ?? ''}`.trim()),
      'organisation',
    );
    this.once(
      'objectives',
      objectives.map(({ year, rank }) => `${year} ${rank}`),
      'rank',
    );
    const keys = targets.map(({ kind, indicator, campaign, periodStart, periodEnd }) =>
      [kind, indicator, campaign ?? '', periodStart, periodEnd].join(' '),
    );
    this.once('targets', keys, 'indicator');
  }

  vocabulary(): void {
    const { programme, territories, organisations, indicators } = this.dataset;
    this.known('territories', programme.territoryCode, 'programme.territoryCode');
    for (const [index, { parentCode }] of territories.entries()) {
      this.declaredBefore(territories, index, parentCode, `territories.${index}.parentCode`);
    }
    for (const [index, indicator] of indicators.entries()) {
      this.declaredBefore(indicators, index, indicator.subsetOf, `indicators.${index}.subsetOf`);
      if ((indicator.sentenceOne === null) !== (indicator.sentenceOther === null)) {
        const path = `indicators.${index}.sentenceOther`;
        this.refuse(path, 'incomplete', 'donnez sentenceOne et sentenceOther ensemble, ou aucun des deux');
      }
    }
    for (const [index, { names }] of organisations.entries()) {
      for (const [rank, { validFrom, validTo }] of names.entries()) {
        const path = `organisations.${index}.names.${rank}`;
        this.inOrder(validFrom, validTo, `${path}.validTo`);
        const before = names[rank - 1];
        if (before && (validFrom === null || before.validTo === null || before.validTo >= validFrom)) {
          this.refuse(
            `${path}.validFrom`,
            'overlapping_names',
            'ce nom commence avant la fin du précédent, datez les noms du plus ancien au plus récent',
          );
        }
      }
    }
  }

  campaigns(): void {
    for (const [index, campaign] of this.dataset.campaigns.entries()) {
      const path = `campaigns.${index}`;
      const { startDate, endDate, precision, openEnd } = campaign;
      this.known('exercices', campaign.year, `${path}.year`);
      this.known('campaigns', campaign.followsCode, `${path}.followsCode`);
      campaign.channels.forEach((channel, rank) =>
        this.known('channels', channel, `${path}.channels.${rank}`),
      );
      campaign.partners.forEach(({ code }, rank) =>
        this.known('organisations', code, `${path}.partners.${rank}.code`),
      );
      this.once(
        `${path}.partners`,
        campaign.partners.map(({ code, role }) => `${code} ${role}`),
        'code',
      );
      this.inOrder(startDate, endDate, `${path}.endDate`);
      const undated = startDate === null && endDate === null;
      if (undated !== (precision === 'unknown')) {
        const advice = undated
          ? 'sans aucune date, écrivez "unknown"'
          : 'avec une date, écrivez une autre précision';
        this.refuse(`${path}.precision`, 'precision_mismatch', sentence`trouvé "${precision}" : ${advice}`);
      }
      if (!undated && !openEnd && (startDate === null || endDate === null)) {
        const advice = 'donnez les deux dates, ou "openEnd": true quand aucune fin n’est connue';
        this.refuse(`${path}.openEnd`, 'period_open', `une date manque, ${advice}`);
      }
      if (campaign.followsCode === campaign.code) {
        this.refuse(
          `${path}.followsCode`,
          'self_reference',
          'une opération ne se suit pas elle-même, retirez ce code',
        );
      }
    }
  }

  committee(): void {
    const { meetings, members, objectives } = this.dataset;
    meetings.forEach(({ year }, index) => this.known('exercices', year, `meetings.${index}.year`));
    for (const [index, { organisation, validFrom, validTo }] of members.entries()) {
      this.known('organisations', organisation, `members.${index}.organisation`);
      this.inOrder(validFrom, validTo, `members.${index}.validTo`);
    }
    objectives.forEach(({ meetingCode }, index) =>
      this.known('meetings', meetingCode, `objectives.${index}.meetingCode`),
    );
  }

  targets(): void {
    for (const [index, { indicator, campaign, periodStart, periodEnd }] of this.dataset.targets.entries()) {
      this.known('indicators', indicator, `targets.${index}.indicator`);
      this.known('campaigns', campaign, `targets.${index}.campaign`);
      this.inOrder(periodStart, periodEnd, `targets.${index}.periodEnd`);
    }
  }

  private refuse(path: string, code: string, message: string): void {
    this.issues.push({ path, code, message });
  }

  private once(list: string, keys: string[], member: string): void {
    for (const [index, key] of keys.entries()) {
      const first = keys.indexOf(key);
      if (first === index) continue;
      this.refuse(
        `${list}.${index}.${member}`,
        'duplicate',
        sentence`« ${key} » est déjà donné par ${list}.${first}, gardez-en un seul`,
      );
    }
  }

  private known(list: List, code: string | number | null, path: string): void {
    if (code === null || this.codes[list].has(code)) return;
    this.refuse(
      path,
      'unknown_code',
      sentence`« ${code} » n’est pas déclaré dans « ${list} », ajoutez-le à cette liste ou corrigez-le`,
    );
  }

  private declaredBefore(list: { code: string }[], index: number, code: string | null, path: string): void {
    if (code === null || list.slice(0, index).some((other) => other.code === code)) return;
    this.refuse(
      path,
      'unknown_code',
      sentence`« ${code} » n’est déclaré nulle part plus haut, déclarez-le d’abord`,
    );
  }

  private inOrder(from: string | null, to: string | null, path: string): void {
    if (from === null || to === null || from <= to) return;
    this.refuse(
      path,
      'period_reversed',
      `la fin ${to} vient avant le début ${from}, corrigez l’une des deux dates`,
    );
  }
}
