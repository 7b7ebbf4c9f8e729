import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { ShareKind } from '../account.types.js';

/** A link that opens one reserved page without an account: only the SHA-256 of its secret is kept. */
@Entity('share_links')
export class ShareLinkEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) secretHash!: string;
  @TextColumn() kind!: ShareKind;
  @IntegerColumn() year!: number;
  /** For whom or for what, « Membres du comité »: to recognise it in the list. */
  @TextColumn() label!: string;
  @IntegerColumn({ nullable: true }) createdBy!: number | null;
  @IsoTextColumn() createdAt!: string;
  /** Last day on which it opens. */
  @IsoTextColumn() expiresAt!: string;
  @IsoTextColumn({ nullable: true }) revokedAt!: string | null;
  @IntegerColumn() openings!: number;
  @IsoTextColumn({ nullable: true }) lastOpenedAt!: string | null;
}
