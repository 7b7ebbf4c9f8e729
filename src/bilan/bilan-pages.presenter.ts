import type { ReadinessLineView } from '../entry/followup/readiness.types.js';
import { valueText } from '../figures/chart-parts.rules.js';
import type { Figure } from '../figures/figures.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { capitalise, joinList, typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import { exerciceLabel, periodOf } from '../programme/exercice.rules.js';
import type { Exercice } from '../programme/programme.types.js';
import type { BilanPage, BilansPage } from './bilan-pages.types.js';
import type { BilanData } from './bilan.types.js';
import { bilanView } from './bilan-view.rules.js';
import { labelText } from './bilan-words.rules.js';
import { closingSentence } from './sections/cover.rules.js';

const STATES = {
  open: { label: 'Exercice en cours', tone: 'calm' },
  closed: { label: 'Exercice clos', tone: 'good' },
  sealed: { label: 'Bilan scellé', tone: 'good' },
} as const;

const hrefOf = (year: number): string => `/bilans/${year}`;

/** « 450 visiteurs accueillis sur le stand, dont 150 avec un projet de mobilité ». */
function figureWords(figure: Figure): string {
  const parts = figure.subsets
    .filter(({ amount }) => amount !== null)
    .map((subset) => `${valueText(subset)} ${labelText(subset)}`);
  return typographic(parts.length === 0 ? figure.text : `${figure.text}, dont ${joinList(parts)}`);
}

/** « Chiffres arrêtés au 16 décembre 2020. », or that the year is still under way. */
const closingOf = ({ closingDate }: Pick<Exercice, 'closingDate'>): string =>
  closingDate === null ? 'Chiffres à ce jour.' : `Chiffres arrêtés au ${formatDate(closingDate)}.`;

/** The list of exercices, the latest first. @param readiness what figures still lack, by year: for the team. */
export function bilansPage(
  exercices: readonly Exercice[],
  readiness: ReadonlyMap<number, ReadinessLineView>,
): PageBody<BilansPage> {
  return {
    title: 'Bilans',
    description: 'Les bilans annuels du programme, exercice par exercice.',
    section: 'bilans',
    updated: null,
    content: {
      rows: exercices.toReversed().map((exercice) => ({
        year: exercice.year,
        href: hrefOf(exercice.year),
        label: `Bilan ${exerciceLabel(periodOf(exercice))}`,
        state: STATES[exercice.state],
        closing: closingOf(exercice),
        readiness: readiness.get(exercice.year) ?? null,
      })),
    },
  };
}

/** The page of a bilan whose exercice has figures. @param contents titles of the parts of its document. */
export function bilanPage(
  data: BilanData,
  contents: readonly string[],
  readiness: ReadinessLineView | null,
): PageBody<BilanPage> {
  const { keyFigures } = bilanView(data);
  return pageOf(data.year, exerciceLabel(data.period), {
    lede: typographic(
      capitalise(data.exercice.headline ?? `Le bilan de l’exercice ${exerciceLabel(data.period)}.`),
    ),
    closing: typographic(`${closingSentence(data)}.`),
    keyFigures: keyFigures.map(figureWords),
    contents: contents.map(typographic),
    draft: { action: `${hrefOf(data.year)}/brouillon`, label: 'Télécharger le brouillon (PDF)' },
    readiness,
  });
}

/** The page of a bilan in which there is nothing yet. */
export function emptyBilanPage(exercice: Exercice, readiness: ReadinessLineView | null): PageBody<BilanPage> {
  const label = exerciceLabel(periodOf(exercice));
  return pageOf(exercice.year, label, {
    lede: `L’exercice ${label} n’a encore aucun chiffre validé\u00a0: il n’y a pas de bilan à produire.`,
    closing: closingOf(exercice),
    keyFigures: [],
    contents: [],
    draft: null,
    readiness,
  });
}

function pageOf(
  year: number,
  label: string,
  content: Omit<BilanPage, 'heading' | 'kicker' | 'dashboard'>,
): PageBody<BilanPage> {
  const heading = `Bilan ${label}`;
  return {
    title: heading,
    description: `${heading}\u00a0: ce que dit le bilan annuel du programme, à ce jour.`,
    section: 'bilans',
    updated: null,
    content: {
      heading,
      kicker: 'Brouillon',
      dashboard: { label: `Tableau de bord ${label}`, href: `/tableau-de-bord/${year}` },
      ...content,
    },
  };
}
