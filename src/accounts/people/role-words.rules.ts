import type { PersonState, Role } from '../account.types.js';

/** A role in the words of the people who hold it. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'Membre du comité',
  contributor: 'Partenaire',
  editor: 'Communication',
  validator: 'Direction',
  admin: 'Administration',
};

/** What a role opens, in one sentence: the roles add up, except the partner's. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  viewer: 'Lit tout ce qui est réservé au comité.',
  contributor: 'Saisit et voit les chiffres de son organisation, et eux seuls.',
  editor: 'Saisit et corrige tous les chiffres.',
  validator: 'Valide les chiffres, arrête les bilans et partage des pages.',
  admin: 'Gère le programme, les personnes, les jetons et lit le journal.',
};

/** The state of an account, as lists show it. */
export const STATE_WORDS: Readonly<Record<PersonState, string>> = {
  invited: 'Invitation en attente',
  active: 'Actif',
  disabled: 'Désactivé',
  anonymised: 'Anonymisé',
};

/** What stands for somebody whose name was erased. */
export const FORMER_USER = 'ancien utilisateur';
