import { isWhollyTheirs } from '../figures/chart-parts.rules.js';
import type { Assessment } from '../figures/figure-standing.types.js';
import type { Figure } from '../figures/figures.types.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import type { Marking } from '../kernel/figure.types.js';
import { formatNumber, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import { comparisonState } from './comparison.presenter.js';
import type { MeterView, StateView, SubsetView, TileView } from './dashboard.types.js';
import { opinionMark } from './opinion.presenter.js';

/** Beyond these characters a number does not fit a tile at full size: « entre 130 000 et 150 000 ». */
const LONG_NUMBER = 8;

const MARKINGS: Record<Marking, string | null> = {
  final: null,
  provisional: 'Chiffre provisoire',
  estimated: 'Estimation',
  revised: 'Chiffre révisé',
};

const ASSESSMENTS: Record<Assessment, Pick<StateView, 'shape' | 'tone'>> = {
  reached: { shape: 'disc', tone: 'good' },
  on_track: { shape: 'forward', tone: 'good' },
  watch: { shape: 'diamond', tone: 'watch' },
  late: { shape: 'triangle', tone: 'late' },
  undetermined: { shape: 'half', tone: 'calm' },
  not_started: { shape: 'ring', tone: 'calm' },
  no_target: { shape: 'ring', tone: 'calm' },
};

/** The state against the target; null without target, which is no news to repeat on every tile. */
export function assessmentState(figure: Figure): StateView | null {
  if (figure.assessment === 'no_target' || figure.target === null) return null;
  return { word: capitalise(figure.assessmentText), ...ASSESSMENTS[figure.assessment] };
}

/** « Source : Communiqué du 17 décembre 2020 »: its name when there is one, their number when they are several. */
export function provenanceText({ provenance }: Pick<Figure, 'provenance'>): string {
  if (provenance.measurements === 0) return 'Aucun relevé validé';
  const { sources } = provenance;
  const [only] = sources;
  if (only === undefined) return 'Source non précisée';
  return sources.length === 1
    ? typographic(`Source : ${only}`)
    : `${formatNumber(sources.length)}${NO_BREAK_SPACE}sources`;
}

/** The page of where a figure comes from; null when nothing was measured. */
export function provenanceHref({ indicator, campaign, year, provenance }: Figure): string | null {
  if (provenance.measurements === 0) return null;
  const within = campaign === null ? '' : `&operation=${campaign.slug}`;
  return `/indicateurs/${indicator.slug}/provenance?annee=${year}${within}`;
}

/** What stands in place of a number, or null when there is one. */
export function emptyText(figure: Figure): string | null {
  if (figure.numberText !== null) return null;
  if (figure.absence !== null) return capitalise(absenceText(figure.absence.kind));
  return figure.empty === 'not_additive' ? 'Non cumulable' : 'Pas encore de valeur';
}

const onMeter = (share: number): number => Math.max(0, Math.min(100, share));

/**
 * Share of the target, cut at the end of the bar: what is certain is filled, what is only possible hatched. « Jusqu’à
 * 100 % » would else be an empty bar, and « au moins 100 % » says nothing of how far it goes.
 */
function meterOf(figure: Figure): MeterView | null {
  const { target, attainment } = figure;
  if (target === null || attainment?.rate.kind !== 'rate') return null;
  const { lower, upper, value, qualifier } = attainment.rate;
  const isExact = qualifier === 'exact';
  const certain = onMeter(isExact ? Math.floor(value) : (lower ?? 0));
  const possible = isExact || upper === null ? certain : onMeter(upper);
  if (possible <= certain) return { certain, possible: certain, text: null };
  return {
    certain,
    possible,
    text: typographic(`Barre en partie hachurée : ${attainment.text} de la cible`),
  };
}

/** « dont 150 avec un projet de mobilité (33 %) ». */
function subsetOf(subset: Figure): SubsetView {
  if (subset.amount === null) return { number: '', label: typographic(subset.text) };
  const qualifier = subset.qualifierText === null ? '' : `${subset.qualifierText} `;
  const number = `${qualifier}${subset.numberText}`;
  const share = subset.shareOfParent?.rate.kind === 'rate' ? ` (${subset.shareOfParent.text})` : '';
  return { number, label: `${typographic(subset.text.slice(number.length).trim())}${share}` };
}

/** « Les spots du Lot », été 2020: the campaign when there is one, and when. */
export function contextText(figure: Figure, withoutCampaign = false): string | null {
  const parts: string[] = [];
  if (!withoutCampaign) parts.push(...campaignNames(figure));
  if (figure.period !== null) parts.push(figure.period.text);
  return parts.length === 0 ? null : capitalise(parts.join(', '));
}

/** The only campaign by its name, as editions that share it; several by their number; none when the figure counts more than they brought. */
function campaignNames(figure: Figure): string[] {
  const { campaigns } = figure;
  const [campaign] = campaigns;
  if (campaign === undefined || !isWhollyTheirs(figure)) return [];
  const oneName = campaigns.every(({ shortName }) => shortName === campaign.shortName);
  if (oneName) return [typographic(`« ${campaign.shortName} »`)];
  return [`${formatNumber(campaigns.length)}${NO_BREAK_SPACE}opérations`];
}

interface TileOptions {
  /** On the page of an operation its own name is no news. */
  withoutCampaign?: boolean;
  /** On the page of an indicator the tile says the year, and leads nowhere. */
  name?: string;
}

/** One figure as a tile. */
export function tileOf(figure: Figure, options: TileOptions = {}): TileView {
  const number = figure.numberText;
  const note = figure.absence?.note ?? null;
  return {
    name: options.name ?? typographic(figure.indicator.name),
    href: options.name === undefined ? `/indicateurs/${figure.indicator.slug}` : null,
    qualifier: figure.qualifierText,
    number,
    long: (number ?? '').length > LONG_NUMBER,
    empty: emptyText(figure),
    subsets: figure.subsets.filter((subset) => subset.amount !== null).map(subsetOf),
    context: note === null ? contextText(figure, options.withoutCampaign) : typographic(capitalise(note)),
    comparison: comparisonState(figure),
    partial: figure.partial === null ? null : typographic(figure.partial.text),
    badge: MARKINGS[figure.marking],
    meter: meterOf(figure),
    state: assessmentState(figure),
    opinion: opinionMark(figure.opinion),
    source: provenanceText(figure),
    provenance: provenanceHref(figure),
  };
}

/** One figure on the page of its indicator: named after the year, which is then no news under its number. */
export function tileOfYear(figure: Figure, year: string): TileView {
  const tile = tileOf(figure, { name: `En ${year}` });
  return tile.context === year ? { ...tile, context: null } : tile;
}
