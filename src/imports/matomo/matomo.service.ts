import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { DailyJobs } from '../../platform/jobs/daily-jobs.js';
import { LOGGER } from '../../platform/logging/logger.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { BatchesService } from '../batches/batches.service.js';
import type { BatchOptions } from '../batches/batch.types.js';
import { rowContext } from '../standard/indicator-scales.rules.js';
import type { IndicatorScale } from '../standard/standard-row.rules.js';
import { readMatomoAnswer } from './matomo-answer.rules.js';
import { MatomoClient } from './matomo-client.js';
import {
  type CountedMonth,
  MATOMO_INDICATORS,
  matomoInterpretation,
  matomoObservations,
  type MatomoPlace,
  monthsToAsk,
} from './matomo-observations.rules.js';

const OPTIONS: BatchOptions = {
  origin: 'connector',
  author: {
    signature: 'connector:Matomo',
    limits: { indicators: null, campaigns: null, organisations: null },
    defaultStatus: 'validated',
  },
  dryRun: false,
  create: false,
  totals: [],
};

/** The visits of the site, fetched from Matomo every day and recorded as an import that may be taken back. */
@Injectable()
export class MatomoService implements OnModuleInit {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'matomo'>,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(BatchesService) private readonly batches: BatchesService,
  ) {}

  onModuleInit(): void {
    if (this.configuration.matomo !== null) this.jobs.register('matomo', () => this.fetch());
  }

  /** Asks for the month under way and the two before; each is recorded alone. What fails is told in the log. */
  async fetch(): Promise<void> {
    const { matomo } = this.configuration;
    if (matomo === null) return;
    const { indicator } = rowContext(null, await this.indicators.all());
    const found = Object.values(MATOMO_INDICATORS).flatMap((code) => indicator(code) ?? []);
    if (found.length === 0) {
      const codes = Object.values(MATOMO_INDICATORS).join(' ni ');
      this.say(`aucun indicateur ${codes} : rien n’est relevé. Créez-les dans Administration, Indicateurs.`);
      return;
    }
    const place = {
      campaign: matomo.campaign,
      channels: await this.programmes.channels(),
      scales: new Map(found.map((scale): [string, IndicatorScale] => [scale.code, scale])),
    };
    const client = new MatomoClient(matomo);
    for (const month of monthsToAsk(this.clock.today())) {
      const reply = await client.ask({
        method: 'VisitsSummary.get',
        idSite: matomo.siteId,
        period: 'month',
        date: month.start,
        format: 'JSON',
      });
      const answer = reply.kind === 'failed' ? reply : readMatomoAnswer(reply.text, matomo.token);
      if (answer.kind === 'failed') {
        // The other months would most likely fail alike.
        this.say(`${answer.reason}. Nouvel essai demain.`);
        return;
      }
      if (answer.kind === 'counts') await this.record(month, answer, place);
    }
  }

  private async record(
    month: CountedMonth,
    counts: { visits: number | null; uniqueVisitors: number | null },
    place: MatomoPlace,
  ): Promise<void> {
    const text = JSON.stringify([month.start, counts]);
    const file = {
      name: `Matomo ${month.start.slice(0, 7)}`,
      sha256: createHash('sha256').update(text).digest('hex'),
      size: Buffer.byteLength(text),
      encoding: 'utf-8' as const,
      separator: null,
      entry: null,
      interpretation: matomoInterpretation(matomoObservations(month, counts, place)),
      answers: { campaign: place.campaign ?? '' },
    };
    const { batchId, reports } = await this.batches.apply([file], OPTIONS);
    const [report] = reports;
    if (batchId !== null) this.logger.info({ job: 'matomo', month: month.start, batchId }, 'visits recorded');
    const problems = [...(report?.rejected ?? []), ...(report?.questions ?? [])];
    if (batchId === null && problems.length > 0)
      this.say(`le mois ${month.start.slice(0, 7)} n’est pas enregistré. ${problems[0]?.message ?? ''}`);
  }

  private say(what: string): void {
    this.logger.warn({ job: 'matomo' }, `Matomo : ${what}`);
  }
}
