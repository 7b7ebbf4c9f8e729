import { Injectable, Inject } from '@nestjs/common';
import type { InputIssue } from '../../kernel/domain-error.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { wordsOf } from './guessable-words.rules.js';
import { isOutdated, PasswordHasher } from './password-hasher.js';
import { PasswordJudge } from './password-judge.js';
import { LEAST_SCORE, lengthIssue, normalPassword, weaknessIssue } from './passwords.rules.js';

/** Passwords as they are typed: hashed, compared, and refused when they are easy to guess. */
@Injectable()
export class PasswordsService {
  private readonly hasher = new PasswordHasher();
  private readonly judge = new PasswordJudge();

  constructor(@Inject(ProgrammeService) private readonly programme: ProgrammeService) {}

  /** Argon2id in its own text form, salt and cost included. */
  hash(password: string): Promise<string> {
    return this.hasher.hash(normalPassword(password));
  }

  /** Whether it is the password of a hash. Nobody's hash (null) costs the same and is never right. */
  verify(hash: string | null, password: string): Promise<boolean> {
    return this.hasher.verify(hash, normalPassword(password));
  }

  /** Whether a hash should be made again at today's cost, the next time its password is known. */
  isOutdated(hash: string): boolean {
    return isOutdated(hash);
  }

  /**
   * Why a new password is refused, or null. No rule of composition: its length, and how soon it would be guessed by
   * somebody who knows French, the programme and the person.
   * @param ownWords the person's name and e-mail address.
   */
  async refusal(password: string, ownWords: string[]): Promise<InputIssue | null> {
    const normal = normalPassword(password);
    const wrongLength = lengthIssue(normal);
    if (wrongLength !== null) return wrongLength;
    const words = wordsOf([...ownWords, ...(await this.programmeWords())]);
    const strength = await this.judge.judge(normal, words);
    return strength === null || strength.score >= LEAST_SCORE ? null : weaknessIssue(strength.warning);
  }

  private async programmeWords(): Promise<string[]> {
    if (!(await this.programme.isInstalled())) return [];
    const { name, tagline, carriedBy } = await this.programme.programme();
    const territories = (await this.programme.territories()).map((territory) => territory.name);
    const { all } = await this.programme.organisations();
    const bodies = all.flatMap((organisation) => organisation.names.map((one) => one.name));
    return [name, tagline, carriedBy, ...territories, ...bodies];
  }
}
