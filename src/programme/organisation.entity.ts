import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';

/** A partner, a body of the committee, a network: whoever carries, leads or relays. */
@Entity('organisations')
export class OrganisationEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  @TextColumn() kind!: string;
  @TextColumn({ nullable: true }) role!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  /** The body that it became part of; null while it stands by itself. */
  @IntegerColumn({ nullable: true }) mergedIntoId!: number | null;
  @IsoTextColumn({ nullable: true }) mergedOn!: string | null;
}

/** The name a body bore at a date: « Pôle Emploi » in 2020 stays so in the bilan of 2020. */
@Entity('organisation_names')
export class OrganisationNameEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() organisationId!: number;
  @TextColumn() name!: string;
  /** For lists, with its article when it takes one: « le Département ». */
  @TextColumn() nameInSentence!: string;
  @IsoTextColumn({ nullable: true }) validFrom!: string | null;
  @IsoTextColumn({ nullable: true }) validTo!: string | null;
}

/** Where a campaign speaks: the vocabulary of measurements' `channel`. */
@Entity('channels')
export class ChannelEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  @TextColumn() label!: string;
}
