/** Chosen in the list of indicators, for one that does not exist yet. */
const NEW_INDICATOR = '+nouveau';

/** Chosen in the list of columns, where none is of dates. */
const NO_DATE_COLUMN = ' ';

/** What a column could be called as a new indicator. */
interface Proposal {
  name: string;
  one: string;
  other: string;
  nature: string;
}

/** Shows the fields of a new indicator when it is one, and proposes its words from the header of its column. */
export function enhanceAssistant(assistant: HTMLElement): void {
  const proposals = JSON.parse(assistant.dataset['proposals'] ?? '{}') as Record<string, Proposal>;
  followDate(assistant);
  for (const value of assistant.querySelectorAll<HTMLElement>('[data-value]')) follow(value, proposals);
}

/** The period of the file is said where no column says its dates. */
function followDate(assistant: HTMLElement): void {
  const date = assistant.querySelector<HTMLSelectElement>('select[name$="-date"]');
  const period = assistant.querySelector<HTMLElement>('[data-period]');
  if (date === null || period === null) return;
  const show = (): void => {
    period.hidden = date.value !== NO_DATE_COLUMN;
  };
  date.addEventListener('change', show);
  show();
}

function follow(value: HTMLElement, proposals: Record<string, Proposal>): void {
  const [column, indicator] = value.querySelectorAll('select');
  const creation = value.querySelector<HTMLElement>('[data-new]');
  if (column === undefined || indicator === undefined || creation === null) return;
  const show = (): void => {
    creation.hidden = indicator.value !== NEW_INDICATOR;
  };
  let proposed = proposals[column.value];
  indicator.addEventListener('change', show);
  column.addEventListener('change', () => {
    const next = Object.hasOwn(proposals, column.value) ? proposals[column.value] : undefined;
    for (const [member, part] of MEMBERS) {
      const field = creation.querySelector<HTMLInputElement | HTMLSelectElement>(`[name*="-${member}"]`);
      // What somebody wrote themselves stays.
      if (field !== null && next !== undefined && (field.value === '' || field.value === proposed?.[part]))
        field.value = next[part];
    }
    proposed = next;
  });
  show();
}

const MEMBERS = [
  ['newName', 'name'],
  ['newOther', 'other'],
  ['newOne', 'one'],
  ['newNature', 'nature'],
] as const;
