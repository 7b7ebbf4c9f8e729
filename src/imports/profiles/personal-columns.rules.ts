import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { TableRow } from '../reading/reading.types.js';
import { cellText } from './header-names.rules.js';

/** Words that, anywhere in a header, speak of a person. */
const WORDS =
  /(?:^|[^a-z])(?:prenoms?|firstname|lastname|surname|e-?mails?|courriels?|mails?|telephones?|tel|phone|portable|naissance|birth(?:day|date)?|civilite|birth date|participant|payeur|acheteur|attendee name|buyer|beneficiaire|ip address|adresse ip)(?:[^a-z]|$)/;
/** Whole headers, or their beginnings. */
const HEADERS =
  /^(?:nom|noms|name|full ?name|first ?name|last ?name|nom (?:de famille|complet|et prenom|prenom|du contact|du client|d'usage|de naissance|du visiteur|de la personne|du representant).*|contact|mobile|tel\.?|address|adresse(?: (?:postale|du domicile|personnelle|1|2))?|home address.*|rue|numero de securite sociale|signature|personne|posted by|auteur|author|cree par|created by|nom (?:participant|payeur|acheteur).*|username|user name|nom d'utilisateur)$/;

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i;
const PHONE = /^(?:(?:\+|00)\d{2,3}[ .-]?(?:\(0\)[ .-]?)?|0)\d(?:[ .-]?\d{2}){4}$/;
/** A number of persons or of letters sent is no person: « E-mails envoyés ; 1 204 ». */
const COUNT = /^[-+−]?\d{1,3}(?:[ \u00a0\u202f.,]?\d{3})?(?:[.,]\d+)?\s*%?$/;
const LONGEST_NAME = 300;
const LOOKED_AT = 1_000;

/** Whether a header is that of a column about people. */
export function namesPerson(header: string): boolean {
  const name = normaliseForSearch(header.slice(0, LONGEST_NAME)).replace(/[_:]+/g, ' ').trim();
  return HEADERS.test(name) || WORDS.test(name);
}

/** Whether cells hold addresses or telephone numbers: most of them, for a note may quote one. */
export function holdsPersons(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const addresses = filled.filter((cell) => EMAIL.test(cell)).length;
  const numbers = filled.filter((cell) => PHONE.test(cell)).length;
  return addresses * 5 > filled.length || numbers * 2 > filled.length;
}

const holdsCounts = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => COUNT.test(cell));
};

/** Whether a column is about people, by its header or by what it holds: a thousand of its cells, from the first to the last. */
export function isPersonal(header: string, index: number, rows: readonly TableRow[]): boolean {
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  const cells: string[] = [];
  for (let at = 0; at < rows.length; at += step) cells.push(cellText(rows[at]?.cells[index]));
  return namesPerson(header) ? !holdsCounts(cells) : holdsPersons(cells);
}
