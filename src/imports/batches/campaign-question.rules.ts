import type { ImportQuestion } from '../import.types.js';

/** Which operation a file is of; the first choice is the one that is taken when nobody answers. */
export function campaignQuestion(
  campaigns: readonly { code: string; name: string; year: number }[],
  taken: string | null,
): ImportQuestion {
  const none = { value: '', label: 'aucune en particulier : le programme entier' };
  const newestFirst = campaigns
    .toReversed()
    .map(({ code, name, year }) => ({ value: code, label: `${name} (${year})` }));
  const all = [none, ...newestFirst];
  const first = all.filter(({ value }) => value === (taken ?? ''));
  const ordered = [...first, ...all.filter((one) => !first.includes(one))];
  return {
    code: 'campaign',
    message: 'De quelle opération ces chiffres sont-ils ?',
    choices: ordered.map(({ label }) => label),
    answer: { name: 'campaign', values: ordered.map(({ value }) => value), optional: true },
  };
}
