import { MONTHS } from '../../kernel/french-date.rules.js';
import { dateParts } from '../../kernel/calendar.rules.js';
import type { Choice } from '../../platform/forms/form.types.js';
import { box, type FieldGroup, list, optional, text } from './field-groups.js';
import { OPERATOR_CHOICES } from './indicator-words.js';

/** « 1er janvier », of a month and a day. */
function dayWords(monthAndDay: string): string {
  const { month, day } = dateParts(`2001-${monthAndDay}`);
  return `${day === 1 ? '1er' : day}\u00a0${MONTHS[month - 1] ?? ''}`;
}

/** The first of each month, and another day when one stands there already. */
function restartChoices(present: string): Choice[] {
  const days = MONTHS.map((_, month) => `${String(month + 1).padStart(2, '0')}-01`);
  const all = present === '' || days.includes(present) ? days : [...days, present];
  return [{ value: '', label: 'Jamais' }, ...all.map((day) => ({ value: day, label: dayWords(day) }))];
}

/** How its figures come to a total. */
export const addedUp = (restartsOn: string): FieldGroup => ({
  title: 'Comment il s’additionne',
  hint: 'Sa nature en décide ; ne changez ceci que pour une raison.',
  isFolded: true,
  fields: [
    list('aggregationTime', 'Total de plusieurs mois', OPERATOR_CHOICES),
    list('aggregationTerritory', 'Total de plusieurs territoires', OPERATOR_CHOICES),
    list('aggregationChannel', 'Total de plusieurs canaux', OPERATOR_CHOICES),
    box(
      'overlapping',
      'Les parts se recoupent',
      'Une personne vue par deux partenaires est dans les deux : pas de somme.',
    ),
    box('exhaustive', 'Les parts font le total', 'Sinon, le reste s’écrit « non ventilé ».'),
    box('carriesLastValue', 'Reporter la dernière valeur connue', 'Une année sans relevé montre le dernier.'),
    optional(
      'carryMaxDays',
      'Pendant au plus (jours)',
      'Passé ce délai, la dernière valeur est trop ancienne.',
      {
        kind: 'number',
      },
    ),
    list('restartsOn', 'Un cumul repart de zéro le', restartChoices(restartsOn)),
  ],
});

/** The other indicators that it is read with. */
export const related = (indicators: readonly Choice[]): FieldGroup => {
  const choices = [{ value: '', label: 'Aucun' }, ...indicators];
  return {
    title: 'Ce à quoi il se rapporte',
    hint: 'Pour une part (« dont »), un rapport, une moyenne ou l’étape d’une distribution.',
    isFolded: true,
    fields: [
      list(
        'subsetOf',
        'Compte une part de',
        choices,
        '« 450 visiteurs, dont 150 avec un projet » : la part ne dépasse jamais le tout.',
      ),
      list('numerator', 'Rapport : numérateur', choices),
      list('denominator', 'Rapport ou moyenne : divisé ou pondéré par', choices),
      text('factor', 'Rapport : multiplié par', '100 pour un taux en %, 1 pour un coût par visiteur.', {
        kind: 'number',
      }),
      list('chainAfter', 'Étape qui suit', choices, 'On ne livre pas plus qu’on n’a commandé.'),
    ],
  };
};
