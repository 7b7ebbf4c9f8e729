import type {
  Aggregation,
  ChainLevel,
  CostKind,
  Direction,
  Frequency,
  Nature,
} from '../../indicators/indicator.types.js';
import type { Choice } from '../../platform/forms/form.types.js';

/** What kind of thing is counted, for whoever defines it. */
const NATURES: Record<Nature, { label: string; hint: string }> = {
  flow: {
    label: 'Flux',
    hint: 'Ce qui se passe : vues, sets distribués, demandes. Les mois s’additionnent.',
  },
  attendance: {
    label: 'Fréquentation',
    hint: 'Des passages : qui vient deux fois compte deux fois. Les mois s’additionnent, les lieux non.',
  },
  stock: {
    label: 'Stock',
    hint: 'Un état à une date : ambassadeurs, abonnés. La dernière valeur compte.',
  },
  cumulative: {
    label: 'Cumul depuis le lancement',
    hint: 'Chaque valeur contient les précédentes et ne diminue pas. La dernière compte.',
  },
  unique: {
    label: 'Personnes uniques',
    hint: 'Couverture, visiteurs uniques : rien ne s’additionne.',
  },
  snapshot: {
    label: 'Photographie d’un cumul',
    hint: 'Un total relevé à une date, comme les vues d’une vidéo : un relevé remplace le précédent.',
  },
  ratio: {
    label: 'Rapport',
    hint: 'Un taux, un coût par visiteur : recalculé à partir de deux indicateurs.',
  },
  mean: { label: 'Moyenne', hint: 'Une note : pondérée par le nombre de réponses.' },
  context: { label: 'Contexte', hint: 'Situe l’année sans être un résultat du programme.' },
};

const OPERATORS: Record<Aggregation, string> = {
  sum: 'La somme',
  last: 'La dernière valeur',
  max: 'La plus haute valeur',
  mean: 'La moyenne',
  none: 'Pas de total',
};

const LEVELS: Record<ChainLevel, string> = {
  means: 'Moyens (ce qui est engagé)',
  output: 'Réalisations (ce qui est fait)',
  outcome: 'Résultats (ce que cela apporte)',
  impact: 'Effets (ce qui change à terme)',
  context: 'Contexte',
};

const DIRECTIONS: Record<Direction, string> = {
  up: 'Plus, c’est mieux',
  down: 'Moins, c’est mieux',
  neutral: 'Ni l’un ni l’autre',
};

const COSTS: Record<CostKind, string> = { committed: 'Engagé', spent: 'Dépensé' };

const FREQUENCIES: Record<Frequency, string> = {
  day: 'Chaque jour',
  week: 'Chaque semaine',
  month: 'Chaque mois',
  quarter: 'Chaque trimestre',
  half_year: 'Chaque semestre',
  year: 'Chaque année',
  once: 'Une seule fois',
};

export const natureLabel = (nature: Nature): string => NATURES[nature].label;

const choices = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const orNone = (label: string, words: Readonly<Record<string, string>>): Choice[] => [
  { value: '', label },
  ...choices(words),
];

export const NATURE_CHOICES: readonly Choice[] = Object.entries(NATURES).map(([value, words]) => ({
  value,
  ...words,
}));
export const OPERATOR_CHOICES = orNone('Comme il convient à sa nature', OPERATORS);
export const LEVEL_CHOICES = choices(LEVELS);
export const DIRECTION_CHOICES = choices(DIRECTIONS);
export const COST_CHOICES = orNone('Ce n’est pas un coût', COSTS);
export const FREQUENCY_CHOICES = orNone('Sans rythme', FREQUENCIES);
export const DECIMALS_CHOICES = choices({
  0: 'Aucune (450)',
  1: 'Une (4,5)',
  2: 'Deux (4,50)',
  3: 'Trois',
  4: 'Quatre',
});
