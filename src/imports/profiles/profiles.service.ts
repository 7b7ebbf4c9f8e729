import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { compareFrench, slug } from '../../kernel/french-text.rules.js';
import type { AuditAction } from '../../platform/audit/audit-words.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ColumnChoices, TableGlimpse } from '../interpretation.types.js';
import type { ImportProfileEntity } from './import-profile.entity.js';
import type { ImportProfile, InstalledProfile } from './import-profile.types.js';
import { learnedProfile } from './learned-profile.rules.js';
import { builtInProfiles, parseProfile } from './profile-files.js';
import { profileText } from './profile-text.rules.js';
import { ProfilesRepository } from './profiles.repository.js';

const LONGEST_ID = 60;

/** How files are recognised here: what came with Copil, what was changed of it, and what was learned. */
@Injectable()
export class ProfilesService implements OnModuleInit {
  constructor(
    @Inject(ProfilesRepository) private readonly repository: ProfilesRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A wrong file stops the start, in one sentence, rather than the first import. */
  onModuleInit(): void {
    builtInProfiles();
  }

  /** Those that recognise files. */
  async active(): Promise<ImportProfile[]> {
    const installed = await this.all();
    return installed.flatMap(({ profile, removedAt }) =>
      profile === null || removedAt !== null ? [] : [profile],
    );
  }

  /** All of them, removed ones included, by name. */
  async all(): Promise<InstalledProfile[]> {
    const rows = new Map((await this.repository.all()).map((row) => [row.id, row]));
    const builtIn = builtInProfiles().map((profile) => {
      const row = rows.get(profile.id);
      rows.delete(profile.id);
      return row === undefined ? asItCame(profile) : installedFrom(row, profile);
    });
    const learned = [...rows.values()].map((row) => installedFrom(row, null));
    return [...builtIn, ...learned].toSorted((one, other) => compareFrench(one.name, other.name));
  }

  /** @throws DomainError `not_found`. */
  async one(id: string): Promise<InstalledProfile> {
    const found = (await this.all()).find((profile) => profile.id === id);
    if (found === undefined) throw new DomainError('not_found', 'Ce profil d’import n’existe pas.', 404);
    return found;
  }

  /** Keeps what somebody made of a profile. @throws DomainError `not_found`, `invalid_profile`. */
  change(id: string, text: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = await this.one(id);
      const profile = parseProfile(text, '');
      if (profile.id !== id) throw renamed(id);
      if (before.profile !== null && profileText(before.profile) === profileText(profile)) return;
      await this.store({ ...before, text });
      await this.tell('import_profile.changed', id, before.profile, profile);
    });
  }

  /** Remembers how somebody read a file, for the next ones of the same sender. @returns its identifier. */
  learn(
    choices: ColumnChoices,
    glimpse: TableGlimpse,
    { name, sender }: { name: string; sender: string | null },
  ): Promise<string> {
    return this.unitOfWork.write(async () => {
      const taken = new Set((await this.all()).map((profile) => profile.id));
      const id = freeId(name, taken);
      const text = profileText(learnedProfile(choices, glimpse, { id, name, sender }));
      const profile = parseProfile(text, '');
      await this.store({ id, text, sender, removedAt: null });
      await this.tell('import_profile.learned', id, null, profile);
      return id;
    });
  }

  /** It recognises nothing any more. @throws DomainError `not_found`. */
  remove(id: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = await this.one(id);
      if (before.removedAt !== null) return;
      await this.store({ ...before, removedAt: this.clock.instant() });
      await this.tell('import_profile.removed', id, before.profile, null);
    });
  }

  /** It recognises files again, as it did. @throws DomainError `not_found`. */
  restore(id: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = await this.one(id);
      if (before.removedAt === null) return;
      await this.store({ ...before, removedAt: null });
      await this.tell('import_profile.restored', id, null, before.profile);
    });
  }

  /** Brings one back to what came with Copil. @throws DomainError `not_found` for one that was learned. */
  reset(id: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = await this.one(id);
      if (before.origin === 'learned') {
        throw new DomainError(
          'not_found',
          'Ce profil a été appris ici : Copil n’en a pas d’autre version.',
          404,
        );
      }
      if (before.origin === 'built_in' && before.removedAt === null) return;
      await this.repository.forget(id);
      const after = builtInProfiles().find((profile) => profile.id === id) ?? null;
      await this.tell('import_profile.reset', id, before.profile, after);
    });
  }

  private async store(kept: Pick<InstalledProfile, 'id' | 'text' | 'sender' | 'removedAt'>): Promise<void> {
    const { id, text: content, sender, removedAt } = kept;
    const stamp = { updatedAt: this.clock.instant(), updatedBy: surrounding().actor };
    await this.repository.store({ id, content, sender, removedAt, ...stamp });
  }

  /** Its JSON without the sender's name, which may be somebody's. */
  private tell(
    action: AuditAction,
    id: string,
    before: ImportProfile | null,
    after: ImportProfile | null,
  ): Promise<void> {
    const state = (profile: ImportProfile | null) =>
      profile === null ? null : { name: profile.name, profile: { ...profile, source: undefined } };
    return this.audit.record({
      action,
      subject: `import_profile:${id}`,
      before: state(before),
      after: state(after),
    });
  }
}

const asItCame = (profile: ImportProfile): InstalledProfile => ({
  id: profile.id,
  name: profile.name,
  origin: 'built_in',
  profile,
  text: profileText(profile),
  sender: null,
  updatedAt: null,
  removedAt: null,
});

function installedFrom(row: ImportProfileEntity, builtIn: ImportProfile | null): InstalledProfile {
  const { id, content: text, sender, updatedAt, removedAt } = row;
  const profile = readable(text);
  const isAsItCame = builtIn !== null && text === profileText(builtIn);
  return {
    id,
    name: profile?.name ?? builtIn?.name ?? id,
    origin: builtIn === null ? 'learned' : isAsItCame ? 'built_in' : 'changed',
    profile,
    text,
    sender,
    updatedAt,
    removedAt,
  };
}

/** What an older version wrote may not be what this one reads: the others go on. */
function readable(text: string): ImportProfile | null {
  try {
    return parseProfile(text, '');
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const wanted = slug(name)
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  const stem = wanted === '' ? 'profil' : wanted;
  let id = stem;
  for (let next = 2; taken.has(id); next += 1) id = `${stem}-${next}`;
  return id;
}

function renamed(id: string): DomainError {
  const message = `id : gardez « ${id} », sous lequel les imports passés le connaissent.`;
  return new DomainError('invalid_profile', message, 422, [{ path: 'id', code: 'invalid_value', message }]);
}
