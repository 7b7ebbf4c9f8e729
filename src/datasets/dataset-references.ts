import type { InputIssue } from '../kernel/domain-error.js';
import { sentence, slug } from '../kernel/french-text.rules.js';
import { daysIssue } from '../programme/exercice.rules.js';
import { DatasetCodes } from './dataset-codes.js';
import type { Dataset } from './dataset.schema.js';

/** Everything in a data set that names something else in it must find it; every code is given once. */
export function checkReferences(dataset: Dataset): InputIssue[] {
  const codes = new DatasetCodes(dataset);
  const checks = new References(dataset, codes);
  checks.everyCodeOnce();
  checks.exercices();
  checks.vocabulary();
  checks.campaigns();
  checks.committee();
  checks.targets();
  checks.annotations();
  return codes.issues;
}

class References {
  constructor(
    private readonly dataset: Dataset,
    private readonly codes: DatasetCodes,
  ) {}

  everyCodeOnce(): void {
    const { exercices, members, objectives, targets } = this.dataset;
    for (const list of [
      'territories',
      'organisations',
      'channels',
      'indicators',
      'campaigns',
      'meetings',
      'annotations',
    ] as const) {
      this.codes.once(
        list,
        this.dataset[list].map(({ code }) => slug(code)),
        'code',
      );
    }
    this.codes.once(
      'exercices',
      exercices.map(({ year }) => String(year)),
      'year',
    );
    this.codes.once(
      'members',
      members.map((seat) => `${seat.organisation} ${seat.validFrom ?? ''}`.trim()),
      'organisation',
    );
    this.codes.once(
      'objectives',
      objectives.map(({ year, rank }) => `${year} ${rank}`),
      'rank',
    );
    const keys = targets.map(({ kind, indicator, campaign, periodStart, periodEnd }) =>
      [kind, indicator, campaign ?? '', periodStart, periodEnd].join(' '),
    );
    this.codes.once('targets', keys, 'indicator');
  }

  exercices(): void {
    for (const [index, exercice] of this.dataset.exercices.entries()) {
      const before = this.dataset.exercices.slice(0, index);
      const issue = daysIssue(exercice, before);
      if (issue !== null) this.codes.refuse(`exercices.${index}.${issue.path}`, issue.code, issue.message);
    }
  }

  vocabulary(): void {
    const { programme, territories, organisations, indicators } = this.dataset;
    this.codes.known('territories', programme.territoryCode, 'programme.territoryCode');
    for (const [index, { parentCode }] of territories.entries()) {
      this.codes.declaredBefore(territories, index, parentCode, `territories.${index}.parentCode`);
    }
    for (const [index, indicator] of indicators.entries()) {
      for (const member of ['subsetOf', 'numerator', 'denominator', 'chainAfter'] as const) {
        this.codes.declaredBefore(indicators, index, indicator[member], `indicators.${index}.${member}`);
      }
      if ((indicator.sentenceOne === null) !== (indicator.sentenceOther === null)) {
        const path = `indicators.${index}.sentenceOther`;
        this.codes.refuse(
          path,
          'incomplete',
          'donnez sentenceOne et sentenceOther ensemble, ou aucun des deux',
        );
      }
    }
    for (const [index, { names }] of organisations.entries()) {
      for (const [rank, { validFrom, validTo }] of names.entries()) {
        const path = `organisations.${index}.names.${rank}`;
        this.codes.inOrder(validFrom, validTo, `${path}.validTo`);
        const before = names[rank - 1];
        if (before && (validFrom === null || before.validTo === null || before.validTo >= validFrom)) {
          this.codes.refuse(
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
      this.codes.known('exercices', campaign.year, `${path}.year`);
      this.codes.known('campaigns', campaign.followsCode, `${path}.followsCode`);
      campaign.channels.forEach((channel, rank) =>
        this.codes.known('channels', channel, `${path}.channels.${rank}`),
      );
      campaign.partners.forEach(({ code }, rank) =>
        this.codes.known('organisations', code, `${path}.partners.${rank}.code`),
      );
      this.codes.once(
        `${path}.partners`,
        campaign.partners.map(({ code, role }) => `${code} ${role}`),
        'code',
      );
      this.codes.inOrder(startDate, endDate, `${path}.endDate`);
      const undated = startDate === null && endDate === null;
      if (undated !== (precision === 'unknown')) {
        const advice = undated
          ? 'sans aucune date, écrivez "unknown"'
          : 'avec une date, écrivez une autre précision';
        this.codes.refuse(
          `${path}.precision`,
          'precision_mismatch',
          sentence`trouvé "${precision}" : ${advice}`,
        );
      }
      if (!undated && !openEnd && (startDate === null || endDate === null)) {
        const advice = 'donnez les deux dates, ou "openEnd": true quand aucune fin n’est connue';
        this.codes.refuse(`${path}.openEnd`, 'period_open', `une date manque, ${advice}`);
      }
      if (campaign.followsCode === campaign.code) {
        this.codes.refuse(
          `${path}.followsCode`,
          'self_reference',
          'une opération ne se suit pas elle-même, retirez ce code',
        );
      }
    }
  }

  committee(): void {
    const { meetings, members, objectives } = this.dataset;
    meetings.forEach(({ year }, index) => this.codes.known('exercices', year, `meetings.${index}.year`));
    for (const [index, { organisation, validFrom, validTo }] of members.entries()) {
      this.codes.known('organisations', organisation, `members.${index}.organisation`);
      this.codes.inOrder(validFrom, validTo, `members.${index}.validTo`);
    }
    objectives.forEach(({ meetingCode }, index) =>
      this.codes.known('meetings', meetingCode, `objectives.${index}.meetingCode`),
    );
  }

  targets(): void {
    const { targets, opinions } = this.dataset;
    for (const [index, { indicator, campaign, periodStart, periodEnd, meetingCode }] of targets.entries()) {
      this.codes.known('indicators', indicator, `targets.${index}.indicator`);
      this.codes.known('meetings', meetingCode, `targets.${index}.meetingCode`);
      this.codes.known('campaigns', campaign, `targets.${index}.campaign`);
      this.codes.inOrder(periodStart, periodEnd, `targets.${index}.periodEnd`);
    }
    for (const [index, { indicator, campaign, year, meetingCode }] of opinions.entries()) {
      this.codes.known('indicators', indicator, `opinions.${index}.indicator`);
      this.codes.known('campaigns', campaign, `opinions.${index}.campaign`);
      this.codes.known('exercices', year, `opinions.${index}.year`);
      this.codes.known('meetings', meetingCode, `opinions.${index}.meetingCode`);
    }
  }

  annotations(): void {
    for (const [index, { indicator, campaign, start, end }] of this.dataset.annotations.entries()) {
      this.codes.known('indicators', indicator, `annotations.${index}.indicator`);
      this.codes.known('campaigns', campaign, `annotations.${index}.campaign`);
      this.codes.inOrder(start, end, `annotations.${index}.end`);
    }
  }
}
