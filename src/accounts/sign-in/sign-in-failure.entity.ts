import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A try that failed, or whose outcome is not known yet, counted against an account or a network address. */
@Entity('sign_in_failures')
export class SignInFailureEntity {
  @PrimaryGeneratedColumn() id!: number;
  /** Keyed hash of whom it counts against: the table names nobody. */
  @TextColumn() key!: string;
  @IsoTextColumn() at!: string;
}
