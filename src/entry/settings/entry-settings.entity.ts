import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { ReviewMode } from '../../measurements/measurement-life.types.js';

/** How figures are entered here (row 1). */
@Entity('entry_settings')
export class EntrySettingsEntity {
  @PrimaryColumn('integer') id!: number;
  @TextColumn() review!: ReviewMode;
  @IntegerColumn({ nullable: true }) closingDays!: number | null;
  @IntegerColumn({ nullable: true }) reminderDay!: number | null;
  @IsoTextColumn() updatedAt!: string;
}
