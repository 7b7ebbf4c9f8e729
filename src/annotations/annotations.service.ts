import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { slug } from '../kernel/french-text.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { changesBetween } from '../platform/audit/audit-changes.rules.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Annotation, AnnotationDefinition, AnnotationDraft } from './annotation.types.js';
import { datingIssue, datingText, fallsWithin, filled, newCode } from './annotations.rules.js';
import { AnnotationsRepository } from './annotations.repository.js';

/** Dated events that explain figures: teams look up a cause and forget it, a chart that carries it does not. */
@Injectable()
export class AnnotationsService {
  constructor(
    @Inject(AnnotationsRepository) private readonly repository: AnnotationsRepository,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every event, in the order of time. */
  async all(): Promise<Annotation[]> {
    const rows = await this.repository.all();
    if (rows.length === 0) return [];
    const indicators = new Map((await this.indicators.all()).map(({ id, code }) => [id, code]));
    const campaigns = new Map((await this.campaigns.all()).map(({ id, code }) => [id, code]));
    return rows.map(({ startDate: start, endDate: end, precision, ...row }) => ({
      code: row.code,
      slug: slug(row.code),
      label: row.label,
      text: row.text,
      start,
      end,
      precision,
      periodText: datingText({ start, end, precision }),
      indicator: row.indicatorId === null ? null : (indicators.get(row.indicatorId) ?? null),
      campaign: row.campaignId === null ? null : (campaigns.get(row.campaignId) ?? null),
      isPublic: row.isPublic,
      updatedAt: row.updatedAt,
    }));
  }

  /** Those that everybody may see and that have a day in a period. */
  async published(period: ClosedPeriod): Promise<Annotation[]> {
    return (await this.all()).filter((event) => event.isPublic && fallsWithin(event, period));
  }

  /** One event by its code in any case. @throws DomainError `not_found`. */
  async byCode(code: string): Promise<Annotation> {
    const found = (await this.all()).find((event) => event.slug === slug(code));
    if (found === undefined) throw new DomainError('not_found', 'Cet événement n’existe plus.', 404);
    return found;
  }

  /** Creates or updates an event, found by its code. @throws DomainError `not_found` for an unknown code in it. */
  async store(definition: AnnotationDefinition, updatedAt: string): Promise<StoreOutcome> {
    const { code, label, text, indicator, campaign, isPublic } = definition;
    const { start: startDate, end: endDate, precision } = filled(definition);
    const indicatorId = indicator === null ? null : (await this.indicators.byCode(indicator)).id;
    const campaignId = campaign === null ? null : (await this.campaigns.byCode(campaign)).id;
    const row = { code, label, text, startDate, endDate, precision, indicatorId, campaignId, isPublic };
    return this.repository.store(row, updatedAt);
  }

  /** Adds what a person tells. @returns its code. @throws DomainError `invalid_annotation`. */
  add(draft: AnnotationDraft): Promise<string> {
    return this.unitOfWork.write(async () => {
      refuseMisdated(draft);
      const taken = new Set((await this.all()).map((event) => event.code));
      const code = newCode(draft.label, draft.start, taken);
      await this.store({ code, ...draft }, this.clock.instant());
      const after = kept(await this.byCode(code));
      await this.audit.record({ action: 'annotation.added', subject: `annotation:${code}`, after });
      return code;
    });
  }

  /** @throws DomainError `not_found` or `invalid_annotation`. */
  change(code: string, draft: AnnotationDraft): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = await this.byCode(code);
      refuseMisdated(draft);
      await this.store({ code: before.code, ...draft }, this.clock.instant());
      const changes = changesBetween(kept(before), kept(await this.byCode(code)));
      if (changes === null) return;
      await this.audit.record({
        action: 'annotation.changed',
        subject: `annotation:${before.code}`,
        ...changes,
      });
    });
  }

  /** Takes an event away; the journal keeps what it said. @throws DomainError `not_found`. */
  remove(code: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const event = await this.byCode(code);
      await this.repository.remove(event.code);
      const subject = `annotation:${event.code}`;
      await this.audit.record({ action: 'annotation.removed', subject, before: kept(event), after: {} });
    });
  }
}

/** What the journal tells of an event. */
const kept = ({ label, text, start, end, precision, indicator, campaign, isPublic }: AnnotationDraft) => ({
  label,
  text,
  start,
  end,
  precision,
  indicator,
  campaign,
  isPublic,
});

function refuseMisdated(draft: AnnotationDraft): void {
  const issue = datingIssue(draft);
  if (issue === null) return;
  throw new DomainError('invalid_annotation', 'Rien n’a été enregistré : corrigez ce qui suit.', 422, [
    issue,
  ]);
}
