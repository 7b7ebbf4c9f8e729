/**
 * Writes measurements.json: three invented years, month by month, by plain arithmetic. The same bytes at every run.
 * Usage: node seeds/demonstration/generate.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as programme from './generate-programme.mjs';
import * as audience from './generate-audience.mjs';

/** When each year's figures were given: the autumn of 2025 is still provisional. */
const RECORDED = { 2023: '2024-01-11T09:00:00Z', 2024: '2025-01-16T09:00:00Z', 2025: '2025-12-18T09:00:00Z' };

/** Every measurement, in batches by year of the period's end. */
export function batches() {
  const all = [...audience.measurements(), ...programme.measurements()];
  return Object.entries(RECORDED).map(([year, recordedAt]) => ({
    recordedAt,
    measurements: all.filter(({ periodEnd }) => periodEnd.startsWith(year)),
  }));
}

/** The text of the file: one measurement a line. */
export function file() {
  const texts = batches().map(({ recordedAt, measurements }) => {
    const lines = measurements.map((measurement) => `      ${JSON.stringify(measurement)}`);
    return `    {\n     "recordedAt": ${JSON.stringify(recordedAt)},\n     "measurements": [\n${lines.join(',\n')}\n     ]\n    }`;
  });
  return `{\n  "format": 1,\n  "batches": [\n${texts.join(',\n')}\n  ]\n}\n`;
}

const target = fileURLToPath(new URL('measurements.json', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, file());
