import { NO_BREAK_SPACE, formatNumber } from '../../../../src/kernel/french-number.rules.js';
import { parisTime } from '../../../../src/kernel/french-instant.rules.js';
import { sentence, typographic } from '../../../../src/kernel/french-text.rules.js';
import type { PastePlan } from './paste-plan.js';

/** The word that goes with the shape of each state; none where the note of the row says it. */
const STATE_WORDS: Record<string, string> = {
  draft: 'Enregistré',
  submitted: 'Enregistré',
  validated: 'Enregistré',
  review: 'À revoir',
  refused: 'Refusé',
  conflict: 'Modifié entre-temps',
  waiting: 'En attente',
};

/** What became of a cell, in one word. */
export const stateWord = (state: string, isEmptied = false): string =>
  isEmptied ? 'Vidé' : (STATE_WORDS[state] ?? '');

const count = (number: number, singular: string, plural = `${singular}s`): string =>
  `${formatNumber(number)} ${number < 2 ? singular : plural}`;

/** « Enregistré à 10 h 32 », the clock of the programme. */
export function savedAt(now: Date): string {
  const { time } = parisTime(now.toISOString());
  const hour = time.slice(0, 2).replace(/^0(?=\d)/, '');
  return `Enregistré à ${[hour, 'h', time.slice(3, 5)].join(NO_BREAK_SPACE)}`;
}

export const SENDING = 'Enregistrement…';

/** No network: what is kept, and what is not. */
export function waitingWords(waiting: number, unkept: number): string {
  if (unkept > 0) {
    return sentence`Pas de réseau, et cet appareil ne peut rien garder : laissez cette page ouverte, ${count(unkept, 'chiffre attend', 'chiffres attendent')}.`;
  }
  return sentence`Enregistré sur cet appareil, envoi dès le retour du réseau : ${count(waiting, 'chiffre')}`;
}

/** The session ended: how to go on. */
export function signedOutWords(waiting: number, unkept: number): string {
  const kept = unkept > 0 ? 'laissez cette page ouverte' : 'rien n’est perdu';
  return sentence`Votre session a pris fin : reconnectez-vous dans un autre onglet, puis revenez ici. ${count(waiting, 'chiffre')} à envoyer, ${kept}.`;
}

/** What came back from the storage of the device. */
export const takenUpWords = (restored: number): string =>
  restored < 2
    ? 'Un chiffre gardé sur cet appareil a été repris.'
    : `${formatNumber(restored)} chiffres gardés sur cet appareil ont été repris.`;

/** « 4 cases reprises, à vérifier. Ctrl + Z les vide. » */
export const carriedWords = (filled: number): string =>
  filled === 0
    ? 'Rien à reprendre : aucune case vide n’avait de chiffre à la période d’avant.'
    : sentence`${count(filled, 'case reprise', 'cases reprises')} de la période d’avant, à vérifier. Ctrl + Z annule.`;

/** « 23 cases collées, 1 à revoir ». */
export function pasteWords(pasted: number, toReview: number): string {
  const done = count(pasted, 'case collée', 'cases collées');
  return toReview === 0 ? `${done}.` : `${done}, ${formatNumber(toReview)} à revoir.`;
}

/** What of a block found no place, and why. */
export function leftOutWords(plan: PastePlan): string[] {
  const words: string[] = [];
  if (plan.names === 'left-out') words.push('La première colonne porte des noms : elle n’a pas été collée.');
  if (plan.names === 'followed') words.push('Chaque chiffre est allé à la ligne de son nom.');
  if (plan.blank > 0) words.push(`${count(plan.blank, 'case vide', 'cases vides')} : rien n’a été effacé.`);
  if (plan.readOnly > 0) {
    words.push(
      `${count(plan.readOnly, 'case tombe', 'cases tombent')} sur des chiffres qui ne se modifient pas ici.`,
    );
  }
  if (plan.below > 0)
    words.push(`${count(plan.below, 'case dépasse', 'cases dépassent')} le bas de la grille.`);
  if (plan.beside > 0) {
    words.push(
      `${count(plan.beside, 'case appartient', 'cases appartiennent')} à des colonnes que cette page n’a pas.`,
    );
  }
  return words.map(typographic);
}
