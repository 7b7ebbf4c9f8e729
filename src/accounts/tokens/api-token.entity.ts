import { Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A bearer token of a program: only the SHA-256 of its secret is kept. */
@Entity('api_tokens')
export class ApiTokenEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn() name!: string;
  @TextColumn({ unique: true }) secretHash!: string;
  @TextColumn() scope!: string;
  @IntegerColumn() ratePerMinute!: number;
  @IsoTextColumn() createdAt!: string;
  /** `person:12`, or `command`; null of a token older than that. */
  @TextColumn({ nullable: true }) createdBy!: string | null;
  @IsoTextColumn() expiresAt!: string;
  @IsoTextColumn({ nullable: true }) lastUsedAt!: string | null;
  @IsoTextColumn({ nullable: true }) revokedAt!: string | null;
}

/** The answer given to an Idempotency-Key, replayed to the same body for 24 hours. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  @PrimaryColumn('integer') tokenId!: number;
  @PrimaryColumn('text') key!: string;
  @TextColumn() bodyHash!: string;
  @IntegerColumn() status!: number;
  @TextColumn() answer!: string;
  @IsoTextColumn() createdAt!: string;
}
