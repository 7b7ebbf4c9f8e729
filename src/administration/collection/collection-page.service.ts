import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { mayOwn } from '../../entry/plan/collection-lines.rules.js';
import { CollectionLinesService } from '../../entry/plan/collection-lines.service.js';
import { isComputed } from '../../entry/plan/expected-figures.rules.js';
import { SliceNamesService } from '../../entry/plan/slice-names.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { compareFrench, typographic } from '../../kernel/french-text.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Choice, Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { administrationRooms } from '../rooms.rules.js';
import { type CollectionChoices, lineForm, newLineForm, removalForm } from './collection-forms.presenter.js';
import { COLLECTION_PATH, hasEnded, lineRow, type LineWords, noticeOf } from './collection.presenter.js';
import { type CollectionQuery, lineBody, newLineBody, removalBody } from './collection.schema.js';
import type { CollectionLineView, CollectionView } from './collection.types.js';

/** The room of what is awaited: which figures, how often, from whom and until when. */
@Injectable()
export class CollectionPageService {
  constructor(
    @Inject(CollectionLinesService) private readonly lines: CollectionLinesService,
    @Inject(SliceNamesService) private readonly names: SliceNamesService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(reader: PersonIdentity, { fait }: CollectionQuery): Promise<PageBody<CollectionView>> {
    return this.draw(reader, noticeOf(fait), null);
  }

  async add(reader: PersonIdentity, body: unknown): Promise<PageBody<CollectionView> | SeeOther> {
    const outcome = await submitted(newLineBody, body, (line) => this.lines.add(line));
    return outcome.ok
      ? new SeeOther(`${COLLECTION_PATH}?fait=ajout`)
      : this.draw(reader, null, outcome.refusal);
  }

  one(reader: PersonIdentity, id: number): Promise<PageBody<CollectionLineView>> {
    return this.drawOne(reader, id, {});
  }

  async change(
    reader: PersonIdentity,
    id: number,
    body: unknown,
  ): Promise<PageBody<CollectionLineView> | SeeOther> {
    const outcome = await submitted(lineBody, body, (terms) => this.lines.change(id, terms));
    return outcome.ok
      ? new SeeOther(`${COLLECTION_PATH}?fait=modification`)
      : this.drawOne(reader, id, { change: outcome.refusal });
  }

  async remove(
    reader: PersonIdentity,
    id: number,
    body: unknown,
  ): Promise<PageBody<CollectionLineView> | SeeOther> {
    const outcome = await submitted(removalBody, body, () => this.lines.remove(id));
    return outcome.ok
      ? new SeeOther(`${COLLECTION_PATH}?fait=retrait`)
      : this.drawOne(reader, id, { removal: outcome.refusal });
  }

  private async draw(
    { role }: PersonIdentity,
    notice: string | null,
    refusal: Refusal | null,
  ): Promise<PageBody<CollectionView>> {
    const [lines, words, today] = [await this.lines.all(), await this.words(), this.clock.today()];
    const choices = await this.choices();
    const rows = (isFormer: boolean) =>
      lines.filter((line) => hasEnded(line, today) === isFormer).map((line) => lineRow(line, words));
    return {
      title: 'Plan de collecte',
      description: 'Les chiffres attendus, à quel rythme, de qui et jusqu’à quand.',
      section: 'administration',
      updated: null,
      ...(refusal === null ? {} : { status: refusal.status }),
      content: {
        rooms: administrationRooms('collection', role),
        notice,
        present: rows(false),
        former: rows(true),
        form: choices.indicators.length === 0 ? null : newLineForm(choices, refusal),
      },
    };
  }

  private async drawOne(
    { role }: PersonIdentity,
    id: number,
    refusals: { change?: Refusal; removal?: Refusal },
  ): Promise<PageBody<CollectionLineView>> {
    const line = await this.lines.byId(id);
    const words = await this.words();
    const { indicator, about, owner, frequency, days, due } = lineRow(line, words);
    const people = words.people.filter((person) => mayOwn(person, line.organisation));
    const refusal = refusals.change ?? refusals.removal;
    const facts = [
      { label: 'Rythme', value: frequency },
      { label: 'De qui', value: owner },
      { label: 'Jours', value: days },
      { label: 'Délai', value: due },
    ];
    return {
      title: `${indicator}, plan de collecte`,
      description: 'Un chiffre attendu, à quel rythme, de qui et jusqu’à quand.',
      section: 'administration',
      updated: null,
      ...(refusal === undefined ? {} : { status: refusal.status }),
      content: {
        rooms: administrationRooms('collection', role),
        heading: indicator,
        about,
        facts: facts.filter(({ value }) => value !== ''),
        change: lineForm(line, { people }, refusals.change ?? null),
        removal: removalForm(id, refusals.removal ?? null),
      },
    };
  }

  private async words(): Promise<LineWords> {
    return { names: await this.names.names(), people: await this.people.all() };
  }

  private async choices(): Promise<CollectionChoices> {
    const today = this.clock.today();
    const { all, nameAt } = await this.programmes.organisations();
    const choice = ({ code, name }: { code: string; name: string }): Choice => ({
      value: code,
      label: typographic(name),
    });
    return {
      indicators: (await this.indicators.all())
        .filter((one) => !isComputed(one) && (one.retiredOn === null || one.retiredOn >= today))
        .map(choice),
      campaigns: (await this.campaigns.all()).toReversed().map(choice),
      territories: (await this.programmes.territories()).map(choice),
      channels: (await this.programmes.channels()).map(({ code, label }) => choice({ code, name: label })),
      organisations: all
        .filter(({ mergedInto }) => mergedInto === null)
        .map(({ code }) => choice({ code, name: nameAt(code, today).name }))
        .sort((one, other) => compareFrench(one.label, other.label)),
      people: (await this.people.all()).filter((person) => mayOwn(person, person.organisation)),
    };
  }
}
