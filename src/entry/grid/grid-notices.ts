import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';

const SENT = { transmis: 'transmis pour validation', valides: 'transmis et validés d’office' } as const;

/** What was done, as the address says it: `enregistre`, `transmis-12`, `valides-12`, `repris-4`. */
export function noticeOf(done: string | undefined): string | null {
  if (done === 'enregistre') return 'Enregistré. Rien n’est transmis tant que vous ne le demandez pas.';
  if (done === 'rien') return 'Rien à transmettre : aucun brouillon ne vous attend dans cette période.';
  const [, kind, count = ''] = /^(transmis|valides|repris)-(\d{1,6})$/.exec(done ?? '') ?? [];
  const number = Number.parseInt(count, 10);
  if (kind === 'repris') return carriedText(number);
  if (kind !== 'transmis' && kind !== 'valides') return null;
  const words = number > 1 ? `chiffres ${SENT[kind]}` : `chiffre ${SENT[kind].replace('validés', 'validé')}`;
  return sentence`${formatNumber(number)} ${words}.`;
}

function carriedText(number: number): string {
  if (number === 0) return 'Rien à reprendre : aucune case vide n’avait de chiffre à la période d’avant.';
  const words = number > 1 ? 'chiffres repris' : 'chiffre repris';
  return sentence`${formatNumber(number)} ${words} de la période d’avant : vérifiez-les, rien n’est encore transmis.`;
}
