import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';

const SENT = { transmis: 'transmis pour validation', valides: 'transmis et validés d’office' } as const;

/** What was done, as the address says it: `enregistre`, `transmis-12`, `valides-12`. */
export function noticeOf(done: string | undefined): string | null {
  if (done === 'enregistre') return 'Enregistré. Rien n’est transmis tant que vous ne le demandez pas.';
  if (done === 'rien') return 'Rien à transmettre : aucun brouillon ne vous attend dans cette période.';
  const [, kind, count = ''] = /^(transmis|valides)-(\d{1,6})$/.exec(done ?? '') ?? [];
  if (kind !== 'transmis' && kind !== 'valides') return null;
  const number = Number.parseInt(count, 10);
  const words = number > 1 ? `chiffres ${SENT[kind]}` : `chiffre ${SENT[kind].replace('validés', 'validé')}`;
  return sentence`${formatNumber(number)} ${words}.`;
}
