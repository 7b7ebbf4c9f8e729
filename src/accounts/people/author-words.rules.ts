import { inParentheses } from '../../kernel/french-text.rules.js';
import { FORMER_USER } from './role-words.rules.js';

const AUTHORS: ReadonlyMap<string, string> = new Map([
  ['data-set', 'un jeu de données'],
  ['import', 'un fichier importé'],
  ['command', 'une commande'],
  ['coupon', 'un coupon de saisie'],
]);

/**
 * « Marie Dupont », « un fichier importé », « un coupon de saisie (CCI du Lot) »: whoever or whatever recorded something.
 * @param names of people, and of the organisations of coupons, by signature.
 */
export function authorWords(signature: string, names: ReadonlyMap<string, string>): string {
  if (signature.startsWith('person:')) return names.get(signature) ?? FORMER_USER;
  const [kind = ''] = signature.split(':');
  const words = AUTHORS.get(kind) ?? 'le système';
  const name = names.get(signature);
  return name === undefined ? words : `${words} ${inParentheses(name)}`;
}
