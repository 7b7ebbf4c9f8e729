import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, IsoTextColumn, TextColumn } from '../database/columns.js';
import type { Facet } from './audit.types.js';

/** The journal: a chain that the database itself forbids to change. */
@Entity('audit_entries')
export class AuditEntryEntity {
  @PrimaryColumn('integer') id!: number;
  @IsoTextColumn() at!: string;
  @TextColumn() actor!: string;
  @TextColumn() action!: string;
  @TextColumn({ nullable: true }) subject!: string | null;
  @TextColumn({ nullable: true }) before!: string | null;
  @TextColumn({ nullable: true }) after!: string | null;
  @TextColumn({ nullable: true }) requestId!: string | null;
  @TextColumn({ nullable: true }) detailsDigest!: string | null;
  @TextColumn({ nullable: true }) addressDigest!: string | null;
  @TextColumn() previousHash!: string;
  @TextColumn({ unique: true }) hash!: string;
}

/** What is personal in the journal, apart so that it can be purged without breaking the chain. */
@Entity('audit_personal')
export class AuditPersonalEntity {
  @PrimaryColumn('integer') entryId!: number;
  @PrimaryColumn('text') facet!: Facet;
  @IntegerColumn({ nullable: true }) personId!: number | null;
  @TextColumn() content!: string;
  @TextColumn({ nullable: true }) salt!: string | null;
}

/** The end of the chain, signed with the installation's key: a chain rewritten or cut by other hands shows. */
@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn('integer') id!: number;
  @IntegerColumn() entryId!: number;
  @TextColumn() hash!: string;
  @TextColumn() mac!: string;
}
