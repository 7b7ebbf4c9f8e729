import type { Part } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';

/** A measurement that did not exist before, with the version that stands. */
export interface NewStanding {
  key: MeasurementKey;
  content: MeasurementContent;
  part: Part;
}
