import { Inject, Injectable } from '@nestjs/common';
import { FiguresService } from '../figures/figures.service.js';
import { Clock } from '../platform/clock/clock.js';
import { yearOf } from '../kernel/calendar.rules.js';
import { exerciceLabel, exercicePeriod } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type { Exercice } from '../programme/programme.types.js';

export interface YearChoice {
  year: number;
  /** Null for a year that has figures but was never described. */
  exercice: Exercice | null;
  /** Years that have a page, oldest first. */
  years: number[];
  /** Those that have figures. */
  measured: number[];
  /** How each of these years is called: « 2020-2021 » when it stands in two civil years. */
  labels: ReadonlyMap<number, string>;
}

/** Which year a page is about. */
@Injectable()
export class YearChoiceService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The year asked for, or the latest one with figures. @throws DomainError `not_found` for a year nobody knows. */
  async choose(asked?: number): Promise<YearChoice> {
    const exercices = await this.programmes.exercices();
    const measured = await this.figures.yearsWithFigures();
    const years = [...new Set([...exercices.map(({ year }) => year), ...measured])].sort(
      (one, other) => one - other,
    );
    const latest = measured.at(-1) ?? years.at(-1) ?? yearOf(this.clock.today());
    const year = asked ?? latest;
    const exercice = exercices.find((one) => one.year === year) ?? null;
    if (asked !== undefined && !years.includes(asked)) await this.programmes.exercice(asked);
    const labelOf = (one: number): string => exerciceLabel(exercicePeriod(one, exercices));
    const labels = new Map(years.map((one) => [one, labelOf(one)]));
    return { year, exercice, years, measured, labels };
  }
}
