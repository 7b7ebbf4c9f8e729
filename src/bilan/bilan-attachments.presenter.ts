import { standardFile } from '../exports/standard-file.rules.js';
import { figureAnswer } from '../figures/figure-answer.rules.js';
import type { Attachment } from '../platform/documents/document.types.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import type { BilanData } from './bilan.types.js';

/** The figures as the API answers them, and who said them when. */
function figuresFile(data: BilanData, fingerprint: string): string {
  const { year, programme, exercice, lastChange } = data;
  const content = {
    programme: { code: programme.code, name: programme.name, licence: programme.licence },
    year,
    closingDate: exercice.closingDate,
    lastChange,
    fingerprint,
    figures: data.figures.map(figureAnswer),
    campaigns: data.campaigns.map(({ code, name, status, statusReason, period }) => ({
      code,
      name,
      status,
      reason: statusReason,
      period,
      figures: data.byCampaign
        .filter((own) => own.code === code)
        .flatMap((own) => own.figures.map(figureAnswer)),
    })),
    objectives: data.nextObjectives.map(({ rank, text }) => ({ rank, text })),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** The data that travels in the PDF: a file to import again, and one for programs. */
export function bilanAttachments(data: BilanData, fingerprint: string): Attachment[] {
  const label = exerciceLabel(data.period);
  return [
    {
      name: `bilan-${label}-indicateurs.csv`,
      mediaType: 'text/csv',
      relationship: 'Data',
      description: `Valeurs des indicateurs du bilan ${label}, au format d’import standard`,
      content: standardFile(data.programme.code, data.rows),
    },
    {
      name: `bilan-${label}.json`,
      mediaType: 'application/json',
      relationship: 'Source',
      description: `Chiffres du bilan ${label}, tels que l’API les donne`,
      content: figuresFile(data, fingerprint),
    },
  ];
}
