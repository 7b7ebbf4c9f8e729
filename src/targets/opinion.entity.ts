import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';
import type { Opinion } from './opinion.types.js';

/** What the committee or the pilot thought of an indicator. Append-only: the last one given is the one that holds. */
@Entity('opinions')
export class OpinionEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() indicatorId!: number;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  /** The exercice of which it speaks. */
  @IntegerColumn() year!: number;
  /** Null takes the former back. */
  @TextColumn({ nullable: true }) opinion!: Opinion | null;
  @TextColumn({ nullable: true }) reason!: string | null;
  @IsoTextColumn() givenOn!: string;
  /** Code of the session in which it was given. */
  @TextColumn({ nullable: true }) meetingCode!: string | null;
  /** ISO instant, UTC. */
  @IsoTextColumn() recordedAt!: string;
  @TextColumn() recordedBy!: string;
}
