import { Entity, PrimaryColumn } from 'typeorm';
import { BytesColumn, IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { LogoMediaType } from './image-type.rules.js';

/** The mark of the programme (row 1), kept in the database so that a backup holds it. */
@Entity('programme_logos')
export class ProgrammeLogoEntity {
  @PrimaryColumn('integer') id!: number;
  @TextColumn() mediaType!: LogoMediaType;
  @BytesColumn() content!: Buffer;
  @TextColumn() sha256!: string;
  @IsoTextColumn() updatedAt!: string;
}
