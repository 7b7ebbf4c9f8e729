import { Inject, Injectable } from '@nestjs/common';
import { changeIssues, type SaidOfChange } from '../../indicators/indicator-change.rules.js';
import { coherenceIssues } from '../../indicators/indicator-definition.rules.js';
import { linkIssues } from '../../indicators/indicator-links.rules.js';
import { amountIssues, changedMembers } from '../../indicators/indicator-versions.rules.js';
import type { DefinitionChange, Indicator, IndicatorDefinition } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { sentence, slug } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { AuditAction } from '../../platform/audit/audit-words.js';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** What a person defines: the place in the list is given by the list, the code by the address. */
export type Described = Omit<IndicatorDefinition, 'code' | 'position'>;

/** Changes the dictionary of indicators, and tells the journal what was there before. */
@Injectable()
export class IndicatorChangesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Refuses what creating it would. @throws DomainError `indicator_exists` or `invalid_indicator`. */
  async check(code: string, described: Described): Promise<IndicatorDefinition> {
    const all = await this.indicators.all();
    const known = all.find((one) => slug(one.code) === slug(code));
    if (known !== undefined) throw alreadyThere(known.code);
    const definition = { ...described, code, position: all.length + 1 };
    refuse([...coherenceIssues(definition), ...linkIssues(definition, all)]);
    return definition;
  }

  /** A new indicator, last in the list. @throws DomainError `indicator_exists` or `invalid_indicator`. */
  create(code: string, described: Described): Promise<void> {
    return this.unitOfWork.write(async () => {
      const definition = await this.check(code, described);
      await this.indicators.store(definition, this.clock.instant(), this.told(null, false, null));
      await this.tell('indicator.changed', code, null, definition);
    });
  }

  /** Refuses what changing it would. @throws DomainError `not_found`, `invalid_indicator` or `measured_indicator`. */
  async checkChange(
    code: string,
    described: Described,
    said: SaidOfChange,
  ): Promise<{ indicator: Indicator; definition: IndicatorDefinition; change: DefinitionChange }> {
    const indicator = await this.indicators.byCode(code);
    const definition = { ...described, code: indicator.code, position: indicator.position };
    const issues = [...coherenceIssues(definition), ...linkIssues(definition, await this.indicators.all())];
    const countsOtherwise = changedMembers(indicator, definition).length > 0;
    if (!countsOtherwise || !(await this.indicators.hasAmounts(indicator.code))) {
      refuse(issues);
      return { indicator, definition, change: this.told(indicator.validFrom, false, null) };
    }
    const today = this.clock.today();
    refuse([
      ...issues,
      ...amountIssues(indicator, definition),
      ...changeIssues(said, indicator.validFrom, today),
    ]);
    const breaks = said.kind === 'break';
    const validFrom = breaks ? said.validFrom : indicator.validFrom;
    return { indicator, definition, change: this.told(validFrom, breaks, said.reason) };
  }

  /** Another definition of the same indicator. @throws DomainError `not_found`, `invalid_indicator` or `measured_indicator`. */
  change(code: string, described: Described, said: SaidOfChange): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { indicator, definition, change } = await this.checkChange(code, described, said);
      const changes = changesBetween(indicator, definition);
      if (changes === null) return;
      await this.indicators.store(definition, this.clock.instant(), change);
      await this.tell('indicator.changed', indicator.code, changes.before, changes.after);
    });
  }

  /** One place up or down in the list; at its end, nothing. @throws DomainError `not_found`. */
  move(code: string, direction: 'up' | 'down'): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { code: moved } = await this.indicators.byCode(code);
      const codes = (await this.indicators.all()).map((one) => one.code);
      const from = codes.indexOf(moved);
      const to = direction === 'up' ? from - 1 : from + 1;
      const other = codes[to];
      if (other === undefined) return;
      codes[to] = moved;
      codes[from] = other;
      await this.indicators.reorder(codes, this.clock.instant());
      await this.tell('indicator.moved', moved, { position: from + 1 }, { position: to + 1 });
    });
  }

  /** Counted until a day and no more; its figures stay. @throws DomainError `not_found`. */
  retire(code: string, on: IsoDate): Promise<void> {
    return this.setRetirement(code, on);
  }

  /** Counted again. @throws DomainError `not_found`. */
  restore(code: string): Promise<void> {
    return this.setRetirement(code, null);
  }

  private setRetirement(code: string, retiredOn: IsoDate | null): Promise<void> {
    return this.unitOfWork.write(async () => {
      const indicator = await this.indicators.byCode(code);
      if (indicator.retiredOn === retiredOn) return;
      await this.indicators.retire(indicator.code, retiredOn, this.clock.instant());
      const action = retiredOn === null ? 'indicator.restored' : 'indicator.retired';
      await this.tell(action, indicator.code, { retiredOn: indicator.retiredOn }, { retiredOn });
    });
  }

  private told(validFrom: IsoDate | null, breaksSeries: boolean, reason: string | null): DefinitionChange {
    return { validFrom, breaksSeries, reason, recordedBy: surrounding().actor };
  }

  private tell(action: AuditAction, code: string, before: object | null, after: object): Promise<void> {
    const subject = `indicator:${code}`;
    return this.audit.record({
      action,
      subject,
      before: before === null ? null : { ...before },
      after: { ...after },
    });
  }
}

const UNCHANGED = 'Rien n’a été enregistré\u00a0: corrigez ce qui suit.';

function refuse(issues: InputIssue[]): void {
  if (issues.length > 0) throw new DomainError('invalid_indicator', UNCHANGED, 422, issues);
}

function alreadyThere(code: string): DomainError {
  const message = sentence`Le code ${code} est déjà pris : écrivez-en un autre, ou ouvrez cet indicateur dans la liste.`;
  return new DomainError('indicator_exists', UNCHANGED, 409, [
    { path: 'code', code: 'indicator_exists', message },
  ]);
}
