import { FORMER_USER } from './role-words.rules.js';

const AUTHORS: ReadonlyMap<string, string> = new Map([
  ['data-set', 'un jeu de données'],
  ['import', 'un fichier importé'],
  ['command', 'une commande'],
  ['coupon', 'un coupon de saisie'],
]);

/** « Marie Dupont », « un fichier importé »: whoever or whatever recorded something. @param names of people, by their signatures. */
export function authorWords(signature: string, names: ReadonlyMap<string, string>): string {
  if (signature.startsWith('person:')) return names.get(signature) ?? FORMER_USER;
  const [kind = ''] = signature.split(':');
  return AUTHORS.get(kind) ?? 'le système';
}
