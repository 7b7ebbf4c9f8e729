import { normaliseForSearch } from '../../kernel/french-text.rules.js';

/** What people choose first, which no dictionary of French lists as such: guessed before anything else. */
export const FAVOURITES: readonly string[] = `
  motdepasse password passe azerty qwerty azertyuiop qwertyuiop bonjour soleil doudou loulou chouchou
  jetaime iloveyou welcome letmein administrateur admin utilisateur connexion secret copil comite
  pilotage bilan campagne mairie departement france marseille football liberteegalitefraternite`
  .trim()
  .split(/\s+/);

/** Where the departments are run from: of a territory, the chief town is the word that comes to mind. */
export const CHIEF_TOWNS: readonly string[] = `
  agen ajaccio albi alencon amiens angers angouleme annecy arras auch aurillac auxerre avignon basseterre bastia
  beauvais belfort besancon blois bobigny bordeaux bourges caen cahors carcassonne cayenne cergy chambery
  charleville chartres chateauroux chaumont clermont colmar creteil digne dijon epinal evreux evry foix
  fortdefrance grenoble gueret laon laval lille limoges lyon macon mamoudzou marseille melun mende metz
  montauban montdemarsan montpellier moulins nancy nanterre nantes nevers nice nimes niort orleans paris
  perigueux perpignan poitiers privas quimper rennes rochelle rodez rouen saintbrieuc saintdenis saintetienne
  saintlo strasbourg tarbes toulon toulouse tours troyes tulle valence vannes versailles vesoul`
  .trim()
  .split(/\s+/);

const SHORTEST = 3;

/** The words of names and addresses, whole and apart: « Oh my Lot » gives oh my lot, ohmylot and lot. */
export function wordsOf(texts: readonly string[]): string[] {
  const words = texts.map(normaliseForSearch).flatMap((text) => {
    const parts = text.split(/[^\p{L}\p{N}]+/u);
    return [text, parts.join(''), ...parts];
  });
  return [...new Set(words)].filter((word) => word.length >= SHORTEST);
}

/**
 * What is left of a password once everything is taken out that somebody who knows the person and the programme would
 * try first: « OhMyLot-Cahors-2020 » leaves « --2020 ». Null when nothing is taken out.
 */
export function withoutWords(password: string, words: readonly string[]): string | null {
  const plain = normaliseForSearch(password);
  // The longest first: « attractivité » before « activité ».
  const rest = words
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, word) => text.replaceAll(word, ''), plain);
  return rest === plain ? null : rest;
}
