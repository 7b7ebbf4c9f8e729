import { quote } from '../../kernel/decimal-string.rules.js';
import { joinList, sentence } from '../../kernel/french-text.rules.js';
import type { ImportQuestion, RejectedCell } from '../import.types.js';
import type { Interpretation, ReadingAnswers } from '../interpretation.types.js';
import type { ReadFile } from '../reading/reading.types.js';
import type { ImportProfile } from './import-profile.types.js';
import { NONE } from './names.rules.js';
import { candidates } from './recognition.rules.js';

type Recognition = NonNullable<Interpretation['profile']>['recognition'];

/** With which profile a file is read, and what is to be said of that. */
export interface ProfileChoice {
  profile: ImportProfile | null;
  recognition: Recognition;
  question: ImportQuestion | null;
  rejected: RejectedCell | null;
}

const none: ProfileChoice = { profile: null, recognition: 'sure', question: null, rejected: null };

/** The profile that somebody chose, else the one that recognises the file best; no profile when columns were chosen. */
export function chooseProfile(
  file: ReadFile,
  profiles: readonly ImportProfile[],
  answers: ReadingAnswers,
): ProfileChoice {
  if (answers.profile === NONE) return none;
  if (answers.profile !== undefined) return chosen(file, profiles, answers.profile);
  if (answers.columns !== undefined) return none;
  const [profile] = candidates(file, profiles);
  if (profile === undefined) return none;
  if (!profile.supposed) return { ...none, profile };
  return { ...none, profile, recognition: 'supposed', question: isItThat(profile) };
}

function chosen(file: ReadFile, profiles: readonly ImportProfile[], id: string): ProfileChoice {
  const profile = profiles.find((one) => one.id === id);
  if (profile === undefined) {
    const known = joinList(profiles.map((one) => one.id).toSorted());
    const message = sentence`Aucun profil ne s’appelle ${quote(id)}. Ceux qui existent : ${known}.`;
    return { ...none, rejected: { line: 1, column: '', code: 'unknown_profile', message } };
  }
  if (candidates(file, [profile]).length > 0) return { ...none, profile, recognition: 'chosen' };
  const [first = []] = profile.signatures;
  const message = sentence`Ce fichier n’a pas les colonnes du profil ${quote(profile.name)} : il y faut au moins ${joinList(first.map((name) => quote(name)))}.`;
  return { ...none, rejected: { line: 1, column: '', code: 'profile_mismatch', message } };
}

function isItThat({ id, name }: ImportProfile): ImportQuestion {
  return {
    code: 'supposed_profile',
    message: sentence`Ce fichier ressemble à ${quote(name)} : est-ce bien cela ?`,
    choices: ['oui, le lire ainsi', 'non, dire moi-même quelle colonne est quoi'],
    answer: { name: 'profile', values: [id, NONE] },
  };
}
