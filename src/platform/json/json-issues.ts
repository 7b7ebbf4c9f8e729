import type { z } from 'zod';
import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';

const TYPES: Record<string, string> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste entre crochets',
  object: 'un objet entre accolades',
};
const SHOWN = 60;

/** What stands in the file, short enough for a sentence. */
function found(input: unknown): string {
  if (input === undefined) return 'rien';
  const text = JSON.stringify(input) ?? typeof input;
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The French sentence of one refusal: what was found, what to write. */
export function frenchMessage(issue: z.core.$ZodRawIssue): string {
  const start = `trouvé ${found(issue.input)}`;
  switch (issue.code) {
    case 'invalid_type':
      return sentence`${start}, écrivez ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value': {
      const choices = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return sentence`${start}, écrivez ${issue.values.length > 1 ? 'l’une de ces valeurs : ' : ''}${choices}`;
    }
    case 'unrecognized_keys':
      return sentence`membre inconnu ${issue.keys.map(quote).join(', ')}, retirez-le ou corrigez son nom`;
    case 'too_small':
      if (issue.origin === 'string') return sentence`${start}, écrivez au moins un caractère`;
      if (issue.origin === 'array')
        return sentence`${start}, donnez au moins ${String(issue.minimum)} élément`;
      return sentence`${start}, écrivez au moins ${String(issue.minimum)}`;
    case 'too_big':
      if (issue.origin === 'string')
        return sentence`${start}, écrivez au plus ${String(issue.maximum)} caractères`;
      return sentence`${start}, écrivez au plus ${String(issue.maximum)}`;
    case 'invalid_format':
      if (issue.format === 'url') return sentence`${start}, écrivez une adresse comme https://www.exemple.fr`;
      return sentence`${start}, cette écriture n’est pas celle attendue`;
    default:
      return sentence`${start}, ce qui n’est pas accepté ici`;
  }
}
