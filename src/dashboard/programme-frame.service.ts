import { Inject, Injectable } from '@nestjs/common';
import { NEUTRAL_FRAME, rememberFrame } from '../platform/views/error-page.js';
import { PageFrameSource } from '../platform/views/page-frame.source.js';
import type { PageFrame, PageReader } from '../platform/views/page.types.js';
import { IdentityService } from '../programme/identity/identity.service.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { closedFrame, programmeFrame } from './programme-frame.presenter.js';

/** Signs every page with the name, the colours and the mark of the programme. */
@Injectable()
export class ProgrammeFrameService extends PageFrameSource {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IdentityService) private readonly identities: IdentityService,
  ) {
    super();
  }

  async frame(reader: PageReader | null): Promise<PageFrame> {
    const { open, forVisitors } = await this.frames();
    // An error page is drawn without asking who reads.
    rememberFrame(forVisitors);
    const frame = reader?.readsReserved === true ? open : forVisitors;
    return { ...frame, navigation: [...frame.navigation, ...(reader?.navigation ?? [])] };
  }

  private async frames(): Promise<{ open: PageFrame; forVisitors: PageFrame }> {
    // Before a programme is installed, its first administrator still has to come in.
    if (!(await this.programmes.isInstalled())) return { open: NEUTRAL_FRAME, forVisitors: NEUTRAL_FRAME };
    const programme = await this.programmes.programme();
    const identity = await this.identities.identity();
    const open = programmeFrame(programme, identity);
    return { open, forVisitors: programme.visibility === 'public' ? open : closedFrame(programme, identity) };
  }
}
