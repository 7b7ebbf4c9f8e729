import type { Aggregation, ChainLevel, Frequency, Nature } from './indicator.types.js';

/** What kind of figure it is, for someone who adds things up with a pencil. */
const NATURES: Record<Nature, { label: string; explanation: string }> = {
  flow: { label: 'Flux', explanation: 'Les valeurs des mois et des lieux s’additionnent.' },
  attendance: {
    label: 'Fréquentation',
    explanation: 'Passages comptés, non des personnes distinctes ; qui vient deux fois compte deux fois.',
  },
  stock: {
    label: 'Stock',
    explanation: 'État à une date ; seule la dernière valeur connue compte, les mois ne s’additionnent pas.',
  },
  cumulative: {
    label: 'Cumul depuis le lancement',
    explanation: 'Chaque valeur contient les précédentes ; seule la dernière compte.',
  },
  unique: {
    label: 'Personnes uniques',
    explanation: 'Non cumulable, car une même personne peut être comptée plusieurs fois.',
  },
  snapshot: {
    label: 'Photographie',
    explanation: 'Total relevé à une date ; un nouveau relevé remplace le précédent.',
  },
  ratio: { label: 'Rapport', explanation: 'Recalculé à partir de ses deux termes, jamais additionné.' },
  mean: { label: 'Moyenne', explanation: 'Pondérée par le nombre de réponses, jamais additionnée.' },
  context: {
    label: 'Contexte',
    explanation: 'Situe l’année ; ce n’est pas un résultat du programme.',
  },
};

const LEVELS: Record<ChainLevel, string> = {
  means: 'Moyens',
  output: 'Réalisations',
  outcome: 'Résultats',
  impact: 'Effets',
  context: 'Contexte',
};

/** Nature of an indicator, its name and what it means. */
export const natureWords = (nature: Nature): { label: string; explanation: string } => NATURES[nature];

/** Heading of a group of indicators. */
export const levelLabel = (level: ChainLevel): string => LEVELS[level];

/** Said of a total over months, on the indicator's page. */
export function timeWords(aggregation: Aggregation): string {
  const words: Record<Aggregation, string> = {
    sum: 'Somme des relevés',
    last: 'Dernière valeur connue',
    max: 'Plus haute valeur',
    mean: 'Moyenne des relevés',
    none: 'Aucun : les mois ne s’additionnent pas',
  };
  return words[aggregation];
}

const FREQUENCIES: Record<Frequency, string> = {
  day: 'Chaque jour',
  week: 'Chaque semaine',
  month: 'Chaque mois',
  quarter: 'Chaque trimestre',
  half_year: 'Chaque semestre',
  year: 'Chaque année',
  once: 'Une seule fois',
};

/** How often a value is expected. */
export const frequencyWords = (frequency: Frequency): string => FREQUENCIES[frequency];
