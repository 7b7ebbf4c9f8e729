import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { BooleanColumn, IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';
import type { AnnotationPrecision } from './annotation.types.js';

/** A dated event that explains figures: of one indicator, or of the whole programme. */
@Entity('annotations')
export class AnnotationEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  @TextColumn() label!: string;
  @TextColumn({ nullable: true }) text!: string | null;
  @IsoTextColumn() startDate!: string;
  @IsoTextColumn({ nullable: true }) endDate!: string | null;
  @TextColumn() precision!: AnnotationPrecision;
  @IntegerColumn({ nullable: true }) indicatorId!: number | null;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  @BooleanColumn() isPublic!: boolean;
  @IsoTextColumn() updatedAt!: string;
}
