import { Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  AmountColumn,
  IntegerColumn,
  IsoTextColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/database/columns.js';
import type { Absence, Qualifier } from '../../kernel/figure.types.js';
import type { Encoding, ImportReport } from '../import.types.js';
import type { BatchOrigin } from './batch.types.js';

/** Files applied together, by one person or program. */
@Entity('import_batches')
export class ImportBatchEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn() origin!: BatchOrigin;
  /** ISO instants, UTC. */
  @IsoTextColumn() appliedAt!: string;
  /** `person:12`, `token:Stand`, `import:fichier.csv`. */
  @TextColumn() appliedBy!: string;
  @IsoTextColumn({ nullable: true }) undoneAt!: string | null;
  @TextColumn({ nullable: true }) undoneBy!: string | null;
}

/** One of them, with what was told of it. Its bytes are not kept: they may be about people. */
@Entity('import_files')
export class ImportFileEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() batchId!: number;
  @TextColumn() name!: string;
  @TextColumn() sha256!: string;
  /** Bytes. */
  @IntegerColumn() size!: number;
  @TextColumn({ nullable: true }) profile!: string | null;
  @TextColumn({ nullable: true }) encoding!: Encoding | null;
  @IntegerColumn() rowsRead!: number;
  @IntegerColumn() created!: number;
  @IntegerColumn() updated!: number;
  @IntegerColumn() unchanged!: number;
  @JsonColumn() report!: ImportReport;
}

/** Consecutive measurements that a batch brought to the same version number. */
@Entity('import_written')
export class ImportWrittenEntity {
  @PrimaryColumn('integer') batchId!: number;
  @PrimaryColumn('integer') firstId!: number;
  @PrimaryColumn('integer') version!: number;
  @IntegerColumn() lastId!: number;
}

/** A version of a target that a batch wrote. */
@Entity('import_targets')
export class ImportTargetEntity {
  @PrimaryColumn('integer') batchId!: number;
  @PrimaryColumn('integer') targetId!: number;
  @PrimaryColumn('integer') version!: number;
}

/** What a batch said of one item of a source. The newest word on it that was not taken back holds. */
@Entity('import_items')
export class ImportItemEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() batchId!: number;
  @TextColumn() source!: string;
  @TextColumn() item!: string;
  @IntegerColumn() indicatorId!: number;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  @IntegerColumn({ nullable: true }) territoryId!: number | null;
  @TextColumn({ nullable: true }) channel!: string | null;
  @IntegerColumn({ nullable: true }) organisationId!: number | null;
  @IsoTextColumn() periodStart!: string;
  @IsoTextColumn() periodEnd!: string;
  @AmountColumn({ nullable: true }) value!: number | null;
  @AmountColumn({ nullable: true }) valueMax!: number | null;
  @TextColumn({ nullable: true }) qualifier!: Qualifier | null;
  @TextColumn({ nullable: true }) absence!: Absence | null;
}
