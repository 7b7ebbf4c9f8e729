import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { Clock } from '../platform/clock/clock.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type {
  Interpretation,
  InterpretationContext,
  KeptFile,
  ReadingAnswers,
} from './interpretation.types.js';
import { interpret } from './profiles/interpret.rules.js';
import { withoutPersonalColumns } from './profiles/kept-file.rules.js';
import { ProfilesService } from './profiles/profiles.service.js';
import { readFile } from './reading/read-file.js';
import { READING_LIMITS } from './reading/reading-limits.js';
import type { ReadingLimits, ReadingRefusal } from './reading/reading.types.js';
import { rowContext } from './standard/indicator-scales.rules.js';

/** What a file says, or why it is not read. */
export type FileSaid =
  { ok: true; kept: KeptFile; interpretation: Interpretation } | { ok: false; refusal: ReadingRefusal };

/** Reads files by what they hold, with the profiles and the words of this installation. */
@Injectable()
export class ReadingService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Reads a file that came. @param limits those of an upload when not given */
  async read(
    bytes: Uint8Array,
    answers: ReadingAnswers,
    limits: ReadingLimits = READING_LIMITS,
  ): Promise<FileSaid> {
    const reading = await readFile(bytes, limits);
    if (!reading.ok) return reading;
    const context = await this.context(answers);
    const profiles = await this.profiles.active();
    return {
      ok: true,
      kept: withoutPersonalColumns(reading.file, profiles, context),
      interpretation: interpret(reading.file, profiles, context),
    };
  }

  /** Says again what a file that was read says, with other answers. */
  async again(kept: KeptFile, answers: ReadingAnswers): Promise<FileSaid> {
    const interpretation = interpret(kept.file, await this.profiles.active(), await this.context(answers));
    return { ok: true, kept, interpretation: { ...interpretation, personalColumns: kept.personalColumns } };
  }

  private async context(answers: ReadingAnswers): Promise<InterpretationContext> {
    const installed = await this.programmes.isInstalled();
    const indicators = await this.indicators.all();
    const { codes, indicator } = rowContext(null, indicators);
    const { all, nameAt } = await this.programmes.organisations();
    const today = this.clock.today();
    return {
      programme: installed ? (await this.programmes.programme()).code : null,
      scales: codes.flatMap((code) => indicator(code) ?? []),
      territories: await this.programmes.territories(),
      channels: await this.programmes.channels(),
      organisations: all.map(({ code }) => ({ code, name: nameAt(code, today).name })),
      answers,
    };
  }
}
