import type { MeasurementContent, MeasurementInput } from '../measurements/measurement.types.js';
import type { ImportChange, SaidAmount } from './import.types.js';

/** An input and the line of the file that it comes from. */
export interface InputOfLine {
  line: number;
  input: MeasurementInput;
}

/** What a file does to one figure. */
export function changeOf(
  { line, input }: InputOfLine,
  state: ImportChange['state'],
  before: MeasurementContent | null,
  after: MeasurementContent,
): ImportChange {
  const { indicator, campaign = null, territory = null, channel = null, organisation = null } = input;
  const { periodStart, periodEnd } = input;
  const place = { indicator, campaign, territory, channel, organisation, periodStart, periodEnd };
  return {
    state,
    line,
    ...place,
    before: before === null ? null : saidAmount(before),
    after: saidAmount(after),
  };
}

const saidAmount = ({ value, valueMax, qualifier, absence }: MeasurementContent): SaidAmount => ({
  quantity: value === null || qualifier === null ? null : { value, valueMax, qualifier },
  absence,
});
