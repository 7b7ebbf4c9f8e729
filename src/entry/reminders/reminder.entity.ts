import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A person was reminded of what they owe of a month, or was to be: once, however many servers run. */
@Entity('reminders')
export class ReminderEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() personId!: number;
  @TextColumn() month!: string;
  /** When it left, or was last tried. */
  @IsoTextColumn() sentAt!: string;
  /** Why it did not leave; null for one that did. */
  @TextColumn({ nullable: true }) failure!: string | null;
}
