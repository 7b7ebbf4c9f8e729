import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { CollectionFrequency } from './collection-line.types.js';

/** One figure that is awaited again and again, from whom and until when. One line for each place and frequency. */
@Entity('collection_lines')
export class CollectionLineEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() indicatorId!: number;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  @IntegerColumn({ nullable: true }) territoryId!: number | null;
  @TextColumn({ nullable: true }) channel!: string | null;
  @IntegerColumn({ nullable: true }) organisationId!: number | null;
  @TextColumn() frequency!: CollectionFrequency;
  /** First and last day of what is awaited; null ends are open. */
  @IsoTextColumn({ nullable: true }) startsOn!: string | null;
  @IsoTextColumn({ nullable: true }) endsOn!: string | null;
  /** Days after the end of a period within which its value is awaited; null: what the indicator says. */
  @IntegerColumn({ nullable: true }) dueDays!: number | null;
  /** The person who sees to it; null: whoever answers for the organisation, or the team. */
  @IntegerColumn({ nullable: true }) ownerId!: number | null;
  @IsoTextColumn() updatedAt!: string;
}
