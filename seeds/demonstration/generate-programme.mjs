/** What the programme did and brought: welcome, ambassadors, families, jobs, supports, costs, context. */
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

const SUMMER_VISITORS = [0.4, 0.4, 0.7, 1, 1.2, 1.6, 2.1, 2, 1.1, 0.7, 0.4, 0.6];
const SCHOOL_YEAR = [1.3, 1.1, 1.1, 1, 0.9, 0.8, 0.9, 1, 1.2, 1.1, 0.9, 0.7];

const WELCOME = 'Registre des demandes d’accueil';
const NETWORK = 'Fichier du réseau';
const FOLLOW_UP = 'Tableau de suivi des familles';
const DELIVERIES = 'Bons de livraison';
const JOBS = 'Relevé des partenaires de l’emploi';
const ACCOUNTS = 'Comptabilité du pôle territorial';

const TERRITORIES = [
  'AUB-CENTRE',
  'AUB-CERVANNE',
  'AUB-TOURLAC',
  'AUB-RIVES',
  'AUB-MIREVELLE',
  'AUB-SERVAL',
  'AUB-ORCELUNE',
];
const WEIGHTS = [30, 17, 15, 13, 10, 8, 7];
/** Below this many people a territory is not told apart. */
const DISCLOSED = 5;

/** 2023: the territories alone. Later: the total, with the territories that are large enough to be told. */
function* welcome() {
  for (const month of MONTHS) {
    const total = monthly(month, [33, 49, 57], SCHOOL_YEAR, 11, 0.3);
    const given = { source: WELCOME, ...marking(month) };
    if (month.year > 2023) yield ofMonth('DEMANDES_ACCUEIL', month, { value: total, ...given });
    if (month.year === 2025 && month.month === 12) continue;
    for (const [rank, value] of split(total, WEIGHTS).entries()) {
      const territory = TERRITORIES[rank];
      yield ofMonth('DEMANDES_ACCUEIL', month, {
        territory,
        ...given,
        ...territoryPart(month, territory, value),
      });
    }
  }
}

function territoryPart({ year, month }, territory, value) {
  if (year === 2025 && month === 11 && territory === 'AUB-SERVAL') {
    return { absence: 'not_communicated', note: 'relancé le 8\u00a0décembre', source: null };
  }
  if (year > 2023 && value < DISCLOSED) return { absence: 'suppressed', note: 'moins de 5 demandes' };
  return { value };
}

const NETWORK_END = {
  '2023-12-31': ['nearly', 260],
  '2024-12-31': ['more_than', 520],
  '2025-12-18': ['nearly', 690],
};

function* ambassadors() {
  for (const month of MONTHS.slice(9)) {
    const day = countingDay(month);
    const value = Math.round(140 + (month.index - 9) * 20.8 + 12 * wobble(month.index, 12));
    const [qualifier, published] = NETWORK_END[day] ?? ['exact', value];
    const late = month.year === 2025 ? marking(month) : {};
    yield ofDay('AMBASSADEURS', day, { value: published, qualifier, source: NETWORK, ...late });
  }
  for (const [day, total] of [
    ['2023-12-31', 256],
    ['2024-12-31', 523],
    ['2025-12-18', 683],
  ]) {
    for (const [rank, value] of split(total, WEIGHTS).entries()) {
      yield ofDay('AMBASSADEURS', day, { territory: TERRITORIES[rank], value, source: NETWORK });
    }
  }
  yield ofDay('AMBASSADEURS_ACTIFS', '2024-12-31', { value: 212, source: NETWORK });
  yield ofDay('AMBASSADEURS_ACTIFS', '2025-12-18', {
    value: 310,
    qualifier: 'about',
    marking: 'provisional',
    source: NETWORK,
  });
}

/** Totals since the launch: they never go down. */
function* families() {
  let followed = 18;
  let settled = 0;
  for (const month of MONTHS) {
    followed += monthly(month, [6.5, 9.2, 11.4], SCHOOL_YEAR, 13, 0.3);
    const day = countingDay(month);
    yield ofDay('FAMILLES_ACCOMPAGNEES', day, { value: followed, source: FOLLOW_UP, ...marking(month) });
    if (month.month % 3 !== 0) continue;
    settled += Math.round((followed * 0.31 - settled) * 0.7);
    yield ofDay('INSTALLATIONS', day, { value: settled, source: FOLLOW_UP, ...marking(month) });
  }
}

const RECRUITERS = ['EMPLOI-AUBRELLE', 'CCI-AUBRELLE', 'CMA-AUBRELLE'];

function* jobs() {
  for (const month of MONTHS) {
    const total = monthly(month, [17, 29, 36], SCHOOL_YEAR, 14, 0.4);
    const rounded = month.year === 2024 && month.month === 12;
    const content = rounded
      ? { value: 30, qualifier: 'up_to', note: 'des offres ont pu être comptées deux fois' }
      : { value: total };
    yield ofMonth('OFFRES_EMPLOI', month, { ...content, source: JOBS, ...marking(month) });
    if (month.year < 2025) continue;
    for (const [rank, value] of split(total, [60, 25, 15]).entries()) {
      const silent = rank === 2 && month.month >= 10;
      const said = silent
        ? {
            absence: 'not_communicated',
            note: 'non communiqué par la chambre de métiers, relancée le 2\u00a0décembre',
          }
        : { value, source: JOBS, ...marking(month) };
      yield ofMonth('OFFRES_EMPLOI', month, { organisation: RECRUITERS[rank], ...said });
    }
  }
}

/** In 2024 the yearly total stands beside its months, and is not added to them. */
function* supports() {
  let total2024 = 0;
  for (const month of MONTHS) {
    const value = Math.round(monthly(month, [7600, 9900, 10_700], SUMMER_VISITORS, 15) / 50) * 50;
    if (month.year === 2024) total2024 += value;
    yield ofMonth('SUPPORTS_DISTRIBUES', month, { value, source: DELIVERIES, ...marking(month) });
  }
  yield ofYear('SUPPORTS_DISTRIBUES', 2024, { value: total2024, source: DELIVERIES });
}

/** Campaign, euros, what else is known. */
const COSTS = [
  ['OP-2023-SALON', '18240.50'],
  ['OP-2023-LETTRE', '3600.00'],
  ['OP-2023-PORTAIL', '28950.00'],
  ['OP-2023-EMPLOI', '7412.35'],
  ['OP-2023-ETE', '14880.90'],
  ['OP-2023-FESTIVAL', '640.00'],
  ['OP-2023-CAFES', '2215.40'],
  ['OP-2023-VIDEOS', '9800.00'],
  ['OP-2023-AMBASSADEURS', '3960.75'],
  ['OP-2023-TRAIN', null, { absence: 'not_applicable', note: 'opération reportée avant toute dépense' }],
  ['OP-2024-HIVER', '8740.20'],
  ['OP-2024-SALON', '19105.00'],
  ['OP-2024-LETTRE', '3720.00'],
  ['OP-2024-TOURISME', '11360.80'],
  ['OP-2024-EMPLOI', '12694.15'],
  ['OP-2024-ETE', '17020.00'],
  ['OP-2024-CAFES', '2874.60'],
  ['OP-2024-LOGEMENT', null, { absence: 'not_communicated', note: 'solde de l’office de l’habitat attendu' }],
  ['OP-2024-AMBASSADEURS', '5120.00'],
  ['OP-2024-MARCHES', '310.25'],
  ['OP-2025-SALON', '19880.00'],
  ['OP-2025-LETTRE', '3900.00', { marking: 'provisional' }],
  ['OP-2025-EMPLOI', '13450.70'],
  ['OP-2025-ETE', '18230.45'],
  ['OP-2025-CAFES', '2960.00', { marking: 'provisional' }],
  ['OP-2025-VIDEOS', '8600.00', { marking: 'provisional' }],
  ['OP-2025-LOGEMENT', '16500.00', { marking: 'estimated', note: 'hors garantie de loyers' }],
  ['OP-2025-AMBASSADEURS', '5875.30', { marking: 'provisional' }],
];

/** Year, first and last day of a half, mean mark and how many gave one: the larger half counts for more. */
const SURVEYS = [
  [2023, '01-01', '06-30', '4', 60],
  [2023, '07-01', '12-31', '4.2', 64],
  [2024, '01-01', '06-30', '4.2', 80],
  [2024, '07-01', '12-31', '4.4', 92],
  [2025, '01-01', '06-30', '4.3', 101],
  [2025, '07-01', '12-31', '4.5', 110],
];

function* yearly() {
  for (const [campaign, value, content] of COSTS) {
    const year = Number(campaign.slice(3, 7));
    yield ofYear('COUT_OPERATIONS', year, {
      campaign,
      ...(value === null ? {} : { value, source: ACCOUNTS }),
      ...content,
    });
  }
  for (const [year, start, end, satisfaction, answers] of SURVEYS) {
    const survey = {
      campaign: `OP-${year}-CAFES`,
      periodStart: `${year}-${start}`,
      periodEnd: `${year}-${end}`,
      source: 'Questionnaire des cafés d’accueil',
      ...(year === 2025 && start === '07-01' ? { marking: 'provisional' } : {}),
    };
    yield { indicator: 'NOTE_SATISFACTION', ...survey, value: satisfaction };
    yield { indicator: 'REPONSES_SATISFACTION', ...survey, value: answers };
  }
  for (const [year, population, vacant] of [
    [2023, '0.3', '9.8'],
    [2024, '0.4', '9.6'],
    [2025, '0.6', '9.3'],
  ]) {
    const late = year === 2025;
    const source = 'Observatoire du territoire';
    yield ofYear('CTX_POPULATION', year, {
      value: population,
      source,
      ...(late ? { marking: 'estimated' } : {}),
    });
    yield ofYear('CTX_LOGEMENTS_VACANTS', year, { value: vacant, source });
  }
}

/** Everything the programme did, indicator by indicator. */
export function measurements() {
  return [...welcome(), ...ambassadors(), ...families(), ...jobs(), ...supports(), ...yearly()];
}
