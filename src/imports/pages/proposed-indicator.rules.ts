import { capitalise, normaliseForSearch } from '../../kernel/french-text.rules.js';

/** How the values of a new indicator come together: kinds that people tell apart without a manual. */
export const NEW_NATURES = ['flow', 'stock', 'unique'] as const;
export type NewNature = (typeof NEW_NATURES)[number];

/** What a new indicator could be called, as far as the header of its column tells. */
export interface ProposedIndicator {
  name: string;
  /** « visiteur », « visiteurs ». */
  one: string;
  other: string;
  nature: NewNature;
}

export const LONGEST_NAME = 200;
export const LONGEST_UNIT = 60;

/** « Nombre de visiteurs », « Total des visiteurs », « Nb visiteurs »: what is counted comes after. */
const COUNTED =
  /^(?:nombres?|nbre|nb|total|totaux|somme|quantités?|qté)\.?\s+(?:(?:total|totaux)\s+)?(?:d['’]|(?:de|des|du|en)\s+)?/iu;
/** « Montant (€) », « Durée [h] ». */
const IN_BRACKETS = /\s*[([][^()[\]]*[)\]]\s*$/u;
/** Words after which nothing agrees any more: « entrées au point info ». */
const LINK = /^(?:de|du|des|d['’].*|à|a|au|aux|en|par|sur|pour|dans|avec|chez|et|ou|le|la|les|l['’].*)$/iu;
const UNCHANGED =
  /^(?:.{1,2}|.*ss|.*us|.*[ao]is|remis|admis|permis|promis|acquis|prix|voix|choix|croix|noix|flux|repas|temps|corps|fois|avis|cas|pays|colis|tapis|accès|succès|procès|gaz)$/iu;
const STATES = /\b(?:stock|abonn|follower|adherent|membre|inscrits)/;
const UNIQUE = /\buniques?\b/;

/** « visiteurs » gives « visiteur », as far as spelling tells. */
function singular(word: string): string {
  if (UNCHANGED.test(word)) return word;
  if (/(?:eau|eu|ou)x$/iu.test(word)) return word.slice(0, -1);
  if (/aux$/iu.test(word)) return `${word.slice(0, -2)}l`;
  return word.replace(/s$/iu, '');
}

/** « visiteur » gives « visiteurs », as far as spelling tells. */
function plural(word: string): string {
  if (/[sxz]$/iu.test(word) || (UNCHANGED.test(word) && !/us$/iu.test(word))) return word;
  if (/(?:eau|eu)$/iu.test(word)) return `${word}x`;
  return /al$/iu.test(word) ? `${word.slice(0, -1)}ux` : `${word}s`;
}

/** Each word that agrees with what is counted, in another number. */
function inNumber(words: string, change: (word: string) => string): string {
  let agrees = true;
  return words
    .split(' ')
    .map((word) => {
      agrees &&= !LINK.test(word) && /^\p{L}+$/u.test(word);
      return agrees ? change(word) : word;
    })
    .join(' ');
}

/** « VISITEURS » and « Visiteurs » are « visiteurs »; « QR codes » stays as it is. */
function lowered(words: string): string {
  const isShouted = words.length > 4 && words === words.toUpperCase();
  if (isShouted) return words.toLowerCase();
  return words.replace(/^\p{Lu}(?=\p{Ll}|$|['’ ])/u, (letter) => letter.toLowerCase());
}

const cut = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/\p{Cs}$/u, '')
        .replace(/\s+\S*$/u, '');

/** What an indicator made of a column could be called: « Visiteurs » counts « visiteur », « visiteurs ». */
export function proposedIndicator(header: string): ProposedIndicator {
  const plain = header.replace(/[_\s]+/g, ' ').trim();
  const bare = plain.replace(IN_BRACKETS, '') || plain;
  const counted = lowered(bare.replace(COUNTED, '') || bare);
  const words = cut(counted, LONGEST_UNIT);
  const said = normaliseForSearch(plain);
  return {
    name: cut(capitalise(counted), LONGEST_NAME),
    one: cut(inNumber(words, singular), LONGEST_UNIT),
    other: cut(inNumber(words, plural), LONGEST_UNIT),
    nature: UNIQUE.test(said) ? 'unique' : STATES.test(said) ? 'stock' : 'flow',
  };
}
