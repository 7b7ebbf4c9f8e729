import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { BooleanColumn, IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { PersonState, Role } from '../account.types.js';

/** Somebody with an account. Anonymised, never deleted: what they did keeps its author. */
@Entity('people')
export class PersonEntity {
  @PrimaryGeneratedColumn() id!: number;
  /** Lower case, without spaces around. */
  @TextColumn({ unique: true }) email!: string;
  @TextColumn() name!: string;
  @TextColumn() role!: Role;
  @IntegerColumn({ nullable: true }) organisationId!: number | null;
  @TextColumn() state!: PersonState;
  /** Argon2id, in its own text form with salt and cost. */
  @TextColumn({ nullable: true }) passwordHash!: string | null;
  /** Sealed with the installation's key (`SecretKeys.seal('totp', …)`); null without a second factor. */
  @TextColumn({ nullable: true }) totpSeed!: string | null;
  /** Step of the last code accepted: no code works twice. */
  @IntegerColumn({ nullable: true }) totpLastStep!: number | null;
  /** Whether changes of the account are told by e-mail. */
  @BooleanColumn() notices!: boolean;
  /** Whether what they owe of a month is recalled by e-mail. */
  @BooleanColumn({ default: true }) reminders!: boolean;
  /** When they last came in, second factor included; null before the first time. */
  @IsoTextColumn({ nullable: true }) lastSignedInAt!: string | null;
  @IsoTextColumn() createdAt!: string;
  @IsoTextColumn() updatedAt!: string;
}

/** A code to use once when the second factor is lost: only its keyed hash is kept. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() personId!: number;
  @TextColumn() codeHash!: string;
  @IsoTextColumn({ nullable: true }) usedAt!: string | null;
}
