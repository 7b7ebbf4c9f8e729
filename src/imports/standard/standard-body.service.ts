import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import type { MeasurementInput, RejectedMeasurement } from '../../measurements/measurement.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { decoded, encodingOf } from '../file-text.js';
import type { RejectedCell } from '../import.types.js';
import { rowContext } from './indicator-scales.rules.js';
import { readStandardFile } from './standard-file.reader.js';
import { readRow } from './standard-row.rules.js';

/** A standard file sent as the body of a request: its measurements, with the line of each. */
export interface StandardBody {
  items: MeasurementInput[];
  lines: number[];
  unread: RejectedMeasurement[];
  single: false;
}

/** Reads standard files that programs send instead of JSON. */
@Injectable()
export class StandardBodyService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
  ) {}

  /** @throws DomainError `not_text` for a workbook or anything that is no text. */
  async read(bytes: Buffer): Promise<StandardBody> {
    const context = rowContext((await this.programmes.programme()).code, await this.indicators.all());
    const body: StandardBody = { items: [], lines: [], unread: [], single: false };
    const refuse = (cells: readonly RejectedCell[]): void => {
      for (const { line, column, code, message } of cells)
        body.unread.push({ line, path: column, code, message });
    };
    for await (const event of readStandardFile(decoded([bytes], encodingOf(bytes)))) {
      if (event.kind === 'rejected') refuse(event.rejected);
      else if (event.kind === 'unknown_profile') refuse([event.rejected]);
      else {
        const { line } = event;
        const reading = readRow(event.row, { ...context, line });
        if (reading.kind === 'rejected') refuse(reading.rejected);
        else if (reading.kind === 'target') refuse([targetRefused(line)]);
        else if (reading.kind === 'measurement') {
          body.items.push(reading.input);
          body.lines.push(line);
        }
      }
    }
    return body;
  }
}

function targetRefused(line: number): RejectedCell {
  const message =
    'Les cibles et références ne passent pas par cette adresse : importez le fichier avec « copil import ».';
  return { line, column: 'type_valeur', code: 'wrong_value_type', message };
}
