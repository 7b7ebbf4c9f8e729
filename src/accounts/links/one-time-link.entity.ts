import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { LinkKind } from '../account.types.js';

/** A link that works once: to create the first administrator, to accept an invitation, to choose a new password. */
@Entity('one_time_links')
export class OneTimeLinkEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn() kind!: LinkKind;
  @TextColumn({ unique: true }) secretHash!: string;
  /** Null for the first administrator, who is nobody yet. */
  @IntegerColumn({ nullable: true }) personId!: number | null;
  @IsoTextColumn() createdAt!: string;
  @IsoTextColumn() expiresAt!: string;
  @IsoTextColumn({ nullable: true }) usedAt!: string | null;
}
