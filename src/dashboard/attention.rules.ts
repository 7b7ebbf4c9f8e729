import type { Figure, YearFigures } from '../figures/figures.types.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { capitalise, countWords, joinList, typographic } from '../kernel/french-text.rules.js';

/** A matter for the committee, in the order of its gravity. */
export interface AttentionMatter {
  kind:
    'missed' | 'held_back' | 'absent' | 'partial' | 'provisional' | 'qualified' | 'unsourced' | 'no_target';
  subject: string;
  text: string;
}

/** What the rules need of an operation. */
export interface HeldBackCampaign {
  status: string;
  statusReason: string | null;
  shortName: string;
}

/** Names written in full before « et n autres ». */
const NAMES_SHOWN = 3;
/** Matters of one kind told one by one before they are gathered in one line. */
const MISSED_SHOWN = 3;

const named = (names: readonly string[]): string =>
  names.length <= NAMES_SHOWN + 1
    ? joinList(names)
    : `${names.slice(0, NAMES_SHOWN).join(', ')} et ${countWords(names.length - NAMES_SHOWN)} autres`;

const shortNames = (figures: readonly Figure[]): string =>
  named(figures.map((figure) => typographic(figure.indicator.shortName)));

const isResult = (figure: Figure): boolean => figure.indicator.nature !== 'context';
const isMissed = (figure: Figure): boolean => figure.assessment === 'late' || figure.assessment === 'watch';

/** « 50 de moins que la cible de 300 », from exact amounts only; otherwise what the figure says of its target. */
function missedText(figure: Figure): string {
  const { amount, target } = figure;
  if (amount?.qualifier !== 'exact' || target?.amount.qualifier !== 'exact')
    return `${figure.assessmentText}.`;
  const gap = target.amount.value - amount.value;
  if (gap === 0) return `${figure.assessmentText}.`;
  const distance: Amount = {
    value: Math.abs(gap),
    valueMax: null,
    qualifier: 'exact',
    interval: { lower: Math.abs(gap), lowerOpen: false, upper: Math.abs(gap), upperOpen: false },
  };
  const { text } = formatQuantity(distance, { ...figure.indicator.wording, signed: false });
  return `${text} de ${gap > 0 ? 'moins' : 'plus'} que la cible de ${target.text}.`;
}

function missed(figures: readonly Figure[]): AttentionMatter[] {
  const late = figures.filter(isMissed);
  const shown = late.slice(0, late.length > MISSED_SHOWN + 1 ? MISSED_SHOWN : late.length);
  const matters = shown.map((figure): AttentionMatter => ({
    kind: 'missed',
    subject: typographic(figure.indicator.shortName),
    text: missedText(figure),
  }));
  const others = late.slice(shown.length);
  if (others.length > 0) {
    const count = capitalise(countWords(others.length, 'feminine'));
    matters.push({
      kind: 'missed',
      subject: `${count} autres cibles non atteintes`,
      text: `${shortNames(others)}.`,
    });
  }
  return matters;
}

function heldBack(campaigns: readonly HeldBackCampaign[], listIsPartial: boolean): AttentionMatter[] {
  const questioned = campaigns.filter((campaign) => campaign.status === 'in_question');
  if (questioned.length === 0) return [];
  const reasons = [
    ...new Set(questioned.map((campaign) => campaign.statusReason).filter((reason) => reason !== null)),
  ];
  const because = reasons.length === 0 ? '' : ` (${joinList(reasons)})`;
  const count = capitalise(countWords(questioned.length, 'feminine'));
  const noun = questioned.length === 1 ? 'opération remise' : 'opérations remises';
  const names = named(questioned.map((campaign) => typographic(campaign.shortName)));
  return [
    {
      kind: 'held_back',
      subject: `${count} ${noun} en question${because}`,
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

const saysNoSource = (figure: Figure): boolean =>
  figure.provenance.sources.length === 0 ||
  /source (?:non précisée|à préciser)/i.test(figure.indicator.note ?? '');

function withoutTarget(figures: readonly Figure[], year: number): AttentionMatter[] {
  const followed = figures.filter((figure) => figure.subsetOf === null && figure.indicator.keyFigure);
  const bare = followed.filter((figure) => figure.target === null);
  if (bare.length === 0) return [];
  if (figures.every((figure) => figure.target === null)) {
    return [
      {
        kind: 'no_target',
        subject: `Aucune cible définie pour ${year}`,
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
    ...missed(results),
    ...heldBack(campaigns, listIsPartial),
    ...absent(results),
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
    ...qualified(results),
    ...gathered(
      'unsourced',
      context.filter(saysNoSource),
      'Source à préciser',
      (count) => `${count} sources à préciser`,
    ),
    ...(results.length === 0 ? [] : withoutTarget(results, year.year)),
  ];
}
