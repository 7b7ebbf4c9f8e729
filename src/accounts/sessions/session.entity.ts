import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { SessionStage } from '../account.types.js';

/** A browser that is signed in: only the SHA-256 of its cookie is kept. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) secretHash!: string;
  @IntegerColumn() personId!: number;
  @TextColumn() stage!: SessionStage;
  /** « Firefox sur Windows »: for its owner to recognise it. */
  @TextColumn() device!: string;
  @IsoTextColumn() createdAt!: string;
  @IsoTextColumn() lastSeenAt!: string;
  /** Eight hours after signing in, whatever is done. */
  @IsoTextColumn() expiresAt!: string;
}
