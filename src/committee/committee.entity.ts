import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';
import type { Modality } from './committee.types.js';

/** A session of the comité de pilotage: its day is neither the year it looks at nor the day figures were stopped. */
@Entity('meetings')
export class MeetingEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  /** The exercice it reviews. */
  @IntegerColumn() year!: number;
  @IsoTextColumn() date!: string;
  @TextColumn() modality!: Modality;
  @TextColumn({ nullable: true }) place!: string | null;
  @TextColumn() purpose!: string;
  @IsoTextColumn() updatedAt!: string;
}

/** Who sits on the committee, with dates: a body under the name it bore, and its people when they are public. */
@Entity('committee_members')
export class CommitteeMemberEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() organisationId!: number;
  @IntegerColumn() position!: number;
  @JsonColumn() people!: string[];
  @IsoTextColumn({ nullable: true }) validFrom!: string | null;
  @IsoTextColumn({ nullable: true }) validTo!: string | null;
}

/** A qualitative objective of an exercice: exists without a target. */
@Entity('objectives')
export class ObjectiveEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() year!: number;
  @IntegerColumn() rank!: number;
  @TextColumn() text!: string;
  /** A few words for strips and cards. */
  @TextColumn() shortText!: string;
  /** Code of the meeting that set it. */
  @TextColumn({ nullable: true }) meetingCode!: string | null;
  @IsoTextColumn() updatedAt!: string;
}
