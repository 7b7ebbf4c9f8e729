import { Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  BooleanColumn,
  IntegerColumn,
  IsoTextColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { ExerciceState, PublicLink, Visibility } from './programme.types.js';

/** The one programme of an installation (row 1). */
@Entity('programmes')
export class ProgrammeEntity {
  @PrimaryColumn('integer') id!: number;
  @TextColumn() code!: string;
  @TextColumn() name!: string;
  /** « programme d’attractivité du Lot »: follows the name on covers. */
  @TextColumn() tagline!: string;
  @TextColumn() purpose!: string;
  @TextColumn() carriedBy!: string;
  @TextColumn() territoryCode!: string;
  @TextColumn() visibility!: Visibility;
  @JsonColumn() links!: PublicLink[];
  /** Where a data set comes from, word for word in « Méthode et sources ». */
  @TextColumn() sourceStatement!: string;
  @TextColumn({ nullable: true }) licence!: string | null;
  /** `#14626b`, chosen in Administration; null keeps the colours of Copil. No data set sets it. */
  @TextColumn({ nullable: true }) accentColour!: string | null;
}

/** A year of the programme. Its closing day is when its figures were stopped, not its end. */
@Entity('exercices')
export class ExerciceEntity {
  @PrimaryColumn('integer') year!: number;
  @TextColumn() state!: ExerciceState;
  /** Both null for the civil year of its name. */
  @IsoTextColumn({ nullable: true }) startDate!: string | null;
  @IsoTextColumn({ nullable: true }) endDate!: string | null;
  @IsoTextColumn({ nullable: true }) closingDate!: string | null;
  /** Message title of the year's pages and of « L’essentiel », when the team wrote one. */
  @TextColumn({ nullable: true }) headline!: string | null;
  @TextColumn({ nullable: true }) summary!: string | null;
  /** The list of operations called into question is not complete: print « notamment ». */
  @BooleanColumn() questionedListIsPartial!: boolean;
  /** Instant of the last change of the year's descriptive data, ISO UTC. */
  @IsoTextColumn() updatedAt!: string;
}

/** Why a sealed exercice was reopened. Append-only. */
@Entity('exercice_reopenings')
export class ExerciceReopeningEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() year!: number;
  @TextColumn() reason!: string;
  /** ISO instant, UTC. */
  @IsoTextColumn() recordedAt!: string;
  /** `person:12`. */
  @TextColumn() recordedBy!: string;
}
