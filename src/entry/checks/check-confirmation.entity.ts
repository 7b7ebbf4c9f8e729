import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** Why a figure that surprises is right all the same. Append-only; holds as long as the figure says the same. */
@Entity('check_confirmations')
export class CheckConfirmationEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() measurementId!: number;
  /** Which doubt: `unusual`, `part_above_total`… */
  @TextColumn() checkCode!: string;
  /** What the figure said when it was confirmed, as one text. */
  @TextColumn() said!: string;
  @TextColumn() reason!: string;
  @IsoTextColumn() recordedAt!: string;
  @TextColumn() recordedBy!: string;
}
