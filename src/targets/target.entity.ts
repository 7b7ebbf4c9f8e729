import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Qualifier } from '../kernel/figure.types.js';
import {
  AmountColumn,
  BooleanColumn,
  IntegerColumn,
  IsoTextColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { TargetKind, TargetPath, TargetStep } from './target.types.js';

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
  /** Who decided it. */
  @TextColumn({ nullable: true }) decidedBy!: string | null;
  /** Code of the session in which it was decided. */
  @TextColumn({ nullable: true }) meetingCode!: string | null;
  @TextColumn() path!: TargetPath;
  @JsonColumn() steps!: TargetStep[];
  @TextColumn({ nullable: true }) note!: string | null;
  /** Number of its newest version, from 1. */
  @IntegerColumn() version!: number;
  /** Taken back: it counts no more, its versions stay. */
  @BooleanColumn() withdrawn!: boolean;
  /** `kind|indicator|campaign|start|end`: one row per key. */
  @TextColumn({ unique: true }) naturalKey!: string;
  @IsoTextColumn() updatedAt!: string;
}

/** What a target was from one decision to the next. Append-only: triggers refuse updates and deletes. */
@Entity('target_versions')
export class TargetVersionEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() targetId!: number;
  @IntegerColumn() version!: number;
  @AmountColumn() value!: number;
  @AmountColumn({ nullable: true }) valueMax!: number | null;
  @TextColumn() qualifier!: Qualifier;
  @TextColumn({ nullable: true }) decidedBy!: string | null;
  @TextColumn({ nullable: true }) meetingCode!: string | null;
  @TextColumn() path!: TargetPath;
  @JsonColumn() steps!: TargetStep[];
  @TextColumn({ nullable: true }) note!: string | null;
  @BooleanColumn() withdrawn!: boolean;
  /** Why it replaced the one before, when somebody said so. */
  @TextColumn({ nullable: true }) reason!: string | null;
  /** ISO instant, UTC. */
  @IsoTextColumn() recordedAt!: string;
  /** Who or what recorded it: `data-set:oh-my-lot-2020`, `person:12`, `import:fichier.csv`. */
  @TextColumn() recordedBy!: string;
}
