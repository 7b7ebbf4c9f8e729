import { Inject, Injectable } from '@nestjs/common';
import type { InstalledProfile } from '../../imports/profiles/import-profile.types.js';
import { ProfilesService } from '../../imports/profiles/profiles.service.js';
import { typographic } from '../../kernel/french-text.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { profileFacts } from './profile-summary.presenter.js';
import {
  contentForm,
  idleWords,
  noticeOf,
  originWords,
  profileRow,
  PROFILES_PATH,
  resetForm,
  toggleForm,
} from './profiles.presenter.js';
import { pressedBody, profileBody, type ProfilesQuery } from './profiles.schema.js';
import type { ProfilesView, ProfileView } from './profiles.types.js';

/** The room of import profiles: how files are recognised and read. */
@Injectable()
export class ProfilesPageService {
  constructor(@Inject(ProfilesService) private readonly profiles: ProfilesService) {}

  async list({ fait }: ProfilesQuery): Promise<PageBody<ProfilesView>> {
    const installed = await this.profiles.all();
    return {
      title: 'Profils d’import',
      description: 'Comment les fichiers reçus sont reconnus et lus.',
      section: 'administration',
      updated: null,
      content: {
        rooms: administrationRooms('profiles'),
        notice: noticeOf(fait),
        rows: installed.map(profileRow),
      },
    };
  }

  async one(id: string, { fait }: ProfilesQuery): Promise<PageBody<ProfileView>> {
    return this.draw(await this.profiles.one(id), noticeOf(fait), null);
  }

  async change(id: string, body: unknown): Promise<PageBody<ProfileView> | SeeOther> {
    const outcome = await submitted(profileBody, body, ({ content }) => this.profiles.change(id, content));
    if (outcome.ok) return done(id, 'modification');
    return this.draw(await this.profiles.one(id), null, outcome.refusal);
  }

  remove(id: string, body: unknown): Promise<PageBody<ProfileView> | SeeOther> {
    return this.press(id, body, 'retrait', () => this.profiles.remove(id));
  }

  restore(id: string, body: unknown): Promise<PageBody<ProfileView> | SeeOther> {
    return this.press(id, body, 'remise', () => this.profiles.restore(id));
  }

  reset(id: string, body: unknown): Promise<PageBody<ProfileView> | SeeOther> {
    return this.press(id, body, 'origine', () => this.profiles.reset(id));
  }

  private async press(
    id: string,
    body: unknown,
    word: string,
    act: () => Promise<void>,
  ): Promise<PageBody<ProfileView> | SeeOther> {
    const outcome = await submitted(pressedBody, body, act);
    if (outcome.ok) return done(id, word);
    return this.draw(await this.profiles.one(id), null, outcome.refusal);
  }

  private draw(
    installed: InstalledProfile,
    notice: string | null,
    refusal: Refusal | null,
  ): PageBody<ProfileView> {
    const { name, profile } = installed;
    const heading = typographic(name);
    return {
      title: `${heading}, profil d’import`,
      description: 'Comment ces fichiers sont reconnus et lus.',
      section: 'administration',
      updated: null,
      ...(refusal === null ? {} : { status: refusal.status }),
      content: {
        rooms: administrationRooms('profiles'),
        notice,
        heading,
        origin: originWords(installed),
        idle: idleWords(installed),
        facts: profile === null ? [] : profileFacts(profile),
        form: contentForm(installed, refusal),
        toggle: toggleForm(installed),
        reset: resetForm(installed),
      },
    };
  }
}

const done = (id: string, word: string): SeeOther => new SeeOther(`${PROFILES_PATH}/${id}?fait=${word}`);
