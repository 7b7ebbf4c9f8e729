import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { each } from '../../kernel/long-work.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { inPieces } from '../../platform/threads/breathe.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { ImportQuestion, ImportReport } from '../import.types.js';
import type { IndicatorSketch, Interpretation, Observation } from '../interpretation.types.js';
import { creationQuestion } from './batch-questions.rules.js';
import { definitionOf } from './indicator-creation.rules.js';

/** What was created for a file, and how it is asked. */
export interface Created {
  creates: ImportReport['creates'];
  question: ImportQuestion | null;
}

/** Creates what a file speaks of and does not exist yet, in the unit of work of whoever asks. */
@Injectable()
export class VocabularyCreationService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** @param by signature of whoever imports */
  async create({ observations, sketches, channels, profile }: Interpretation, by: string): Promise<Created> {
    const creates: ImportReport['creates'] = [];
    const present = await this.indicators.all();
    const known = new Set(present.map(({ code }) => code));
    const [named, used] = [new Set<string>(), new Set<string | null>()];
    const note = ({ indicator, channel }: Observation): void => {
      named.add(indicator);
      used.add(channel);
    };
    await inPieces(each(observations, note));
    const needed = neededSketches(named, sketches, known);
    const updatedAt = this.clock.instant();
    const reason = profile === null ? null : `Import : ${profile.name}`;
    const change = { validFrom: null, breaksSeries: null, reason, recordedBy: by };
    let position = Math.max(0, ...present.map((one) => one.position));
    for (const sketch of needed) {
      position += 1;
      await this.indicators.store(definitionOf(sketch, position), updatedAt, change);
      creates.push({ kind: 'indicator', code: sketch.code, name: sketch.name });
    }
    const there = new Set((await this.programmes.channels()).map(({ code }) => code));
    for (const channel of channels) {
      if (!used.has(channel.code) || there.has(channel.code)) continue;
      await this.programmes.storeChannel(channel);
      creates.push({ kind: 'channel', code: channel.code, name: channel.label });
    }
    return { creates, question: creates.length === 0 ? null : creationQuestion(creates) };
  }
}

/** Those that observations name and that do not exist; then the rates whose two terms are there or come with them. */
function neededSketches(
  named: ReadonlySet<string>,
  sketches: readonly IndicatorSketch[],
  known: ReadonlySet<string>,
): IndicatorSketch[] {
  const plain = sketches.filter(({ code }) => named.has(code) && !known.has(code));
  const there = new Set([...known, ...plain.map(({ code }) => code)]);
  const rates = sketches.filter(
    ({ code, numerator, denominator }) =>
      numerator !== null &&
      denominator !== null &&
      !known.has(code) &&
      named.has(numerator) &&
      there.has(numerator) &&
      there.has(denominator),
  );
  return [...plain, ...rates];
}
