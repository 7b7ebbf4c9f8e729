import { Inject, Injectable } from '@nestjs/common';
import { inChunks } from '../platform/database/bulk-sql.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MeasurementLifeRepository } from './measurement-life.repository.js';
import type { LivingMeasurement } from './measurement-life.types.js';
import { scopeIds } from './measurement-scope.rules.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { restored, type TakenBack } from './restoration.rules.js';
import type { RestorationContext, RestorationObstacle } from './restoration.types.js';
import { sealedIssue } from './sealed-exercices.rules.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import { counts } from './writer-status.rules.js';
import type { DatedExercice } from '../programme/exercice.rules.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';

/** Told at most: a file of a million rows is not listed. */
const MOST_OBSTACLES = 100;

/** Puts measurements back as they were before some of their versions, all of them or none. */
@Injectable()
export class RestorationService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(MeasurementLifeRepository) private readonly lives: MeasurementLifeRepository,
    @Inject(MeasurementsRepository) private readonly measurements: MeasurementsRepository,
  ) {}

  /**
   * Joins the current unit of work; whoever calls ends it without keeping anything when there are obstacles.
   * @returns why some of them cannot be put back; empty when all were
   */
  async restore(
    taken: readonly TakenBack[],
    { recordedBy, limits, reason, mayTakeBack }: RestorationContext,
  ): Promise<RestorationObstacle[]> {
    const words = await this.vocabulary.load();
    const scope = scopeIds(words, limits);
    const obstacles: RestorationObstacle[] = [];
    for (const chunk of inChunks(taken)) {
      const living = await this.lives.living(
        chunk.map(({ id }) => id),
        scope,
        'all',
      );
      const planned = chunk.flatMap((one) => {
        const measurement = living.get(one.id);
        const plan = measurement === undefined ? null : restored(measurement, one, reason);
        const code = obstacleOf(measurement, plan, { sealed: words.sealed, mayTakeBack });
        if (plan !== null && code === null) return [plan];
        if (obstacles.length < MOST_OBSTACLES)
          obstacles.push(obstacle(one.id, measurement, code ?? 'newer_version'));
        return [];
      });
      if (obstacles.length > 0) continue;
      const stamp = { recordedAt: this.clock.instant(), recordedBy, reason };
      await this.unitOfWork.write(() => this.measurements.write(planned, stamp));
    }
    return obstacles;
  }
}

/** Why a measurement may not be put back; null when it may. */
function obstacleOf(
  measurement: LivingMeasurement | undefined,
  plan: PlannedMeasurement | null,
  { sealed, mayTakeBack }: { sealed: readonly DatedExercice[]; mayTakeBack: boolean },
): RestorationObstacle['code'] | null {
  if (measurement === undefined) return 'out_of_scope';
  if (plan === null) return 'newer_version';
  if (sealedIssue(measurement.key.periodEnd, sealed) !== null) return 'exercice_sealed';
  return mayTakeBack || !counts(measurement.versions) ? null : 'validation_reserved';
}

function obstacle(
  id: number,
  measurement: LivingMeasurement | undefined,
  code: RestorationObstacle['code'],
): RestorationObstacle {
  const newest = measurement?.versions.at(-1);
  return {
    id,
    code,
    indicator: measurement?.indicator ?? '',
    periodStart: measurement?.key.periodStart ?? '',
    periodEnd: measurement?.key.periodEnd ?? '',
    recordedBy: newest?.recordedBy ?? '',
    recordedAt: newest?.recordedAt ?? '',
  };
}
