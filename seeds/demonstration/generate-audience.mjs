/** Who was reached: stands, networks, portal, letter, videos, press. */
import {
  MONTHS,
  countingDay,
  marking,
  monthly,
  ofDay,
  ofMonth,
  ofYear,
  split,
  wobble,
} from './generate-months.mjs';

const SUMMER_PEAK = [0.6, 0.6, 0.8, 1, 1.1, 1.3, 1.9, 1.8, 1.1, 0.9, 0.7, 0.5];
const SCHOOL_YEAR = [1.3, 1.1, 1.1, 1, 0.9, 0.8, 0.9, 1, 1.2, 1.1, 0.9, 0.7];
const FLAT = [1, 1, 1.1, 1, 1, 0.9, 0.7, 0.7, 1.1, 1.1, 1, 0.8];

const STAND = 'Compteur de stand';
const EXPORTS = 'Exports des réseaux sociaux';
const STATISTICS = 'Statistiques du portail';
const MAILING = 'Outil d’envoi de la lettre';
const REVIEW = 'Revue de presse';

const NETWORKS = ['facebook', 'instagram', 'linkedin'];
const SHARES = [52, 31, 17];

/** Campaign, first day, last day, visitors, visitors with a project, what else is known. */
const STANDS = [
  ['OP-2023-SALON', '2023-01-19', '2023-01-21', 540, 170],
  ['OP-2023-EMPLOI', '2023-03-01', '2023-03-31', 96, 31],
  ['OP-2023-EMPLOI', '2023-04-01', '2023-04-30', 118, 40],
  ['OP-2023-EMPLOI', '2023-05-01', '2023-05-31', 131, 44],
  ['OP-2023-ETE', '2023-06-01', '2023-06-30', 120, 12],
  ['OP-2023-ETE', '2023-07-01', '2023-07-31', 240, 22],
  ['OP-2023-ETE', '2023-08-01', '2023-08-31', 260, 25],
  ['OP-2023-ETE', '2023-09-01', '2023-09-30', 90, 9],
  ['OP-2024-SALON', '2024-01-18', '2024-01-20', 640, 215],
  ['OP-2024-TOURISME', '2024-03-01', '2024-03-31', 480, 110, { qualifier: 'nearly' }],
  ['OP-2024-EMPLOI', '2024-03-01', '2024-03-31', 160, 62],
  ['OP-2024-EMPLOI', '2024-04-01', '2024-04-30', 187, 71],
  ['OP-2024-EMPLOI', '2024-05-01', '2024-05-31', 203, 80],
  ['OP-2024-ETE', '2024-06-01', '2024-06-30', 190, 21],
  ['OP-2024-ETE', '2024-07-01', '2024-07-31', 330, 35],
  ['OP-2024-ETE', '2024-08-01', '2024-08-31', 345, 38],
  ['OP-2024-ETE', '2024-09-01', '2024-09-30', 140, 15],
  ['OP-2025-SALON', '2025-01-16', '2025-01-18', 700, 240, { qualifier: 'between', valueMax: 750 }],
  ['OP-2025-EMPLOI', '2025-03-01', '2025-03-31', 170, 70],
  ['OP-2025-EMPLOI', '2025-04-01', '2025-04-30', 205, 88],
  ['OP-2025-EMPLOI', '2025-05-01', '2025-05-31', 196, 83],
  ['OP-2025-ETE', '2025-06-01', '2025-06-30', 210, 24],
  ['OP-2025-ETE', '2025-07-01', '2025-07-31', 360, 41],
  ['OP-2025-ETE', '2025-08-01', '2025-08-31', 372, 40],
  ['OP-2025-ETE', '2025-09-01', '2025-09-30', 150, 17],
];

function* stands() {
  for (const [campaign, periodStart, periodEnd, visitors, withProject, content] of STANDS) {
    const days = {
      campaign,
      periodStart,
      periodEnd,
      precision: periodStart.endsWith('-01') ? 'month' : 'range',
    };
    yield { indicator: 'VISITEURS_STANDS', ...days, value: visitors, ...content, source: STAND };
    yield { indicator: 'VISITEURS_PROJET', ...days, value: withProject, source: STAND };
  }
  yield {
    indicator: 'VISITEURS_STANDS',
    campaign: 'OP-2023-FESTIVAL',
    periodStart: '2023-07-08',
    periodEnd: '2023-07-09',
    precision: 'range',
    absence: 'not_applicable',
    note: 'opération annulée la veille',
  };
}

const summerOf = ({ year, month }) => (month >= 6 && month <= 9 ? { campaign: `OP-${year}-ETE` } : {});

/** 2023: totals beside their parts. 2024: parts alone make the total. 2025: totals, some of them rounded down. */
function* views() {
  for (const month of MONTHS) {
    const total = monthly(month, [17_000, 27_500, 35_500], SUMMER_PEAK, 1);
    const given = { ...summerOf(month), source: EXPORTS, ...marking(month) };
    if (month.year !== 2024) yield ofMonth('VUES_RESEAUX', month, { ...given, ...declared(month, total) });
    for (const [rank, value] of split(total, SHARES).entries()) {
      yield ofMonth('VUES_RESEAUX', month, {
        ...given,
        channel: NETWORKS[rank],
        ...partOf(month, NETWORKS[rank], value),
      });
    }
  }
}

function declared({ year, month }, total) {
  const rounded = year === 2025 && (month === 7 || month === 8);
  return rounded ? { value: Math.floor(total / 1000) * 1000, qualifier: 'more_than' } : { value: total };
}

function partOf({ year, month }, channel, value) {
  if (channel !== 'linkedin') return { value };
  if (year === 2024 && month === 11)
    return { absence: 'not_available', note: 'compte bloqué pendant le mois', source: null };
  if (year === 2025 && month === 12)
    return { absence: 'not_communicated', note: 'export attendu en janvier', source: null };
  return { value };
}

function* networks() {
  for (const month of MONTHS) {
    const given = { source: EXPORTS, ...marking(month) };
    const interactions = monthly(month, [820, 1400, 1750], SUMMER_PEAK, 2);
    const changed = month.year === 2024 && month.month === 5;
    yield ofMonth('INTERACTIONS_RESEAUX', month, {
      value: changed ? Math.round(interactions / 100) * 100 : interactions,
      ...(changed ? { qualifier: 'about', note: 'changement d’outil de mesure en cours de mois' } : {}),
      ...given,
    });
    const reach = Math.round(monthly(month, [7200, 11_000, 13_500], SUMMER_PEAK, 3) / 100) * 100;
    yield ofMonth('COUVERTURE_RESEAUX', month, { value: reach, qualifier: 'about', ...given });
  }
  yield ofYear('COUVERTURE_RESEAUX', 2024, { value: 84_000, qualifier: 'nearly', source: EXPORTS });
}

function* portal() {
  for (const month of MONTHS) {
    if (month.index < 2) {
      for (const indicator of ['VISITES_SITE', 'VISITEURS_UNIQUES_SITE']) {
        yield ofMonth(indicator, month, { absence: 'not_applicable', note: 'portail ouvert en mars\u00a02023' });
      }
      continue;
    }
    const visits = monthly(month, [3100, 4600, 5300], SCHOOL_YEAR, 4);
    const interrupted = month.year === 2024 && month.month === 6;
    const given = { source: STATISTICS, ...marking(month) };
    yield ofMonth('VISITES_SITE', month, {
      value: interrupted ? Math.floor((visits * 2) / 3) : visits,
      ...(interrupted ? { qualifier: 'at_least', note: 'mesure interrompue pendant dix jours' } : {}),
      ...given,
    });
    yield ofMonth('VISITEURS_UNIQUES_SITE', month, { value: Math.round(visits * 0.71), ...given });
  }
}

function* letter() {
  const sums = new Map();
  for (const month of MONTHS.slice(1)) {
    const subscribers = Math.round(260 + month.index * 72 + 40 * wobble(month.index, 5));
    const lost = month.year === 2024 && month.month === 8;
    const content = lost
      ? { absence: 'not_available', note: 'compteur de l’outil en panne' }
      : { value: subscribers, source: MAILING };
    yield ofDay('ABONNES_LETTRE', countingDay(month), content);
    const campaign = `OP-${month.year}-LETTRE`;
    const delivered = Math.round(subscribers * 1.02) + (month.year - 2023) * 180;
    const opened = Math.round(delivered * (0.41 + month.index * 0.0015 + 0.05 * wobble(month.index, 6)));
    yield ofMonth('LETTRES_DELIVREES', month, { campaign, value: delivered, source: MAILING });
    yield ofMonth('LETTRES_OUVERTES', month, { campaign, value: opened, source: MAILING });
    const [all, read] = sums.get(month.year) ?? [0, 0];
    sums.set(month.year, [all + delivered, read + opened]);
  }
  for (const [year, [all, read]] of sums) {
    const value = (Math.round((read * 1000) / all) / 10).toFixed(1);
    const late = year === 2025 ? { marking: 'provisional' } : {};
    yield ofYear('TAUX_OUVERTURE', year, { campaign: `OP-${year}-LETTRE`, value, source: MAILING, ...late });
  }
}

function* videosAndPress() {
  for (const [campaign, day, value, content] of [
    ['OP-2023-VIDEOS', '2023-12-15', 21_400],
    ['OP-2023-VIDEOS', '2024-06-30', 27_900],
    ['OP-2023-VIDEOS', '2024-12-20', 30_150],
    ['OP-2025-VIDEOS', '2025-06-30', 18_700],
    ['OP-2025-VIDEOS', '2025-12-15', 36_000, { qualifier: 'more_than', marking: 'provisional' }],
  ]) {
    yield ofDay('VUES_VIDEOS', day, { campaign, value, source: EXPORTS, ...content });
  }
  for (const [rank, value] of split(21_400, SHARES).entries()) {
    const content = { campaign: 'OP-2023-VIDEOS', channel: NETWORKS[rank], value, source: EXPORTS };
    yield ofDay('VUES_VIDEOS', '2023-12-15', content);
  }
  for (const month of MONTHS) {
    const articles = monthly(month, [3.6, 5, 5.4], FLAT, 7, 0.9);
    const last = month.index === MONTHS.length - 1;
    const summer = month.year === 2023 && month.month === 8;
    yield ofMonth('ARTICLES_PRESSE', month, {
      value: summer ? 5 : articles,
      ...(summer ? { qualifier: 'less_than', note: 'revue de presse incomplète en août' } : {}),
      source: REVIEW,
      ...marking(month),
      ...(last ? { status: 'submitted', internalNote: 'à relire avant la fin du mois' } : {}),
    });
  }
}

/** Everything about the audience, indicator by indicator. */
export function measurements() {
  return [...stands(), ...views(), ...networks(), ...portal(), ...letter(), ...videosAndPress()];
}
