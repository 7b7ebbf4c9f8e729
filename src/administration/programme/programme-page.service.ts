import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { authorWords } from '../../accounts/people/author-words.rules.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { type HexColour, hexColour } from '../../programme/identity/accent-colour.rules.js';
import { IdentityService } from '../../programme/identity/identity.service.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { exercicePath } from './exercice-forms.presenter.js';
import { PROGRAMME_PATH } from './programme-forms.presenter.js';
import {
  exerciceRoom,
  noticeOf,
  type ProgrammeFormId,
  programmeRoom,
  type ProgrammeRoomInput,
} from './programme-page.presenter.js';
import type { ExerciceRoomView, ProgrammeRoomView } from './programme-page.types.js';
import {
  buttonBody,
  colourBody,
  descriptionBody,
  exerciceBody,
  logoBody,
  newExerciceBody,
  reopeningBody,
} from './programme-settings.schema.js';
import { ProgrammeSettingsService } from './programme-settings.service.js';

type Answer<View extends object> = Promise<PageBody<View> | SeeOther>;

/** The room of the programme: what it says, how it looks, its years. */
@Injectable()
export class ProgrammePageService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(ProgrammeSettingsService) private readonly settings: ProgrammeSettingsService,
    @Inject(IdentityService) private readonly identities: IdentityService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  page(done: string | undefined): Promise<PageBody<ProgrammeRoomView>> {
    return this.draw(noticeOf(done), null);
  }

  describe(body: unknown): Answer<ProgrammeRoomView> {
    return this.act('description', 'programme', descriptionBody, body, (value) =>
      this.settings.describe(value),
    );
  }

  changeColour(body: unknown): Answer<ProgrammeRoomView> {
    return this.act('colour', 'couleur', colourBody, body, ({ accentColour }) =>
      this.identities.changeAccentColour(readColour(accentColour)),
    );
  }

  resetColour(body: unknown): Answer<ProgrammeRoomView> {
    return this.act('colour', 'couleur-origine', buttonBody, body, () =>
      this.identities.changeAccentColour(null),
    );
  }

  changeLogo(body: unknown): Answer<ProgrammeRoomView> {
    return this.act('logo', 'logo', logoBody, body, ({ logo }) => this.identities.changeLogo(logo));
  }

  removeLogo(body: unknown): Answer<ProgrammeRoomView> {
    return this.act('logo', 'logo-retire', buttonBody, body, () => this.identities.removeLogo());
  }

  addExercice(body: unknown): Answer<ProgrammeRoomView> {
    return this.act('exercice', 'exercice-ajoute', newExerciceBody, body, ({ year }) =>
      this.settings.addExercice(year),
    );
  }

  /** @throws DomainError `not_found`. */
  async exercice(year: number, done: string | undefined): Promise<PageBody<ExerciceRoomView>> {
    return this.drawExercice(year, noticeOf(done), null);
  }

  /** @throws DomainError `not_found`. */
  async reopenExercice(year: number, body: unknown): Answer<ExerciceRoomView> {
    const outcome = await submitted(reopeningBody, body, ({ state, reason }) =>
      this.settings.reopenExercice(year, state, reason),
    );
    return outcome.ok
      ? new SeeOther(`${exercicePath(year)}?fait=exercice-rouvert`)
      : this.drawExercice(year, null, outcome.refusal);
  }

  /** @throws DomainError `not_found`. */
  async describeExercice(year: number, body: unknown): Answer<ExerciceRoomView> {
    const outcome = await submitted(exerciceBody, body, (value) =>
      this.settings.describeExercice(year, value),
    );
    return outcome.ok
      ? new SeeOther(`${exercicePath(year)}?fait=exercice`)
      : this.drawExercice(year, null, outcome.refusal);
  }

  private async drawExercice(
    year: number,
    notice: string | null,
    refusal: Refusal | null,
  ): Promise<PageBody<ExerciceRoomView>> {
    const exercice = await this.programmes.exercice(year);
    const reopenings = await this.programmes.reopenings(year);
    const names = reopenings.length === 0 ? new Map<string, string>() : await this.people.displayNames();
    const told = reopenings.map((one) => ({ ...one, author: authorWords(one.recordedBy, names) }));
    return exerciceRoom(exercice, told, notice, refusal);
  }

  private async act<Schema extends z.ZodType>(
    form: ProgrammeFormId,
    done: string,
    schema: Schema,
    body: unknown,
    work: (value: z.output<Schema>) => Promise<void>,
  ): Answer<ProgrammeRoomView> {
    const outcome = await submitted(schema, body, work);
    return outcome.ok
      ? new SeeOther(`${PROGRAMME_PATH}?fait=${done}`)
      : this.draw(null, { form, refusal: outcome.refusal });
  }

  private async draw(
    notice: string | null,
    refused: ProgrammeRoomInput['refused'],
  ): Promise<PageBody<ProgrammeRoomView>> {
    return programmeRoom({
      programme: await this.programmes.programme(),
      accent: await this.identities.accentColour(),
      identity: await this.identities.identity(),
      exercices: await this.programmes.exercices(),
      thisYear: yearOf(this.clock.today()),
      notice,
      refused,
    });
  }
}

/** @throws DomainError `invalid_colour`. */
function readColour(typed: string): HexColour {
  const colour = hexColour(typed);
  if (colour !== null) return colour;
  const message = `Trouvé ${quote(typed)}, écrivez une couleur comme #7b1e3b\u00a0: un dièse et six chiffres ou lettres de a à f.`;
  throw new DomainError('invalid_colour', 'Cette couleur n’a pas été comprise.', 422, [
    { path: 'accentColour', code: 'invalid_colour', message },
  ]);
}
