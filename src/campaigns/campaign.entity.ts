import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Precision } from '../kernel/period.types.js';
import {
  BooleanColumn,
  IntegerColumn,
  IsoTextColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { CampaignStatus, PartnerRole } from './campaign.types.js';

/** An operation of the programme. */
@Entity('campaigns')
export class CampaignEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  /** The exercice in whose bilan it stands. */
  @IntegerColumn() year!: number;
  @IntegerColumn() position!: number;
  @TextColumn() name!: string;
  /** For charts and tiles: « Salon du travail, Paris ». */
  @TextColumn() shortName!: string;
  @TextColumn() status!: CampaignStatus;
  /** « contexte sanitaire ». */
  @TextColumn({ nullable: true }) statusReason!: string | null;
  @IsoTextColumn({ nullable: true }) statusSince!: string | null;
  /** Dates as far as they are known; precision says how finely. Both null: unknown. */
  @IsoTextColumn({ nullable: true }) startDate!: string | null;
  @IsoTextColumn({ nullable: true }) endDate!: string | null;
  @TextColumn() precision!: Precision;
  /** « dès avril »: no end was given. */
  @BooleanColumn() openEnd!: boolean;
  @TextColumn({ nullable: true }) place!: string | null;
  @TextColumn({ nullable: true }) audience!: string | null;
  @TextColumn({ nullable: true }) purpose!: string | null;
  /** Qualitative facts, each a sentence. */
  @JsonColumn() facts!: string[];
  /** A judgement given by the team: « a rencontré un franc succès ». */
  @TextColumn({ nullable: true }) appreciation!: string | null;
  /** What comes next: « se poursuivra en 2021 avec de nouvelles actions ». */
  @TextColumn({ nullable: true }) continuation!: string | null;
  /** Code of the campaign this one follows. */
  @TextColumn({ nullable: true }) followsCode!: string | null;
  /** Codes of channels. */
  @JsonColumn() channels!: string[];
  @TextColumn({ nullable: true }) link!: string | null;
  /** Dated, sourced remark shown apart: « date à confirmer ». */
  @TextColumn({ nullable: true }) note!: string | null;
  @IsoTextColumn() updatedAt!: string;
}

@Entity('campaign_partners')
export class CampaignPartnerEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() campaignId!: number;
  @IntegerColumn() organisationId!: number;
  @TextColumn() role!: PartnerRole;
  @IntegerColumn() position!: number;
}
