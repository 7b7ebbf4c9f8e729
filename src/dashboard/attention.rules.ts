import { exerciceLabel } from '../programme/exercice.rules.js';
import type { Figure, YearFigures } from '../figures/figures.types.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import { capitalise, countWords, joinList, typographic } from '../kernel/french-text.rules.js';
import { named, NAMES_SHOWN, shortNames } from './attention-names.rules.js';
import { missedTargets } from './missed-targets.rules.js';

/** A matter for the committee, in the order of its gravity. */
export interface AttentionMatter {
  kind:
    | 'missed'
    | 'held_back'
    | 'absent'
    | 'issue'
    | 'partial'
    | 'provisional'
    | 'qualified'
    | 'unsourced'
    | 'awaited'
    | 'no_target';
  subject: string;
  text: string;
}

/** What the rules need of an operation. */
export interface HeldBackCampaign {
  status: string;
  statusReason: string | null;
  shortName: string;
}

const isResult = (figure: Figure): boolean => figure.indicator.nature !== 'context';
function heldBack(campaigns: readonly HeldBackCampaign[], listIsPartial: boolean): AttentionMatter[] {
  const questioned = campaigns.filter((campaign) => campaign.status === 'in_question');
  if (questioned.length === 0) return [];
  const reasons = [
    ...new Set(questioned.map((campaign) => campaign.statusReason).filter((reason) => reason !== null)),
  ];
  const because = reasons.length === 0 ? '' : ` (${joinList(reasons)})`;
  const count = capitalise(countWords(questioned.length, 'feminine'));
  const noun = questioned.length === 1 ? 'opération remise' : 'opérations remises';
  const names = named(questioned.map((campaign) => typographic(`« ${campaign.shortName} »`)));
  return [
    {
      kind: 'held_back',
      // A list that is known to be partial has no number to announce.
      subject: typographic(
        `${listIsPartial ? 'Opérations remises' : `${count} ${noun}`} en question${because}`,
      ),
      text: `${listIsPartial ? 'notamment ' : ''}${names}.`,
    },
  ];
}

function gathered(
  kind: AttentionMatter['kind'],
  figures: readonly Figure[],
  one: string,
  several: (count: string) => string,
): AttentionMatter[] {
  if (figures.length === 0) return [];
  const subject = figures.length === 1 ? one : capitalise(several(countWords(figures.length)));
  return [{ kind, subject, text: `${shortNames(figures)}.` }];
}

function absent(figures: readonly Figure[]): AttentionMatter[] {
  const missing = figures.filter((figure) => figure.amount === null && figure.absence !== null);
  const [only] = missing;
  if (missing.length === 1 && only !== undefined && only.absence !== null) {
    const text = `${typographic(absenceText(only.absence.kind, only.absence.note))}.`;
    return [{ kind: 'absent', subject: typographic(only.indicator.shortName), text }];
  }
  return gathered('absent', missing, '', (count) => `${count} chiffres absents`);
}

function qualified(figures: readonly Figure[]): AttentionMatter[] {
  const rough = figures.filter(
    (figure) => figure.amount !== null && figure.amount.qualifier !== 'exact' && figure.indicator.keyFigure,
  );
  if (rough.length > NAMES_SHOWN)
    return gathered('qualified', rough, '', (count) => `${count} valeurs approchées`);
  if (rough.length === 0) return [];
  const list = rough.map((figure) => {
    const value = typographic(`« ${figure.qualifierText ?? ''} ${figure.numberText ?? ''} »`);
    return `${typographic(figure.indicator.shortName)} (${value})`;
  });
  const one = rough.length === 1;
  return [
    {
      kind: 'qualified',
      subject: one
        ? 'Valeur approchée'
        : `${capitalise(countWords(rough.length, 'feminine'))} valeurs approchées`,
      text: `${joinList(list)}, à confirmer avant le bilan.`,
    },
  ];
}

/** What a reader must know before trusting a figure: told in full while there are few. */
function troubled(figures: readonly Figure[]): AttentionMatter[] {
  const doubtful = figures.filter(({ issues }) => issues.length > 0);
  if (doubtful.length > NAMES_SHOWN) {
    return gathered('issue', doubtful, '', (count) => `${count} chiffres à vérifier`);
  }
  return doubtful.map(({ indicator, issues }) => ({
    kind: 'issue',
    subject: typographic(indicator.shortName),
    text: issues.map(({ text }) => text).join(' '),
  }));
}

const saysNoSource = (figure: Figure): boolean =>
  figure.provenance.sources.length === 0 ||
  /source (?:non précisée|à préciser)/i.test(figure.indicator.note ?? '');

function withoutTarget(figures: readonly Figure[], label: string): AttentionMatter[] {
  const followed = figures.filter(
    (figure) => figure.subsetOf === null && figure.indicator.keyFigure && figure.empty !== 'no_measurement',
  );
  const bare = followed.filter((figure) => figure.target === null);
  if (bare.length === 0) return [];
  if (figures.every((figure) => figure.target === null)) {
    return [
      {
        kind: 'no_target',
        subject: `Aucune cible définie pour ${label}`,
        text: 'les résultats se lisent sans comparaison.',
      },
    ];
  }
  return gathered(
    'no_target',
    bare,
    'Pas de cible définie',
    (count) => `${count} indicateurs clés sans cible`,
  );
}

/** What the committee should know before it reads the figures: derived from them, and true of each. */
export function attentionMatters(
  year: YearFigures,
  campaigns: readonly HeldBackCampaign[],
  listIsPartial: boolean,
): AttentionMatter[] {
  const results = year.figures.filter(isResult);
  const context = year.figures.filter((figure) => !isResult(figure) && figure.amount !== null);
  return [
    ...missedTargets(results).map((matter): AttentionMatter => ({ kind: 'missed', ...matter })),
    ...heldBack(campaigns, listIsPartial),
    ...absent(results),
    ...troubled(results),
    ...gathered(
      'partial',
      results.filter((figure) => figure.partial !== null),
      'Total partiel',
      (count) => `${count} totaux partiels`,
    ),
    ...gathered(
      'provisional',
      results.filter((figure) => figure.marking === 'provisional'),
      'Chiffre provisoire',
      (count) => `${count} chiffres provisoires`,
    ),
    ...gathered(
      'provisional',
      results.filter((figure) => figure.marking === 'estimated'),
      'Estimation',
      (count) => `${count} estimations`,
    ),
    ...qualified(results),
    ...gathered(
      'unsourced',
      context.filter(saysNoSource),
      'Source à préciser',
      (count) => `${count} sources à préciser`,
    ),
    ...gathered(
      'awaited',
      results.filter((figure) => figure.empty === 'no_measurement' && figure.indicator.keyFigure),
      'Sans valeur à ce jour',
      (count) => `${count} indicateurs clés sans valeur`,
    ),
    ...(results.length === 0 ? [] : withoutTarget(results, exerciceLabel(year.period))),
  ];
}
