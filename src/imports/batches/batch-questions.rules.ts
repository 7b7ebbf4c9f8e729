import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { joinList, sentence } from '../../kernel/french-text.rules.js';
import type { TableGlimpse } from '../interpretation.types.js';
import type { ImportQuestion, ImportReport } from '../import.types.js';

/** What a file needs that does not exist here: nothing is created from a figure without somebody's word. */
export function creationQuestion(creates: ImportReport['creates']): ImportQuestion {
  const named = (kind: 'indicator' | 'channel'): string[] =>
    creates.filter((one) => one.kind === kind).map(({ name }) => `« ${name} »`);
  const [indicators, channels] = [named('indicator'), named('channel')];
  const what = [
    ...(indicators.length === 0
      ? []
      : [`${indicators.length === 1 ? 'l’indicateur' : 'les indicateurs'} ${joinList(indicators)}`]),
    ...(channels.length === 0
      ? []
      : [`${channels.length === 1 ? 'le canal' : 'les canaux'} ${joinList(channels)}`]),
  ];
  const isOne = creates.length === 1;
  return {
    code: 'unknown_vocabulary',
    message: sentence`Ce fichier parle de ce qui n’existe pas encore ici : ${joinList(what)}. ${isOne ? 'Faut-il le créer' : 'Faut-il les créer'} ?`,
    choices: [isOne ? 'le créer' : 'les créer'],
    answer: { name: 'create', values: ['true'] },
  };
}

/** Figures that are there and that a file says otherwise, though it is no newer state of the same thing. */
export function conflictsQuestion(count: number): ImportQuestion {
  const what =
    count === 1
      ? '1 chiffre est déjà là avec une autre valeur'
      : `${formatNumber(count)} chiffres sont déjà là avec une autre valeur`;
  return {
    code: 'already_there',
    message: sentence`${what} : rien ne dit que ce fichier le remplace.`,
    choices: ['garder ce qui est là', 'remplacer par ce que dit le fichier'],
    answer: { name: 'conflicts', values: ['keep', 'replace'] },
  };
}

const MOST_NAMED = 6;

/** What is said of a file that nothing recognises. */
export function unknownFile(glimpse: TableGlimpse | null): string {
  const headers = (glimpse?.columns ?? []).map(({ header }) => header).filter((header) => header !== '');
  const named = headers.slice(0, MOST_NAMED).map(quote);
  const found =
    named.length === 0 ? '' : ` (colonnes ${joinList(named)}${headers.length > MOST_NAMED ? '…' : ''})`;
  return sentence`Aucun profil ne reconnaît ce fichier${found} : déposez-le sur la page Imports, qui demande quelle colonne est quoi, ou nommez ses colonnes avec --column.`;
}
