import { Entity, PrimaryColumn } from 'typeorm';
import { IsoTextColumn, TextColumn } from '../../platform/database/columns.js';

/** A profile learned here, or one of those that come with Copil as it was changed here. */
@Entity('import_profiles')
export class ImportProfileEntity {
  @PrimaryColumn('text') id!: string;
  /** Its JSON, as the files of `profiles/` hold it. */
  @TextColumn() content!: string;
  /** Whose files it was learned from, as they were named: « Imprimerie Boissor ». */
  @TextColumn({ nullable: true }) sender!: string | null;
  @IsoTextColumn() updatedAt!: string;
  @TextColumn() updatedBy!: string;
  /** It recognises nothing any more since then. */
  @IsoTextColumn({ nullable: true }) removedAt!: string | null;
}
