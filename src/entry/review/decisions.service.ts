import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import type { MeasurementAnswer } from '../../measurements/measurement-answer.types.js';
import { MeasurementLifeService } from '../../measurements/measurement-life.service.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import type { DecisionBody } from './decisions.schema.js';

/** What programs and people decide on one figure, as the team's setting lets them. */
@Injectable()
export class DecisionsService {
  constructor(
    @Inject(MeasurementLifeService) private readonly life: MeasurementLifeService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
  ) {}

  /** Sends it for validation; it counts at once where the setting says so. @throws DomainError as `MeasurementLifeService.decide`. */
  submit(id: number, said: DecisionBody, by: DataCaller): Promise<MeasurementAnswer> {
    return this.decide('submit', id, said, by);
  }

  /** @throws DomainError as `MeasurementLifeService.decide`. */
  validate(id: number, said: DecisionBody, by: DataCaller): Promise<MeasurementAnswer> {
    return this.decide('validate', id, said, by);
  }

  /** Sends it back to its author. @throws DomainError as `MeasurementLifeService.decide`. */
  giveBack(id: number, said: DecisionBody, by: DataCaller): Promise<MeasurementAnswer> {
    return this.decide('return', id, said, by);
  }

  private async decide(
    decision: 'submit' | 'validate' | 'return',
    id: number,
    { version, reason }: DecisionBody,
    by: DataCaller,
  ): Promise<MeasurementAnswer> {
    const { review: mode } = await this.settings.settings();
    const items = [version === undefined ? { id } : { id, version }];
    const context = { by, mode, reason: reason ?? null };
    if (decision === 'submit') await this.life.submitOrValidate(items, context);
    else await this.life.decide(items, decision, context);
    return this.records.newest(id, by);
  }
}
