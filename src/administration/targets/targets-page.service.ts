import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { CommitteeService } from '../../committee/committee.service.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { exerciceHolding, exercicePeriod } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { TargetChangesService, type TargetChange } from '../../targets/target-changes.service.js';
import { TargetsService } from '../../targets/targets.service.js';
import { refuseOutsideLists } from './list-choices.js';
import { definedValue, readSteps, readTargetValue } from './target-entry.rules.js';
import { TARGETS_PATH, targetPath, type TargetChoices } from './target-forms.presenter.js';
import { noticeOf } from './target-words.js';
import { targetPage, targetsPage } from './targets.presenter.js';
import {
  newTargetBody,
  type RoomQuery,
  type SaidOfTarget,
  targetBody,
  withdrawalBody,
} from './targets.schema.js';
import type { TargetPageView, TargetsView } from './targets.types.js';

type Answer<View extends object> = Promise<PageBody<View> | SeeOther>;

/** The room of targets: what is aimed at, who decided it, what it was before. */
@Injectable()
export class TargetsPageService {
  constructor(
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(TargetChangesService) private readonly changes: TargetChangesService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(reader: PersonIdentity, { annee, fait }: RoomQuery): Promise<PageBody<TargetsView>> {
    return this.drawList(reader, annee, noticeOf(fait), null);
  }

  async add(reader: PersonIdentity, { annee }: RoomQuery, body: unknown): Answer<TargetsView> {
    const outcome = await submitted(newTargetBody, body, async (typed) => {
      const { kind, campaign, periodStart, periodEnd, ...said } = typed;
      refuseOutsideLists(typed, await this.choices(await this.yearAsked(annee)));
      const indicator = await this.indicators.byCode(said.indicator);
      const about = { kind, indicator: indicator.code, campaign, periodStart, periodEnd };
      await this.changes.add({ ...about, ...changeOf(said, indicator) });
      return this.listHolding(periodEnd, annee);
    });
    if (!outcome.ok) return this.drawList(reader, annee, null, outcome.refusal);
    const year = outcome.result;
    return new SeeOther(`${TARGETS_PATH}?${year === undefined ? '' : `annee=${year}&`}fait=ajout`);
  }

  one(reader: PersonIdentity, id: number, { fait }: RoomQuery): Promise<PageBody<TargetPageView>> {
    return this.drawOne(reader, id, noticeOf(fait), null);
  }

  async change(reader: PersonIdentity, id: number, body: unknown): Answer<TargetPageView> {
    const { indicator: code } = await this.targets.byId(id);
    const indicator = await this.indicators.byCode(code);
    const outcome = await submitted(targetBody, body, async ({ reason, ...said }) => {
      refuseOutsideLists(said, await this.choices(null));
      await this.changes.change(id, changeOf(said, indicator), reason);
    });
    return outcome.ok
      ? new SeeOther(`${targetPath(id)}?fait=version`)
      : this.drawOne(reader, id, null, { form: 'change', refusal: outcome.refusal });
  }

  async withdraw(reader: PersonIdentity, id: number, body: unknown): Answer<TargetPageView> {
    const outcome = await submitted(withdrawalBody, body, ({ reason }) => this.changes.withdraw(id, reason));
    return outcome.ok
      ? new SeeOther(`${targetPath(id)}?fait=retrait`)
      : this.drawOne(reader, id, null, { form: 'withdrawal', refusal: outcome.refusal });
  }

  private async drawList(
    reader: PersonIdentity,
    asked: number | undefined,
    notice: string | null,
    refusal: Refusal | null,
  ): Promise<PageBody<TargetsView>> {
    const exercices = await this.programmes.exercices();
    const year = await this.yearAsked(asked);
    const period = exercicePeriod(year, exercices);
    const targets = await this.targets.ofPeriod(period, true);
    const choices = await this.choices(year);
    return targetsPage({ year, exercices, period, targets, choices, role: reader.role, notice }, refusal);
  }

  private async drawOne(
    reader: PersonIdentity,
    id: number,
    notice: string | null,
    refused: { form: 'change' | 'withdrawal'; refusal: Refusal } | null,
  ): Promise<PageBody<TargetPageView>> {
    const target = await this.targets.byId(id);
    const versions = (await this.targets.versionsOf([target])).get(id) ?? [];
    const authors = await this.people.displayNames();
    const choices = await this.choices(null);
    const exercices = await this.programmes.exercices();
    const year = exerciceHolding(target.periodEnd, exercices) ?? yearOf(target.periodEnd);
    return targetPage({ target, year, versions, authors, choices, role: reader.role, notice }, refused);
  }

  /** The list in which a target stands, which is the one asked for unless it ends in another exercice. */
  private async listHolding(day: IsoDate, asked: number | undefined): Promise<number | undefined> {
    const held = exerciceHolding(day, await this.programmes.exercices());
    return held === null || held === (await this.yearAsked(asked)) ? asked : held;
  }

  private async yearAsked(asked: number | undefined): Promise<number> {
    if (asked !== undefined) return asked;
    return (await this.programmes.exercices()).at(-1)?.year ?? yearOf(this.clock.today());
  }

  /** @param year whose operations may be chosen; null for all of them. */
  private async choices(year: number | null): Promise<TargetChoices> {
    const campaigns = await this.campaigns.all();
    return {
      indicators: await this.indicators.all(),
      campaigns: campaigns.filter((campaign) => year === null || campaign.year === year),
      meetings: await this.committee.meetings(),
    };
  }
}

/** What was typed, in the indicator's unit. @throws DomainError `invalid_target` beside the field that is wrong. */
function changeOf(said: SaidOfTarget, { wording }: Indicator): TargetChange {
  const { path, decidedBy, meetingCode, note } = said;
  const value = readTargetValue(said.value, wording);
  const steps = readSteps(said.steps ?? '', wording);
  if (value.ok && steps.ok) {
    const defined = steps.value.map((step) => ({
      on: step.on,
      value: definedValue({ value: step.value, valueMax: null, qualifier: 'exact' }, wording.decimals).value,
    }));
    return {
      ...definedValue(value.value, wording.decimals),
      path,
      steps: defined,
      decidedBy,
      meetingCode,
      note,
    };
  }
  const issues = [value, steps].flatMap((read) => (read.ok ? [] : [read.issue]));
  throw new DomainError(
    'invalid_target',
    'La cible est à corriger\u00a0: rien n’a été enregistré.',
    422,
    issues,
  );
}
