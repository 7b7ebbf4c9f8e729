import { Inject, Injectable } from '@nestjs/common';
import { PageFrameSource } from '../platform/views/page-frame.source.js';
import type { PageFrame } from '../platform/views/page.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { programmeFrame } from './programme-frame.presenter.js';

/** Signs every page with the name of the programme. */
@Injectable()
export class ProgrammeFrameService extends PageFrameSource {
  constructor(@Inject(ProgrammeService) private readonly programmes: ProgrammeService) {
    super();
  }

  async frame(): Promise<PageFrame> {
    return programmeFrame(await this.programmes.programme());
  }
}
