import { Inject, Injectable } from '@nestjs/common';
import type { Figure } from '../../figures/figures.types.js';
import { FiguresService } from '../../figures/figures.service.js';
import { contradicts, OPINION_LABELS } from '../../figures/opinion.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OpinionDefinition } from '../../targets/opinion.types.js';
import { OpinionsService } from '../../targets/opinions.service.js';

/** An opinion as people give it: one that contradicts what is computed says why. */
@Injectable()
export class OpinionEntryService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OpinionsService) private readonly opinions: OpinionsService,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `reason_required` for a contradiction, or an opinion taken back, without its reason;
   * `opinion_to_come` on a day that is still to come.
   */
  give(definition: OpinionDefinition): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { indicator, campaign, year, opinion, givenOn, meetingCode } = definition;
      if (givenOn > this.clock.today()) throw tooEarly(givenOn);
      if (definition.reason === null) await this.refuseUnexplained(definition);
      const stamp = { recordedAt: this.clock.instant(), recordedBy: surrounding().actor };
      if ((await this.opinions.give(definition, stamp)) === 'unchanged') return;
      // The reason is free text and may name people: it stands in the opinion itself.
      await this.audit.record({
        action: 'opinion.given',
        subject: `opinion:${indicator}`,
        after: { year, campaign, opinion, givenOn, meetingCode },
      });
    });
  }

  private async refuseUnexplained(definition: OpinionDefinition): Promise<void> {
    const { opinion, indicator, campaign, year } = definition;
    if (opinion === null) throw unexplained('Dites pourquoi l’avis est retiré.');
    const [figure] = await this.figures.select({ year, indicator, campaign: campaign ?? undefined });
    if (figure === undefined || !contradicts(opinion, figure.assessment)) return;
    throw unexplained(contradiction(OPINION_LABELS[opinion], figure));
  }
}

const contradiction = (label: string, figure: Figure): string =>
  sentence`L’avis « ${label} » contredit le calcul (${figure.assessmentText}) : dites pourquoi.`;

const tooEarly = (givenOn: IsoDate): DomainError =>
  new DomainError('opinion_to_come', 'L’avis n’a pas été enregistré.', 422, [
    {
      path: 'givenOn',
      code: 'opinion_to_come',
      message: sentence`Le ${formatDate(givenOn)} n’est pas encore venu : écrivez le jour où l’avis est donné.`,
    },
  ]);

const unexplained = (message: string): DomainError =>
  new DomainError('reason_required', 'L’avis n’a pas été enregistré.', 422, [
    { path: 'reason', code: 'reason_required', message },
  ]);
