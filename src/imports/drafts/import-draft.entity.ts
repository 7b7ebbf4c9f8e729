import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, JsonColumn, TextColumn } from '../../platform/database/columns.js';
import type { ReadingRefusal } from '../reading/reading.types.js';
import type { DraftAnswers, DraftFileAnswers } from './draft.types.js';

/** Files that somebody dropped and has not decided upon yet. */
@Entity('import_drafts')
export class ImportDraftEntity {
  @PrimaryGeneratedColumn() id!: number;
  /** `person:12`: nobody else sees it. */
  @TextColumn() createdBy!: string;
  @IsoTextColumn() createdAt!: string;
  @JsonColumn() answers!: DraftAnswers;
  /** The batch that it became; null while it waits. */
  @IntegerColumn({ nullable: true }) appliedAs!: number | null;
}

/** One of them, as it may be kept: nothing about people is left in it. */
@Entity('import_draft_files')
export class ImportDraftFileEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() draftId!: number;
  @TextColumn() name!: string;
  @TextColumn() sha256!: string;
  /** Bytes. */
  @IntegerColumn() size!: number;
  /** A `KeptFile`, deflated, in base64; null when it was refused. */
  @TextColumn({ nullable: true }) kept!: string | null;
  @JsonColumn({ nullable: true }) refusal!: ReadingRefusal | null;
  @JsonColumn() answers!: DraftFileAnswers;
}
