import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { authorWords } from '../../accounts/people/author-words.rules.js';
import { AuthorNamesService } from '../../accounts/people/author-names.service.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { saidText } from './amount-words.rules.js';
import type { CheckConfirmationEntity } from './check-confirmation.entity.js';
import { needsOf } from './check-needs.rules.js';
import { ChecksRepository } from './checks.repository.js';
import type { CheckCode, Confirmation, SaidFigure, Surroundings, Warning } from './checks.types.js';
import { doubtsOf } from './doubts.rules.js';
import { sliceText } from '../plan/row-key.rules.js';
import { spanText } from './said-figures.rules.js';

/** What surprises in figures that were entered, and why it is right all the same. Nothing here forbids anything. */
@Injectable()
export class ChecksService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(AuthorNamesService) private readonly authors: AuthorNamesService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(ChecksRepository) private readonly checks: ChecksRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /**
   * The warnings of the newest versions of measurements, by number; those without any are not there.
   * @param reader whose eyes they are for: nothing is told from figures that they may not see. Null: the team's.
   */
  async warningsFor(
    measurementIds: readonly number[],
    reader: DataCaller | null = null,
  ): Promise<ReadonlyMap<number, Warning[]>> {
    const isVisible = visibleTo(reader);
    const figures = (await this.checks.byId(measurementIds)).filter(isVisible);
    const around = await this.around(figures, isVisible);
    const doubted = figures
      .map((figure) => ({ figure, doubts: doubtsOf(figure, around) }))
      .filter(({ doubts }) => doubts.length > 0);
    if (doubted.length === 0) return new Map();
    const given = groupBy(
      await this.checks.confirmations(doubted.map(({ figure }) => figure.id)),
      ({ measurementId, checkCode, said }) => confirmationText(measurementId, checkCode, said),
    );
    const names = given.size === 0 ? new Map<string, string>() : await this.authors.names();
    return new Map(
      doubted.map(({ figure, doubts }) => [
        figure.id,
        doubts.map((doubt) => {
          const found = given.get(confirmationText(figure.id, doubt.code, saidBy(figure)))?.at(-1);
          return { ...doubt, confirmation: found ? confirmationOf(found, names, reader) : null };
        }),
      ]),
    );
  }

  /**
   * Explains why a figure that surprises is right; it holds while the figure says the same.
   * @throws DomainError `not_found`, also out of their scope; 409 `nothing_to_confirm` when it does not surprise (any more).
   */
  confirm(measurementId: number, code: CheckCode, reason: string, by: DataCaller): Promise<void> {
    return this.unitOfWork.write(async () => {
      await this.records.versions(measurementId, by);
      const warning = (await this.warningsFor([measurementId], by))
        .get(measurementId)
        ?.find((one) => one.code === code);
      if (warning === undefined) throw nothingToConfirm();
      const [figure] = await this.checks.byId([measurementId]);
      if (figure === undefined) throw nothingToConfirm();
      await this.checks.confirm({
        measurementId,
        checkCode: code,
        said: saidBy(figure),
        reason,
        recordedAt: this.clock.instant(),
        recordedBy: by.signature,
      });
      // The reason is free text and may name people: it stands in the confirmation itself.
      await this.audit.record({
        action: 'measurement.doubt_confirmed',
        subject: `measurement:${measurementId}`,
        after: { code },
      });
    });
  }

  /** Everything that the rules need, in a handful of statements however many the figures are. */
  private async around(
    figures: readonly SaidFigure[],
    isVisible: (figure: SaidFigure) => boolean,
  ): Promise<Surroundings> {
    const indicators = new Map((await this.indicators.all()).map((indicator) => [indicator.code, indicator]));
    const breaks = groupBy(await this.indicators.breaks(), ({ indicator }) => indicator);
    const campaigns = figures.some(({ campaign }) => campaign !== null) ? await this.campaigns.all() : [];
    const related = (await this.checks.inSlices(needsOf(figures, indicators))).filter(isVisible);
    const alike = (await this.checks.alike(figures)).filter(isVisible);
    return {
      today: this.clock.today(),
      indicators,
      campaigns: new Map(campaigns.map((campaign) => [campaign.code, campaign])),
      breaks: new Map([...breaks].map(([code, found]) => [code, found.map(({ from }) => from)])),
      bySlice: groupBy(related, sliceText),
      bySpan: groupBy(alike, spanText),
    };
  }
}

const nothingToConfirm = (): DomainError =>
  new DomainError(
    'nothing_to_confirm',
    'Ce chiffre n’étonne plus : il a changé entre-temps, ou ce qui l’entourait.',
    409,
  );

const confirmationText = (measurementId: number, code: string, said: string): string =>
  `${measurementId} ${code} ${said}`;

const saidBy = ({ quantity }: SaidFigure): string => (quantity === null ? '' : saidText(quantity));

/** Whoever is bound to an organisation sees the figures of that one only. */
function visibleTo(reader: DataCaller | null): (figure: SaidFigure) => boolean {
  const limits = reader?.limits;
  if (!limits) return () => true;
  const within = (allowed: readonly string[] | null, code: string | null): boolean =>
    allowed === null || (code !== null && allowed.includes(code));
  return ({ indicator, campaign, organisation }) =>
    within(limits.indicators, indicator) &&
    within(limits.campaigns, campaign) &&
    within(limits.organisations, organisation);
}

function confirmationOf(
  { reason, recordedAt, recordedBy }: CheckConfirmationEntity,
  names: ReadonlyMap<string, string>,
  reader: DataCaller | null,
): Confirmation {
  // Partners know the team as a team; a coupon is of their own organisation.
  const isTheirs = reader?.signature === recordedBy || recordedBy.startsWith('coupon:');
  const isNamed = reader === null || reader.readsInternal || isTheirs;
  return {
    reason,
    signature: recordedBy,
    author: isNamed ? authorWords(recordedBy, names) : 'l’équipe du programme',
    when: recordedAt,
  };
}
