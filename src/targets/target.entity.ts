import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Qualifier } from '../kernel/figure.types.js';
import { AmountColumn, IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';
import type { TargetKind } from './target.types.js';

/** What was aimed at, or where things stood (baseline), for an indicator over a period, overall or in one campaign. */
@Entity('targets')
export class TargetEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn() kind!: TargetKind;
  @IntegerColumn() indicatorId!: number;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  @IsoTextColumn() periodStart!: string;
  @IsoTextColumn() periodEnd!: string;
  @AmountColumn() value!: number;
  @AmountColumn({ nullable: true }) valueMax!: number | null;
  @TextColumn() qualifier!: Qualifier;
  /** Who decided it, in which session. */
  @TextColumn({ nullable: true }) decidedBy!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  /** `kind|indicator|campaign|start|end`: one row per key. */
  @TextColumn({ unique: true }) naturalKey!: string;
  @IsoTextColumn() updatedAt!: string;
}
