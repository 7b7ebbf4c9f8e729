import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from './people.service.js';

/** Whom signatures stand for, by signature: « Marie Dupont » for `person:12`, an organisation for `coupon:3`. */
type Names = ReadonlyMap<string, string>;

/** The names behind the signatures of figures: people, and whom the features that sign otherwise register. */
@Injectable()
export class AuthorNamesService {
  private readonly sources: (() => Promise<Names>)[] = [];

  constructor(@Inject(PeopleService) private readonly people: PeopleService) {}

  /** Features register theirs when their module starts. */
  register(source: () => Promise<Names>): void {
    this.sources.push(source);
  }

  /** All of them, as they are named today: for those who may know who wrote what. */
  async names(): Promise<Names> {
    const names = await this.people.displayNames();
    for (const source of this.sources)
      for (const [signature, name] of await source()) names.set(signature, name);
    return names;
  }
}
