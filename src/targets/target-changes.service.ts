import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import type { AuditState } from '../platform/audit/audit.types.js';
import { Clock } from '../platform/clock/clock.js';
import { surrounding } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Target, TargetDefinition, VersionStamp } from './target.types.js';
import { TargetsService } from './targets.service.js';

/** What a person says of a target that is there: its value, its way, who decided it. */
export type TargetChange = Pick<
  TargetDefinition,
  'value' | 'valueMax' | 'qualifier' | 'decidedBy' | 'meetingCode' | 'path' | 'steps' | 'note'
>;

/** Targets as people decide them: each change is a version, told to the journal with what was there before. */
@Injectable()
export class TargetChangesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new one. @throws DomainError `target_exists`, or as `TargetsService.replace`. */
  add(definition: TargetDefinition): Promise<void> {
    return this.unitOfWork.write(async () => {
      const former = await this.targets.find(definition);
      if (former !== null && !former.withdrawn) throw alreadyThere(former);
      await this.targets.replace(definition, this.stamp(null));
      const kept = await this.targets.find(definition);
      await this.tell('target.changed', kept, {
        before: former && stateOf(former),
        after: kept && stateOf(kept),
      });
    });
  }

  /** Another version of one that is there. @throws DomainError `not_found`, or as `TargetsService.replace`. */
  change(id: number, change: TargetChange, reason: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const former = await this.targets.byId(id);
      const { kind, indicator, campaign, periodStart, periodEnd } = former;
      const definition = { kind, indicator, campaign, periodStart, periodEnd, ...change };
      const outcome = await this.targets.replace(definition, this.stamp(reason));
      if (outcome === 'unchanged') return;
      const kept = await this.targets.byId(id);
      await this.tell('target.changed', kept, { before: stateOf(former), after: stateOf(kept) });
    });
  }

  /** Takes one back: it counts no more, its versions stay. Twice does nothing more. @throws DomainError `not_found`. */
  withdraw(id: number, reason: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const target = await this.targets.byId(id);
      if (target.withdrawn) return;
      await this.targets.withdraw(id, this.stamp(reason));
      await this.tell('target.withdrawn', target, {
        before: stateOf(target),
        after: { version: target.version + 1, withdrawn: true },
      });
    });
  }

  private stamp(reason: string | null): VersionStamp {
    return { recordedAt: this.clock.instant(), recordedBy: surrounding().actor, reason };
  }

  private async tell(
    action: 'target.changed' | 'target.withdrawn',
    target: Target | null,
    states: { before: AuditState | null; after: AuditState | null },
  ): Promise<void> {
    if (target === null) return;
    await this.audit.record({ action, subject: `target:${target.id}`, ...states });
  }
}

/** What the journal keeps of a target. What is free text may name people: the journal points at the version that has it. */
function stateOf({ version, amount, meeting, path }: Target): AuditState {
  const { value, valueMax, qualifier } = amount;
  return { version, value, valueMax, qualifier, meetingCode: meeting?.code ?? null, path };
}

function alreadyThere({ indicator }: Target): DomainError {
  const message = `${indicator} a déjà une cible pour cette période\u00a0: ouvrez-la dans la liste pour la modifier.`;
  return new DomainError('target_exists', 'Rien n’a été enregistré\u00a0: corrigez ce qui suit.', 409, [
    { path: 'indicator', code: 'target_exists', message },
  ]);
}
