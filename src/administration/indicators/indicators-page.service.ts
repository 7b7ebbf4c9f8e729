import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { PeopleService } from '../../accounts/people/people.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { submitted, textsOf } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { IndicatorChangesService, type Described } from './indicator-changes.service.js';
import { type Answered, indicatorPage, type ShownIndicator } from './indicator-page.presenter.js';
import { indicatorPath, INDICATORS_PATH, indicatorsPage } from './indicators.presenter.js';
import {
  buttonBody,
  indicatorBody,
  moveBody,
  newIndicatorBody,
  retirementBody,
} from './indicators.schema.js';
import type { IndicatorsView, IndicatorView } from './indicators.types.js';

type Answer<View extends object> = Promise<PageBody<View> | SeeOther>;

/** The room of indicators: what is counted, in which order, and what changed of it. */
@Injectable()
export class IndicatorsPageService {
  constructor(
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(IndicatorChangesService) private readonly changes: IndicatorChangesService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(done: string | undefined): Promise<PageBody<IndicatorsView>> {
    return indicatorsPage(await this.indicators.all(), done);
  }

  /** The form of a new one. */
  async blank(): Promise<PageBody<IndicatorView>> {
    return indicatorPage(await this.shown(null), { refusal: null });
  }

  async create(body: unknown): Answer<IndicatorView> {
    const outcome = await submitted(newIndicatorBody, body, async ({ code, intent, ...described }) => {
      if (intent === undefined) await this.changes.create(code, described);
      else await this.changes.check(code, described);
      return { code, intent };
    });
    if (outcome.ok && outcome.result.intent === undefined) {
      return new SeeOther(`${indicatorPath(outcome.result.code)}?fait=creation`);
    }
    return indicatorPage(await this.shown(null), answeredOf(outcome, body));
  }

  /** @throws DomainError `not_found`. */
  async one(code: string, done: string | undefined): Promise<PageBody<IndicatorView>> {
    return indicatorPage({ ...(await this.shown(code)), done }, { refusal: null });
  }

  /** @throws DomainError `not_found`. */
  async change(code: string, body: unknown): Answer<IndicatorView> {
    const { code: known } = await this.indicators.byCode(code);
    const outcome = await submitted(indicatorBody, body, async (value) => {
      const { intent, change, validFrom, reason, ...rest } = value;
      const described: Described = rest;
      const said = { kind: change ?? null, validFrom: validFrom ?? null, reason: reason ?? null };
      if (intent === undefined) await this.changes.change(known, described, said);
      else await this.changes.checkChange(known, described, said);
      return { intent };
    });
    if (outcome.ok && outcome.result.intent === undefined) {
      return new SeeOther(`${indicatorPath(known)}?fait=definition`);
    }
    return indicatorPage(await this.shown(known), answeredOf(outcome, body));
  }

  /** @throws DomainError `not_found`. */
  async move(code: string, body: unknown): Answer<IndicatorsView> {
    const { code: known } = await this.indicators.byCode(code);
    const outcome = await submitted(moveBody, body, ({ direction }) => this.changes.move(known, direction));
    return outcome.ok
      ? new SeeOther(`${INDICATORS_PATH}?fait=place`)
      : { ...(await this.list(undefined)), status: outcome.refusal.status };
  }

  retire(code: string, body: unknown): Answer<IndicatorView> {
    return this.act(code, 'retrait', retirementBody, body, ({ on }) => this.changes.retire(code, on));
  }

  restore(code: string, body: unknown): Answer<IndicatorView> {
    return this.act(code, 'remise', buttonBody, body, () => this.changes.restore(code));
  }

  /** @throws DomainError `not_found`. */
  private async act<Schema extends z.ZodType>(
    code: string,
    done: string,
    schema: Schema,
    body: unknown,
    work: (value: z.output<Schema>) => Promise<void>,
  ): Answer<IndicatorView> {
    const { code: known } = await this.indicators.byCode(code);
    const outcome = await submitted(schema, body, work);
    return outcome.ok
      ? new SeeOther(`${indicatorPath(known)}?fait=${done}`)
      : indicatorPage(await this.shown(known), { refusal: outcome.refusal, isRetirement: true });
  }

  private async shown(code: string | null): Promise<ShownIndicator> {
    const all = await this.indicators.all();
    const today = this.clock.today();
    const authors = await this.people.displayNames();
    if (code === null) return { indicator: null, all, isMeasured: false, versions: [], authors, today };
    const indicator = await this.indicators.byCode(code);
    return {
      indicator,
      all,
      isMeasured: await this.indicators.hasAmounts(code),
      versions: await this.indicators.history(code),
      authors,
      today,
    };
  }
}

/** A refusal is shown to be corrected; anything else that is not saved is looked at. */
const answeredOf = (outcome: Awaited<ReturnType<typeof submitted>>, body: unknown): Answered =>
  outcome.ok ? { refusal: null, preview: textsOf(body) } : { refusal: outcome.refusal };
