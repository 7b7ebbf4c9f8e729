import type { ColumnChoices, TableGlimpse } from '../interpretation.types.js';
import type { ImportProfile, Names } from './import-profile.types.js';

const MOST_HEADERS = 60;
/** What a profile holds of a name. */
const LONGEST_HEADER = 300;
const one = (header: string | null): Names => (header === null ? [] : [header]);

/** How a file is read next time, from what somebody said of its columns: recognised by all of its headers. */
export function learnedProfile(
  choices: ColumnChoices,
  glimpse: TableGlimpse,
  { id, name, sender }: { id: string; name: string; sender: string | null },
): ImportProfile {
  const headers = glimpse.columns
    .map(({ header }) => header)
    .filter((header) => header.length <= LONGEST_HEADER)
    .slice(0, MOST_HEADERS);
  const { date, values, item, territory, channel, note, leaveTotalsOut, grain } = choices;
  return {
    id,
    name,
    source: sender ?? name,
    reading: 'table',
    kind: 'flow',
    supposed: false,
    signatures: [headers],
    sheets: one(glimpse.sheet),
    comment: null,
    date:
      date === null
        ? { from: 'asked' }
        : { from: 'column', columns: [date], order: 'inferred', grain, askedIfAbsent: false },
    point: 'asked',
    item: item === null ? null : { columns: [[item]], repeats: 'adds' },
    values: values.map(({ column, indicator, sketch }) => ({
      indicator,
      columns: [column],
      sumOf: [],
      adds: sketch === undefined || sketch.aggregation.time === 'sum',
    })),
    prefix: null,
    titles: null,
    counts: null,
    form: null,
    filters: [],
    totals: leaveTotalsOut ? { labels: [], emptyKey: item !== null } : null,
    channel: channel === null ? null : { from: 'column', columns: [channel] },
    campaign: [],
    territory: one(territory),
    organisationAfter: null,
    note: one(note),
    asksCampaign: true,
    ignored: [],
    personal: glimpse.columns
      .filter(({ isPersonal, header }) => isPersonal && header.length <= LONGEST_HEADER)
      .map(({ header }) => header),
    harmless: null,
    indicators: values.flatMap(({ sketch }) => sketch ?? []),
    channels: [],
  };
}
