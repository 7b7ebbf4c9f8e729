import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { CommitteeService } from '../committee/committee.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { Indicator } from '../indicators/indicator.types.js';
import { DomainError, type InputIssue } from '../kernel/domain-error.js';
import { toAmount } from '../kernel/figure.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { readQuantity } from './target-quantity.rules.js';
import type {
  MeetingReference,
  Target,
  TargetDefinition,
  TargetVersion,
  VersionStamp,
} from './target.types.js';
import { checkWay, pathByDefault, targetKey, type TargetKey } from './targets.rules.js';
import type { TargetEntity } from './target.entity.js';
import { type TargetRow, type TargetVersions, TargetsRepository } from './targets.repository.js';

const byKey = (one: Target, other: Target): number => {
  const [first, second] = [one, other].map((target) =>
    [target.indicator, target.campaign ?? '', target.kind, target.periodEnd, target.periodStart].join('|'),
  ) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** What a target is about, in codes. */
type Definition = Pick<TargetDefinition, 'kind' | 'indicator' | 'campaign' | 'periodStart' | 'periodEnd'>;

/** The codes behind the keys of rows. */
interface Words {
  indicators: ReadonlyMap<number, Indicator>;
  campaigns: ReadonlyMap<number, string>;
  meetings: ReadonlyMap<string, MeetingReference>;
}

/** What was aimed at and where things stood. A year without any is calm and complete. */
@Injectable()
export class TargetsService {
  constructor(
    @Inject(TargetsRepository) private readonly repository: TargetsRepository,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** Targets and baselines whose period ends in an exercice, in the order of indicator and campaign codes. */
  async ofYear(year: number): Promise<Target[]> {
    return this.ofPeriod(await this.programmes.daysOf(year));
  }

  /** Those whose period ends within days, both included; those taken back only on demand. */
  async ofPeriod({ start, end }: ClosedPeriod, withdrawnToo = false): Promise<Target[]> {
    const rows = await this.repository.endingBetween(start, end);
    return this.targetsOf(rows.filter(({ withdrawn }) => withdrawnToo || !withdrawn));
  }

  /** Where things stood on a day or before, for every indicator and campaign. */
  async baselinesUntil(day: IsoDate): Promise<Target[]> {
    return this.targetsOf(await this.repository.baselinesUntil(day));
  }

  /** @throws DomainError `not_found`. */
  async byId(id: number): Promise<Target> {
    const row = await this.repository.byId(id);
    const [target] = row === null ? [] : await this.targetsOf([row]);
    if (target === undefined) throw new DomainError('not_found', 'Cette cible n’existe pas.', 404);
    return target;
  }

  /** What targets were, by their identifiers, oldest first. */
  async versionsOf(targets: readonly Target[]): Promise<Map<number, TargetVersion[]>> {
    const { indicators, meetings } = await this.words();
    const signed = new Map([...indicators.values()].map((indicator) => [indicator.code, indicator.signed]));
    const rows = await this.repository.versionsOf(targets.map(({ id }) => id));
    return new Map(
      targets.map(({ id, indicator }) => [
        id,
        rows
          .filter(({ targetId }) => targetId === id)
          .map(({ version, decidedBy, meetingCode, path, steps, note, withdrawn, ...row }) => ({
            version,
            amount: toAmount(row, { signed: signed.get(indicator) ?? false }),
            decidedBy,
            meeting: meetingOf(meetingCode, meetings),
            path,
            steps,
            note,
            withdrawn,
            reason: row.reason,
            recordedAt: row.recordedAt,
            recordedBy: row.recordedBy,
          })),
      ]),
    );
  }

  /**
   * Creates or updates a target, found by its kind, indicator, campaign and period; the former one stays as a version.
   * What the definition does not say of its session and its way is left as it was.
   * @param revives whether one taken back counts again, even with the same values
   * @throws DomainError `not_found` on an unknown code, `invalid_target` on what the indicator cannot hold.
   */
  async store(
    definition: TargetDefinition,
    stamp: VersionStamp,
    { revives = false }: { revives?: boolean } = {},
  ): Promise<StoreOutcome> {
    const key = await this.keyOf(definition);
    const former = await this.repository.byKey(targetKey(key));
    return this.repository.store(await this.rowOf(definition, key, former), stamp, revives);
  }

  /** The same, where what the definition does not say is nothing; one taken back counts again. */
  async replace(definition: TargetDefinition, stamp: VersionStamp): Promise<StoreOutcome> {
    const key = await this.keyOf(definition);
    return this.repository.store(await this.rowOf(definition, key, null), stamp, true);
  }

  /** The target of the same kind, indicator, campaign and period; null without any. */
  async find(definition: Definition): Promise<Target | null> {
    const row = await this.repository.byKey(targetKey(await this.keyOf(definition)));
    return row === null ? null : this.byId(row.id);
  }

  /** The number of the newest version of a target; null without any. */
  async currentVersion(definition: Definition): Promise<{ targetId: number; version: number } | null> {
    const row = await this.repository.byKey(targetKey(await this.keyOf(definition)));
    return row === null ? null : { targetId: row.id, version: row.version };
  }

  /**
   * Takes back the newest versions of a target: the one before holds again, or none. @returns false, and does nothing, when
   * they are no longer the newest.
   */
  takeBack(versions: TargetVersions, stamp: VersionStamp): Promise<boolean> {
    return this.repository.takeBack(versions, stamp);
  }

  /** Takes one back. */
  withdraw(id: number, stamp: VersionStamp): Promise<void> {
    return this.repository.withdraw(id, stamp);
  }

  private async keyOf({ kind, periodStart, periodEnd, ...codes }: Definition): Promise<TargetKey> {
    const { id: indicatorId } = await this.indicators.byCode(codes.indicator);
    const campaign = codes.campaign === null ? null : await this.campaigns.byCode(codes.campaign);
    return { kind, indicatorId, campaignId: campaign?.id ?? null, periodStart, periodEnd };
  }

  /** @param former what is not said is left as it was there. */
  private async rowOf(
    definition: TargetDefinition,
    key: TargetKey,
    former: TargetEntity | null,
  ): Promise<TargetRow> {
    const indicator = await this.indicators.byCode(definition.indicator);
    const { decidedBy, note } = definition;
    const reading = readQuantity(definition, indicator);
    if (!reading.ok) throw invalid(indicator, reading.issues);
    const path = definition.path ?? former?.path ?? pathByDefault(key.campaignId);
    const steps = reading.steps ?? (path === 'stepped' ? former?.steps : null) ?? [];
    const meetingCode = definition.meetingCode ?? former?.meetingCode ?? null;
    const issues = checkWay({ ...key, value: reading.quantity.value, path, steps });
    if (issues.length > 0) throw invalid(indicator, issues);
    return {
      ...key,
      ...reading.quantity,
      decidedBy,
      meetingCode,
      path,
      steps,
      note,
      naturalKey: targetKey(key),
    };
  }

  private async targetsOf(rows: readonly TargetEntity[]): Promise<Target[]> {
    if (rows.length === 0) return [];
    const words = await this.words();
    const targets = rows.map((row): Target => {
      const indicator = words.indicators.get(row.indicatorId);
      if (indicator === undefined) throw new Error(`target ${row.id} without indicator ${row.indicatorId}`);
      const {
        id,
        kind,
        periodStart,
        periodEnd,
        decidedBy,
        path,
        steps,
        note,
        version,
        withdrawn,
        updatedAt,
      } = row;
      return {
        id,
        kind,
        indicator: indicator.code,
        campaign: row.campaignId === null ? null : (words.campaigns.get(row.campaignId) ?? null),
        periodStart,
        periodEnd,
        amount: toAmount(row, { signed: indicator.signed }),
        decidedBy,
        meeting: meetingOf(row.meetingCode, words.meetings),
        path,
        steps,
        note,
        version,
        withdrawn,
        updatedAt,
      };
    });
    return targets.sort(byKey);
  }

  private async words(): Promise<Words> {
    return {
      indicators: new Map((await this.indicators.all()).map((indicator) => [indicator.id, indicator])),
      campaigns: new Map((await this.campaigns.all()).map(({ id, code }) => [id, code])),
      meetings: new Map((await this.committee.meetings()).map(({ code, date }) => [code, { code, date }])),
    };
  }
}

const meetingOf = (
  code: string | null,
  meetings: ReadonlyMap<string, MeetingReference>,
): MeetingReference | null => (code === null ? null : (meetings.get(code) ?? null));

const invalid = ({ code }: Indicator, issues: InputIssue[]): DomainError =>
  new DomainError('invalid_target', `La cible de ${code} est à corriger.`, 422, issues);
