import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A link with which one organisation gives its figures of one month without an account: only its hash is kept. */
@Entity('coupons')
export class CouponEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) secretHash!: string;
  @IntegerColumn() organisationId!: number;
  /** `2020-09`. */
  @TextColumn() month!: string;
  /** Where it was sent; forgotten some time after its end. */
  @TextColumn({ nullable: true }) email!: string | null;
  @IntegerColumn({ nullable: true }) createdBy!: number | null;
  @IsoTextColumn() createdAt!: string;
  /** Last day on which it opens. */
  @IsoTextColumn() expiresAt!: string;
  @IsoTextColumn({ nullable: true }) revokedAt!: string | null;
  @IntegerColumn({ default: 0 }) openings!: number;
  @IsoTextColumn({ nullable: true }) lastOpenedAt!: string | null;
  /** When figures last came by it. */
  @IsoTextColumn({ nullable: true }) lastSentAt!: string | null;
}
