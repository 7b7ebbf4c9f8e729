import { yearPeriod } from '../kernel/period.rules.js';
import type { Precision } from '../kernel/period.types.js';
import type { CampaignStatus } from './campaign.types.js';
import { CAMPAIGN_STATUSES } from './campaign.types.js';
import {
  campaignPeriod,
  countsSentence,
  isCarriedOut,
  isQuestioned,
  namingDay,
  periodText,
  periodTextIn,
  statusLabel,
  statusSentence,
} from './campaigns.rules.js';

const some = (count: number, status: CampaignStatus, statusReason: string | null = null) =>
  Array.from({ length: count }, () => ({ status, statusReason }));

describe('the status of an operation', () => {
  it.each<[CampaignStatus, string]>([
    ['completed', 'Terminée'],
    ['continuous', 'En continu'],
    ['in_question', 'Remise en question'],
    ['planned', 'À venir'],
    ['ongoing', 'En cours'],
    ['postponed', 'Reportée'],
    ['suspended', 'Suspendue'],
    ['cancelled', 'Annulée'],
  ])('%s reads « %s »', (status, label) => {
    expect(statusLabel(status)).toBe(label);
  });

  it('counts as carried out when completed, ongoing or continuous', () => {
    expect(CAMPAIGN_STATUSES.filter(isCarriedOut)).toEqual(['ongoing', 'continuous', 'completed']);
    expect(CAMPAIGN_STATUSES.filter(isQuestioned)).toEqual(['in_question']);
  });

  it.each<[CampaignStatus, string | null, string]>([
    ['in_question', 'contexte sanitaire', 'remise en question par le contexte sanitaire'],
    ['in_question', null, 'remise en question'],
    ['cancelled', 'météo', 'annulée (météo)'],
    ['postponed', 'budget', 'reportée (budget)'],
    ['planned', null, 'à venir'],
  ])('in a sentence, %s for « %s » is « %s »', (status, statusReason, expected) => {
    expect(statusSentence({ status, statusReason })).toBe(expected);
  });
});

describe('the sentence that counts operations', () => {
  it('is the one of 2020', () => {
    const campaigns = [
      ...some(5, 'completed'),
      ...some(1, 'continuous'),
      ...some(3, 'in_question', 'contexte sanitaire'),
    ];
    expect(countsSentence(campaigns)).toBe(
      'Six opérations menées, trois remises en question par le contexte sanitaire',
    );
  });

  it('agrees in number, and names a reason only when all share it', () => {
    expect(countsSentence(some(1, 'completed'))).toBe('Une opération menée');
    expect(countsSentence([...some(21, 'ongoing'), ...some(1, 'cancelled', 'budget')])).toBe(
      '21 opérations menées, une annulée (budget)',
    );
    expect(
      countsSentence([
        ...some(2, 'planned'),
        ...some(1, 'in_question', 'budget'),
        ...some(1, 'in_question', 'contexte sanitaire'),
        ...some(1, 'postponed'),
        ...some(1, 'suspended'),
      ]),
    ).toBe('Deux opérations remises en question, deux à venir, une reportée, une suspendue');
  });

  it('says that there is none', () => {
    expect(countsSentence([])).toBe('Aucune opération');
  });
});

describe('the period of an operation', () => {
  const dated = { year: 2020, startDate: '2020-04-01', endDate: null, openEnd: true };
  const season = { ...dated, startDate: '2020-06-01', endDate: '2020-09-30', precision: 'season' } as const;

  it.each<[string, Precision, CampaignStatus, string]>([
    ['2020-04-01', 'month', 'continuous', 'depuis avril\u00a02020'],
    ['2020-04-01', 'month', 'ongoing', 'depuis avril\u00a02020'],
    ['2020-04-01', 'month', 'completed', 'à partir d’avril\u00a02020'],
    ['2020-11-01', 'month', 'completed', 'à partir de novembre\u00a02020'],
    ['2020-06-01', 'season', 'completed', 'à partir de l’été 2020'],
    ['2020-03-01', 'season', 'planned', 'à partir du printemps 2020'],
    ['2020-05-04', 'day', 'completed', 'à partir du 4\u00a0mai\u00a02020'],
    ['2020-01-01', 'year', 'completed', 'à partir de 2020'],
  ])('open from %s (%s), %s, reads « %s »', (startDate, precision, status, expected) => {
    const period = campaignPeriod({ ...dated, startDate, precision });
    expect(periodText(period, status)).toBe(expected);
    expect(periodTextIn(period, status)).toBe(expected);
  });

  it('keeps the precision it was given with', () => {
    const period = campaignPeriod({ ...season, openEnd: false });
    expect(periodText(period, 'completed')).toBe('été 2020');
    expect(periodTextIn(period, 'completed')).toBe('à l’été 2020');
  });

  it('drops the end of what is still open', () => {
    expect(campaignPeriod(season).end).toBeNull();
  });

  it('says when nothing is known', () => {
    const unknown = campaignPeriod({ ...dated, startDate: null, openEnd: false, precision: 'unknown' });
    expect(periodText(unknown, 'planned')).toBe('date non précisée');
    expect(periodTextIn(unknown, 'planned')).toBe('à une date non précisée');
  });
});

describe('the day whose names an operation prints', () => {
  it.each([
    ['2020-01-01', '2020-01-01'],
    ['2020-06-01', '2020-06-01'],
    ['2019-06-01', '2020-12-31'],
    [null, '2020-12-31'],
  ])('starting on %s is %s', (startDate, expected) => {
    expect(namingDay({ startDate }, yearPeriod(2020))).toBe(expected);
  });
});
