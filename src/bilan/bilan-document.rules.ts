import { formatDate } from '../kernel/french-date.rules.js';
import type { Attachment, DocumentData, Section } from '../platform/documents/document.types.js';
import type { BilanData } from './bilan.types.js';
import { bilanView } from './bilan-view.rules.js';
import { committeeSection } from './sections/committee.rules.js';
import { costsSection } from './sections/costs.rules.js';
import { cover } from './sections/cover.rules.js';
import { essentials } from './sections/essentials.rules.js';
import { indicatorsSection } from './sections/indicators.rules.js';
import { methodSection } from './sections/method.rules.js';
import { objectivesSection } from './sections/objectives.rules.js';
import { sheetSections } from './sections/sheets.rules.js';
import { yearSection } from './sections/year.rules.js';

/**
 * A bilan as a document: cover, essentials, indicators, the year, its costs, its operations, objectives, committee, method. A
 * section with nothing to say is not there.
 * @param fingerprint hex SHA-256 of the data, printed and used as the identity of the file
 */
export function bilanDocument(data: BilanData, fingerprint: string, attachments: Attachment[]): DocumentData {
  const view = bilanView(data);
  const { programme, meeting } = data;
  const { label } = view;
  const sections = [
    essentials(view),
    indicatorsSection(view),
    yearSection(view),
    costsSection(view),
    ...sheetSections(view),
    objectivesSection(view),
    committeeSection(view),
    methodSection(view, fingerprint),
  ].filter((section): section is Section => section !== null);
  const name = `« ${programme.name} »`;
  return {
    title: `Bilan ${label} du programme ${name}`,
    author: `Comité de pilotage ${name}`,
    subject:
      meeting === null
        ? `Bilan annuel de l’exercice ${label}`
        : `Bilan annuel présenté au comité de pilotage du ${formatDate(meeting.date)}`,
    keywords: `${programme.name}, bilan, ${label}, indicateurs, opérations`,
    language: 'fr-FR',
    date: data.lastChange,
    fingerprint,
    cover: cover(data),
    sections,
    footer: `${name} · Bilan ${label}`,
    attachments,
  };
}
