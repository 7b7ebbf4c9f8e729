import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A proof of a measurement: the bytes are a file of the data folder under a name that the server chose. */
@Entity('evidence_files')
export class EvidenceFileEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() measurementId!: number;
  @TextColumn({ unique: true }) storedName!: string;
  /** The name it had where it came from: shown and proposed when downloading, never a path here. */
  @TextColumn() originalName!: string;
  @TextColumn() mediaType!: string;
  @TextColumn() sha256!: string;
  /** Bytes. */
  @IntegerColumn() size!: number;
  @IsoTextColumn() addedAt!: string;
  @TextColumn() addedBy!: string;
  @IsoTextColumn({ nullable: true }) removedAt!: string | null;
  @TextColumn({ nullable: true }) removedBy!: string | null;
  @TextColumn({ nullable: true }) removalReason!: string | null;
}
