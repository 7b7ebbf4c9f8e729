export interface ChoiceView {
  value: string;
  label: string;
  selected: boolean;
}

/** Exercices to choose from, the latest first. @param labels what each of them is called. */
export const yearChoices = (
  years: readonly number[],
  labels: ReadonlyMap<number, string>,
  chosen: number | null,
): ChoiceView[] =>
  years.toReversed().map((year) => ({
    value: String(year),
    label: labels.get(year) ?? String(year),
    selected: year === chosen,
  }));
