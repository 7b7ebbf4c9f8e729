import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A person was reminded of what they owe of a month: once, however many servers run. */
@Entity('reminders')
export class ReminderEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() personId!: number;
  @TextColumn() month!: string;
  @IsoTextColumn() sentAt!: string;
}
