import { eventWords } from '../../figures/chart-events.rules.js';
import { capitalise } from '../../kernel/french-text.rules.js';
import type { ChartEvent } from '../../platform/charts/chart.types.js';
import type { Block } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, rich } from '../bilan-words.rules.js';

/** Room of the letters of events in a drawing, and of each line of their key. */
const LETTERS = 16;
const KEY_LINE = 13;

/** What a drawing is taller by for its events. */
export const eventsHeight = ({ events = [] }: { events?: ChartEvent[] }): number =>
  events.length === 0 ? 0 : LETTERS + events.length * KEY_LINE;

/** What happened in the year and explains its figures; nothing when nobody told anything. */
export function eventsBlocks({ events, year }: Pick<BilanView, 'events' | 'year'>): Block[] {
  if (events.length === 0) return [];
  const items = events.map((event) => {
    const words = rich(asSentence(capitalise(eventWords(event, year))));
    return event.text === null ? words : `${words} ${rich(asSentence(event.text))}`;
  });
  return [
    { kind: 'heading', level: 2, text: 'Repères de l’année' },
    { kind: 'list', ordered: false, items },
  ];
}
