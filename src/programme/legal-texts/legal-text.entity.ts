import { Entity, PrimaryColumn } from 'typeorm';
import { IsoTextColumn, TextColumn } from '../../platform/database/columns.js';
import type { LegalTextPage } from './legal-text.types.js';

/** What the team wrote in place of the text that Copil proposes. */
@Entity('legal_texts')
export class LegalTextEntity {
  @PrimaryColumn('text') page!: LegalTextPage;
  @TextColumn() text!: string;
  @IsoTextColumn() updatedAt!: string;
}
