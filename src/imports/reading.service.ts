import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { Clock } from '../platform/clock/clock.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type { InterpretationContext, ReadingAnswers } from './interpretation.types.js';
import { ProfilesService } from './profiles/profiles.service.js';
import { READING_LIMITS } from './reading/reading-limits.js';
import type { ReadingLimits } from './reading/reading.types.js';
import { FileReader } from './reading/thread/file-reader.js';
import type { FileToRead, InterpretedFile, PackedFile } from './reading/thread/file-reading.types.js';
import { rowContext } from './standard/indicator-scales.rules.js';

/** Reads files by what they hold, with the profiles and the words of this installation, away from the server's thread. */
@Injectable()
export class ReadingService {
  constructor(
    @Inject(FileReader) private readonly reader: FileReader,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Reads a file that came: its bytes are kept by nobody. @param limits those of an upload when not given */
  async read(
    bytes: Uint8Array,
    answers: ReadingAnswers,
    limits: ReadingLimits = READING_LIMITS,
  ): Promise<InterpretedFile> {
    return this.reader.read({ source: { bytes }, limits, ...(await this.surroundings(answers)) });
  }

  /** Says again what a file that was read says, with other answers. @param kept as it was told when it was read */
  async again(kept: PackedFile, answers: ReadingAnswers): Promise<InterpretedFile> {
    return this.reader.read({
      source: { kept },
      limits: READING_LIMITS,
      ...(await this.surroundings(answers)),
    });
  }

  private async surroundings(answers: ReadingAnswers): Promise<Pick<FileToRead, 'profiles' | 'context'>> {
    return { profiles: await this.profiles.active(), context: await this.context(answers) };
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
