import { Inject, Injectable } from '@nestjs/common';
import { EntrySettingsService } from '../../entry/settings/entry-settings.service.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ENTRY_ROOM_PATH, entryRoom, noticeOf } from './entry-room.presenter.js';
import { entrySettingsBody } from './entry-room.schema.js';
import type { EntryRoomView } from './entry-room.types.js';

/** The room of how figures are entered, validated, closed and recalled. */
@Injectable()
export class EntryRoomService {
  constructor(@Inject(EntrySettingsService) private readonly settings: EntrySettingsService) {}

  async page(done: string | undefined): Promise<PageBody<EntryRoomView>> {
    return entryRoom(await this.settings.settings(), noticeOf(done), null);
  }

  async change(body: unknown): Promise<PageBody<EntryRoomView> | SeeOther> {
    const sent = await submitted(entrySettingsBody, body, (said) => this.settings.change(said));
    return sent.ok
      ? new SeeOther(`${ENTRY_ROOM_PATH}?fait=saisie`)
      : entryRoom(await this.settings.settings(), null, sent.refusal);
  }
}
