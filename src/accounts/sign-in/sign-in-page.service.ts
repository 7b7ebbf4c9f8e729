import { Inject, Injectable } from '@nestjs/common';
import { submitted } from '../../platform/forms/submission.js';
import { type PageAnswer, SeeOther } from '../../platform/views/page.types.js';
import type { PersonIdentity } from '../account.types.js';
import { PeopleRepository } from '../people/people.repository.js';
import { stagePath } from '../second-factor/stage.rules.js';
import { type EntranceView, signInPage } from './sign-in.presenter.js';
import { nextOf, signInBody, type SignInQuery } from './sign-in.schema.js';
import { type OpenedSession, SignInService } from './sign-in.service.js';

/** The page to sign in, and the button to sign out. */
@Injectable()
export class SignInPageService {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
  ) {}

  /** Whoever is on their way in goes on from where they are. */
  async page(person: PersonIdentity | null, { next, fait }: SignInQuery): Promise<PageAnswer<EntranceView>> {
    if (person !== null) return new SeeOther(stagePath(person.stage, next));
    return signInPage({ next, done: fait, hasAdmin: await this.hasAdmin() });
  }

  async enter(person: PersonIdentity | null, body: unknown): Promise<PageAnswer<EntranceView>> {
    const sent = await submitted(signInBody, body, async ({ next, ...credentials }) =>
      enteredBy(await this.signIn.signIn(credentials, person), next),
    );
    if (sent.ok) return sent.result;
    const next = nextOf(sent.refusal.values);
    return signInPage({ next, hasAdmin: await this.hasAdmin() }, sent.refusal);
  }

  async leave(person: PersonIdentity | null): Promise<SeeOther> {
    if (person !== null) await this.signIn.signOut(person);
    return new SeeOther('/', [{ name: 'session', value: null }]);
  }

  private async hasAdmin(): Promise<boolean> {
    return (await this.people.countActiveAdmins()) > 0;
  }
}

/** Hands the cookie over and leads to what comes next. It goes with the browser's closing. */
export const enteredBy = ({ secret, stage }: OpenedSession, next = '/'): SeeOther =>
  new SeeOther(stagePath(stage, next), [
    { name: 'session', value: secret },
    { name: 'link', value: null },
  ]);
