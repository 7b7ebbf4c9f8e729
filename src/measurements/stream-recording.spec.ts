import type { MeasurementInput, RejectedMeasurement } from './measurement.types.js';
import { StreamRecording } from './stream-recording.js';

const at = { periodStart: '2020-02-01', periodEnd: '2020-02-29' };
const total = (value: number): MeasurementInput => ({ indicator: 'TOTAL', ...at, value });
const part = (value: number): MeasurementInput => ({ indicator: 'PART', ...at, value });

/** A base of two figures, of which the part may not exceed the total. */
function smallBase(): { said: string[]; recording: StreamRecording } {
  const stored = new Map<string, number>([['TOTAL', 10]]);
  const said: string[] = [];
  const recording = new StreamRecording(async (inputs, lines) => {
    const report = { created: 0, updated: 0, unchanged: 0, rejected: [] as RejectedMeasurement[] };
    for (const [index, { indicator, value }] of inputs.entries()) {
      const line = lines[index] ?? 0;
      const most = stored.get('TOTAL') ?? 0;
      if (indicator.toUpperCase() === 'PART' && Number(value) > most) {
        report.rejected.push({ line, path: 'value', code: 'subset_exceeds_total', message: '' });
        continue;
      }
      stored.set(indicator, Number(value));
      said.push(`${line}:${indicator}=${value}`);
      report.updated += 1;
    }
    return report;
  });
  return { said, recording };
}

const chunk = (inputs: MeasurementInput[], first: number, rejected: RejectedMeasurement[] = []) => ({
  inputs,
  lines: inputs.map((_, index) => first + index),
  rejected,
});

describe('recording a long body', () => {
  it('tries a « dont » again once its total is there, and the later lines of its key after it', async () => {
    const { said, recording } = smallBase();
    await recording.take(chunk([part(20)], 1));
    await recording.take(chunk([{ ...part(5), indicator: 'part' }, total(30)], 2));
    expect(await recording.end()).toEqual({ created: 0, updated: 3, unchanged: 0, rejected: [] });
    expect(said).toEqual(['3:TOTAL=30', '1:PART=20', '2:part=5']);
  });

  it('refuses it in the end when no total came', async () => {
    const { recording } = smallBase();
    await recording.take(chunk([part(20)], 4));
    await recording.take(chunk([], 5, [{ line: 2, path: '', code: 'invalid_json', message: '' }]));
    const { rejected } = await recording.end();
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, 'invalid_json'],
      [4, 'subset_exceeds_total'],
    ]);
  });

  it('does not keep an endless file waiting', async () => {
    const { recording } = smallBase();
    const parts = Array.from({ length: 2_500 }, () => part(20));
    await recording.take(chunk(parts, 1));
    await recording.take(chunk([total(30)], 2_501));
    expect(recording.hasToldEnough).toBe(true);
    expect(await recording.end()).toMatchObject({ updated: 1, rejectedCount: 2_500 });
  });
});
