import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import type { Precision } from '../kernel/period.types.js';
import { AmountColumn, IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';
import type { MeasurementStatus } from './measurement.types.js';

/** What is measured, where and when: the natural key. What was found stands in its versions. */
@Entity('measurements')
export class MeasurementEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() indicatorId!: number;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  @IntegerColumn({ nullable: true }) territoryId!: number | null;
  @TextColumn({ nullable: true }) channel!: string | null;
  @IntegerColumn({ nullable: true }) organisationId!: number | null;
  @IsoTextColumn() periodStart!: string;
  @IsoTextColumn() periodEnd!: string;
  /** The seven parts of the key joined: unique although most of them may be empty. */
  @TextColumn({ unique: true }) naturalKey!: string;
  /** Number of its newest version, from 1. */
  @IntegerColumn() version!: number;
}

/** One thing somebody said about a measurement. Append-only: triggers refuse updates and deletes. */
@Entity('measurement_versions')
export class MeasurementVersionEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() measurementId!: number;
  @IntegerColumn() version!: number;
  @AmountColumn({ nullable: true }) value!: number | null;
  @AmountColumn({ nullable: true }) valueMax!: number | null;
  @TextColumn({ nullable: true }) qualifier!: Qualifier | null;
  @TextColumn({ nullable: true }) absence!: Absence | null;
  @TextColumn() status!: MeasurementStatus;
  @TextColumn() marking!: Marking;
  @TextColumn() precision!: Precision;
  @TextColumn({ nullable: true }) source!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @TextColumn({ nullable: true }) internalNote!: string | null;
  /** ISO instant, UTC. */
  @IsoTextColumn() recordedAt!: string;
  /** Who or what recorded it: `data-set:oh-my-lot-2020`, `token:Stand`, `import:fichier.csv`. */
  @TextColumn() recordedBy!: string;
  /** Why this version replaced the one before, when somebody said so. */
  @TextColumn({ nullable: true }) reason!: string | null;
}
