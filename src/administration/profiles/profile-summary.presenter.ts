import type { ImportProfile, Names } from '../../imports/profiles/import-profile.types.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { capitalise, joinList, sentence } from '../../kernel/french-text.rules.js';
import type { ProfileView } from './profiles.types.js';

const anyOf = (names: Names): string =>
  joinList(
    names.map((name) => quote(name)),
    'ou',
  );
const allOf = (names: Names): string => joinList(names.map((name) => quote(name)));

/** A profile in French, one fact a line. */
export function profileFacts(profile: ImportProfile): ProfileView['facts'] {
  const facts = [
    { label: 'Reconnu à ses colonnes', values: profile.signatures.map(allOf) },
    { label: 'Feuilles lues', values: profile.sheets.length === 0 ? [] : [anyOf(profile.sheets)] },
    { label: 'Date', values: [dateWords(profile)] },
    { label: 'Nombres', values: [numberWords(profile)] },
    { label: 'Chiffres', values: figureWords(profile) },
    { label: 'Où', values: placeWords(profile) },
    { label: 'Lignes laissées de côté', values: leftOutWords(profile) },
    {
      label: 'Jamais additionné',
      values: profile.ignored.map(({ columns, reason }) => sentence`${anyOf(columns)} : ${reason}`),
    },
    { label: 'Données personnelles, jamais gardées', values: personalWords(profile) },
    { label: 'Un nouvel export', values: [againWords(profile)] },
  ];
  return facts
    .map(({ label, values }) => ({ label, values: values.filter((text) => text !== '').map(capitalise) }))
    .filter(({ values }) => values.length > 0);
}

const ORDERS = {
  inferred: 'ordre du jour et du mois déduit de tout le fichier, sinon demandé',
  day_first: 'jour avant le mois, sauf si le fichier montre le contraire',
  month_first: 'mois avant le jour, sauf si le fichier montre le contraire',
};

function dateWords({ date }: ImportProfile): string {
  if (date === null) return 'dans les lignes elles-mêmes';
  if (date.from === 'title') return 'un mois en lettres, au-dessus du tableau';
  if (date.from === 'asked') return 'demandée à qui importe';
  if (date.from === 'comments') {
    return sentence`de ${anyOf(date.start)} à ${anyOf(date.end)}, dans les lignes au-dessus du tableau`;
  }
  const grain = date.grain === 'month' ? 'par mois' : 'par jour';
  return sentence`colonne ${anyOf(date.columns)}, ${grain} ; ${ORDERS[date.order]}${date.askedIfAbsent ? ' ; sans elle, la période est demandée' : ''}`;
}

const numberWords = ({ reading, point }: ImportProfile): string => {
  if (reading !== 'table') return '';
  return point === 'decimal' ? 'le point sépare les décimales' : 'un point ambigu (130.000) est demandé';
};

/** « Vues sur les réseaux sociaux (VUES_RESEAUX) : colonne « Views » ou « Vues » ». */
function figureWords({ reading, values, titles, counts, prefix, form, indicators }: ImportProfile): string[] {
  const named = (code: string): string => {
    const name = indicators.find((indicator) => indicator.code === code)?.name;
    return name === undefined ? code : `${name} (${code})`;
  };
  if (reading !== 'table') return ['chaque ligne nomme son indicateur par son code'];
  return [
    ...values.map(({ indicator, columns }) => sentence`${named(indicator)} : colonne ${anyOf(columns)}`),
    ...(titles?.titles ?? []).map(({ names, indicator, reason }) =>
      indicator === null
        ? sentence`rien sous le titre ${anyOf(names)} : ${reason ?? ''}`
        : sentence`${named(indicator)} : sous le titre ${anyOf(names)}`,
    ),
    ...(counts?.indicators ?? []).map(({ indicator, statuses }) =>
      statuses.length === 0
        ? sentence`${named(indicator)} : nombre de lignes`
        : sentence`${named(indicator)} : nombre de lignes au statut ${anyOf(statuses)}`,
    ),
    ...(prefix === null ? [] : [sentence`colonnes ${quote(prefix)} suivies d’un code d’indicateur`]),
    ...(form === null
      ? []
      : [sentence`le code est dans ${anyOf(form.code)}, la valeur dans ${anyOf(form.value)}`]),
  ];
}

function placeWords({
  channel,
  territory,
  campaign,
  organisationAfter,
  asksCampaign,
}: ImportProfile): string[] {
  const channels =
    channel === null
      ? []
      : channel.from === 'fixed'
        ? [sentence`canal : ${channel.channel}`]
        : channel.from === 'column'
          ? [sentence`canal : colonne ${anyOf(channel.columns)}`]
          : channel.when.map(
              (one) => sentence`canal ${one.channel}, s’il y a une colonne ${anyOf(one.headers)}`,
            );
  return [
    ...channels,
    territory.length === 0 ? '' : sentence`territoire : colonne ${anyOf(territory)}`,
    campaign.length === 0 ? '' : sentence`opération : colonne ${anyOf(campaign)}`,
    organisationAfter === null ? '' : sentence`organisation : après ${quote(organisationAfter)}`,
    asksCampaign ? 'opération : demandée à qui importe' : '',
  ];
}

function leftOutWords({ filters, totals, counts }: ImportProfile): string[] {
  return [
    ...filters.map(
      ({ columns, values }) => sentence`celles dont ${anyOf(columns)} n’est pas ${anyOf(values)}`,
    ),
    totals === null ? '' : 'les lignes de total',
    totals?.emptyKey === true ? 'les lignes sans numéro' : '',
    counts !== null && counts.status.length > 0 ? 'les autres statuts, dits dans le rapport' : '',
  ];
}

function personalWords({ personal, harmless }: ImportProfile): string[] {
  const always = 'celles qu’un nom de colonne ou des adresses trahissent';
  return [
    personal.length === 0 ? '' : allOf(personal),
    harmless === null ? always : 'toute autre colonne que celles du modèle de l’export',
  ];
}

function againWords({ kind, item }: ImportProfile): string {
  if (kind === 'snapshot') return 'remplace ce que le précédent disait des mêmes éléments';
  const key =
    item === null ? '' : sentence` ; les mêmes ${anyOf(item.columns.flat())} ne comptent qu’une fois`;
  return `s’ajoute, et signale ce qui contredit le précédent${key}`;
}
