import { formatDate } from '../../kernel/french-date.rules.js';
import { capitalise } from '../../kernel/french-text.rules.js';
import type { Block, Section } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, counted, rich } from '../bilan-words.rules.js';

/** Short objectives stand side by side; long ones take the whole width. */
const LONG = 160;

/** What had been set for the year that ends. */
function recalled(view: BilanView): Block[] {
  if (view.objectives.length === 0) return [];
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 2, text: `Rappel des objectifs ${view.label}` },
        { kind: 'list', ordered: true, items: view.objectives.map(({ text }) => rich(asSentence(text))) },
      ],
    },
  ];
}

/** The objectives of the next exercice. Null when none is set. */
export function objectivesSection(view: BilanView): Section | null {
  const { nextObjectives, meeting, nextLabel } = view;
  if (nextObjectives.length === 0 && view.objectives.length === 0) return null;
  const items = nextObjectives.map(({ text }) => rich(capitalise(text.trim())));
  const decided = meeting !== null && nextObjectives.every(({ meetingCode }) => meetingCode === meeting.code);
  const set = decided ? `Fixés par le comité de pilotage du ${formatDate(meeting.date)}.` : null;
  return {
    name: 'objectifs',
    title: items.length > 0 ? `Objectifs ${nextLabel}` : `Objectifs ${view.label}`,
    listed: true,
    overline: 'La suite',
    heading:
      items.length > 0
        ? `${capitalise(counted(items.length, 'objectif', 'objectifs'))} pour ${nextLabel}`
        : `Les objectifs ${nextLabel} restent à fixer`,
    lead: items.length > 0 ? set : null,
    newPage: true,
    blocks: [
      ...(items.length > 0
        ? [
            {
              kind: 'numbered-cards',
              title: null,
              items,
              columns: items.some((text) => text.length > LONG) ? 1 : 2,
              tone: 'stone',
            } satisfies Block,
          ]
        : []),
      ...recalled(view),
    ],
  };
}
