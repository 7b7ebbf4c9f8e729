import type { Choice } from '../../platform/forms/form.types.js';
import { box, type FieldGroup, list, optional, prose, text } from './field-groups.js';
import { addedUp, related } from './indicator-sums.presenter.js';
import {
  COST_CHOICES,
  DECIMALS_CHOICES,
  DIRECTION_CHOICES,
  FREQUENCY_CHOICES,
  LEVEL_CHOICES,
  NATURE_CHOICES,
} from './indicator-words.js';

const CODE = text(
  'code',
  'Code',
  'En capitales, sans accent ni espace, par exemple « VISITEURS_STAND ». Il sert dans les fichiers et ne change plus.',
  { maxLength: 80 },
);

const WORDS: FieldGroup = {
  title: 'Ce qu’on lira',
  hint: 'Les mots qui accompagnent le nombre sur les pages, dans le bilan et dans les phrases.',
  isFolded: false,
  fields: [
    text('name', 'Nom', 'Le titre d’une tuile : « Visiteurs accueillis sur le stand ».'),
    text('shortName', 'Nom court', 'Pour les graphiques : « Visiteurs du stand ».', { maxLength: 60 }),
    text('labelOne', 'Après le nombre 1', '« visiteur accueilli », pour « 1 visiteur accueilli ».'),
    text(
      'labelOther',
      'Après un autre nombre',
      '« visiteurs accueillis », pour « 450 visiteurs accueillis ».',
    ),
    box(
      'elision',
      'Ce nom demande « d’ »',
      'On dit « un million d’ambassadeurs », mais « un million de visiteurs ».',
    ),
    optional(
      'sentenceOne',
      'Phrase pour 1',
      '« visiteur a été accueilli sur le stand ». Vide : le nom seul.',
    ),
    optional('sentenceOther', 'Phrase pour plusieurs', '« visiteurs ont été accueillis sur le stand ».'),
  ],
};

const COUNTED: FieldGroup = {
  title: 'Ce qu’on compte',
  hint: 'Qui reprendra le comptage dans deux ans doit pouvoir faire de même.',
  isFolded: false,
  fields: [
    prose('definition', 'Définition', 'Ce qui compte et ce qui ne compte pas.'),
    prose('method', 'Méthode', 'Comment on compte : aux guichets, par cellule, d’après un export.'),
    text('unit', 'Unité', 'Au singulier : « personne », « vue », « € ».', { maxLength: 60 }),
    optional('symbol', 'Symbole collé au nombre', '« % » ou « € » ; vide quand l’unité est un mot.', {
      maxLength: 10,
    }),
    list('decimals', 'Décimales', DECIMALS_CHOICES, 'Ne change plus après le premier chiffre.'),
    box(
      'signed',
      'Écrire le signe',
      'Pour une variation : « +6 % ». Ne change plus après le premier chiffre.',
    ),
    text('nature', 'Nature', undefined, { kind: 'radio', choices: NATURE_CHOICES }),
  ],
};

const PLACE: FieldGroup = {
  title: 'Sa place dans le programme',
  hint: '',
  isFolded: false,
  fields: [
    list('chainLevel', 'Niveau', LEVEL_CHOICES),
    list('direction', 'Sens', DIRECTION_CHOICES),
    box('keyFigure', 'Chiffre clé', 'Montré en tête du tableau de bord et de « L’essentiel ».'),
    list('costKind', 'Coût', COST_CHOICES, 'Pour calculer ce que coûte un résultat.'),
  ],
};

const UPKEEP: FieldGroup = {
  title: 'Qui le tient à jour',
  hint: '',
  isFolded: true,
  fields: [
    optional('producer', 'Producteur', 'Qui fournit les valeurs : « Lot Tourisme, comptage aux guichets ».'),
    optional('owner', 'Responsable', 'Qui en répond.'),
    list('frequency', 'Rythme', FREQUENCY_CHOICES),
    optional('dueDays', 'Délai (jours)', 'Après la fin d’une période, pour donner sa valeur.', {
      kind: 'number',
    }),
    prose('note', 'Note publique', 'Une réserve à lire avec le chiffre : « source non précisée ».'),
  ],
};

const CHANGE: FieldGroup = {
  title: 'Si ce qu’on compte change',
  hint: 'Cet indicateur a déjà des chiffres. Une définition, une méthode, une unité ou une façon d’additionner qui change fait une nouvelle version, que l’historique garde.',
  isFolded: false,
  fields: [
    text('change', 'On compte', undefined, {
      kind: 'radio',
      optional: true,
      choices: [
        {
          value: 'same',
          label: 'Toujours la même chose',
          hint: 'La rédaction est meilleure ; les comparaisons continuent.',
        },
        {
          value: 'break',
          label: 'Autre chose',
          hint: 'La série est rompue : on ne compare plus avec ce qui précède.',
        },
      ],
    }),
    optional('validFrom', 'Nouvelle version à partir du', 'Quand la série est rompue.', { kind: 'date' }),
    optional(
      'reason',
      'Motif',
      'Se lit dans l’historique et près des comparaisons : « comptage par cellule ».',
    ),
  ],
};

/** Every question of the form, in order. */
export const indicatorGroups = (context: {
  isNew: boolean;
  isMeasured: boolean;
  indicators: readonly Choice[];
  values: Readonly<Record<string, string>>;
}): FieldGroup[] => [
  { ...WORDS, fields: context.isNew ? [CODE, ...WORDS.fields] : WORDS.fields },
  COUNTED,
  addedUp(context.values.restartsOn ?? ''),
  related(context.indicators),
  PLACE,
  UPKEEP,
  ...(context.isMeasured ? [CHANGE] : []),
];
