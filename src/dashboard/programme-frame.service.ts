import { Inject, Injectable } from '@nestjs/common';
import { PageFrameSource } from '../platform/views/page-frame.source.js';
import { NEUTRAL_FRAME } from '../platform/views/error-page.js';
import type { PageFrame, PageReader } from '../platform/views/page.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { programmeFrame } from './programme-frame.presenter.js';

/** Signs every page with the name of the programme. */
@Injectable()
export class ProgrammeFrameService extends PageFrameSource {
  constructor(@Inject(ProgrammeService) private readonly programmes: ProgrammeService) {
    super();
  }

  async frame(reader: PageReader | null): Promise<PageFrame> {
    // Before a programme is installed, its first administrator still has to come in.
    const isInstalled = await this.programmes.isInstalled();
    const frame = isInstalled ? programmeFrame(await this.programmes.programme()) : NEUTRAL_FRAME;
    return { ...frame, navigation: [...frame.navigation, ...(reader?.navigation ?? [])] };
  }
}
