import { Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import type { Precision } from '../kernel/period.types.js';
import { AmountColumn, IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';
import type { Part } from './measurement-part.rules.js';
import type { MeasurementStatus } from './measurement.types.js';

/** What is measured, where and when: the natural key. What was found stands in its versions. */
@Entity('measurements')
export class MeasurementEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() indicatorId!: number;
  @IntegerColumn({ nullable: true }) campaignId!: number | null;
  @IntegerColumn({ nullable: true }) territoryId!: number | null;
  @TextColumn({ nullable: true }) channel!: string | null;
  @IntegerColumn({ nullable: true }) organisationId!: number | null;
  @IsoTextColumn() periodStart!: string;
  @IsoTextColumn() periodEnd!: string;
  /** Number of its newest version, from 1. */
  @IntegerColumn() version!: number;
  /** Number of the version that stands, the newest validated or withdrawn one; 0 when none does. */
  @IntegerColumn() standing!: number;
  /** Where what stands counts: see `PARTS`. */
  @IntegerColumn() part!: Part;
}

/** One thing somebody said about a measurement. Append-only: triggers refuse updates and deletes. */
@Entity('measurement_versions')
export class MeasurementVersionEntity {
  @PrimaryColumn('integer') measurementId!: number;
  @PrimaryColumn('integer') version!: number;
  @AmountColumn({ nullable: true }) value!: number | null;
  @AmountColumn({ nullable: true }) valueMax!: number | null;
  @TextColumn({ nullable: true }) qualifier!: Qualifier | null;
  @TextColumn({ nullable: true }) absence!: Absence | null;
  @TextColumn() status!: MeasurementStatus;
  @TextColumn() marking!: Marking;
  @TextColumn() precision!: Precision;
  @TextColumn({ nullable: true }) source!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @TextColumn({ nullable: true }) internalNote!: string | null;
  /** ISO instant, UTC. */
  @IsoTextColumn() recordedAt!: string;
  /** Who or what recorded it: `data-set:oh-my-lot-2020`, `token:Stand`, `import:fichier.csv`. */
  @TextColumn() recordedBy!: string;
  /** Why this version replaced the one before, when somebody said so. */
  @TextColumn({ nullable: true }) reason!: string | null;
}

/** The sum of the exact values of one slice in one month, of one marking and source. Kept by `RollUpsRepository`. */
@Entity('measurement_months')
export class MeasurementMonthEntity {
  /** June 2020 is 202006. */
  @PrimaryColumn('integer') month!: number;
  @PrimaryColumn('integer') indicatorId!: number;
  /** 0 for none, here and below; an empty text for no channel and no source. */
  @PrimaryColumn('integer') campaignId!: number;
  @PrimaryColumn('integer') territoryId!: number;
  @PrimaryColumn('text') channel!: string;
  @PrimaryColumn('integer') organisationId!: number;
  /** Days or whole months. */
  @PrimaryColumn('integer') part!: Part;
  @PrimaryColumn('text') marking!: Marking;
  @PrimaryColumn('text') source!: string;
  @IntegerColumn() measurements!: number;
  @AmountColumn() total!: number;
  @IsoTextColumn() firstDay!: string;
  @IsoTextColumn() lastDay!: string;
  /** When the newest of them was recorded. */
  @IsoTextColumn() recordedAt!: string;
}

/** The sum of what the slices of a campaign come to in one month: those that fill the same dimensions. */
@Entity('campaign_months')
export class CampaignMonthEntity {
  @PrimaryColumn('integer') month!: number;
  @PrimaryColumn('integer') indicatorId!: number;
  @PrimaryColumn('integer') campaignId!: number;
  /** The dimensions that they fill: 1 territory, 2 channel, 4 organisation, added up. */
  @PrimaryColumn('integer') shape!: number;
  @PrimaryColumn('integer') part!: Part;
  @PrimaryColumn('text') marking!: Marking;
  @PrimaryColumn('text') source!: string;
  @IntegerColumn() measurements!: number;
  @AmountColumn() total!: number;
  @IsoTextColumn() firstDay!: string;
  @IsoTextColumn() lastDay!: string;
  @IsoTextColumn() recordedAt!: string;
}

/** What one territory, channel or organisation of a campaign comes to in a civil year. */
@Entity('campaign_shares')
export class CampaignShareEntity {
  @PrimaryColumn('integer') year!: number;
  @PrimaryColumn('integer') indicatorId!: number;
  @PrimaryColumn('integer') campaignId!: number;
  /** 1 territory, 2 channel, 4 organisation. */
  @PrimaryColumn('integer') axis!: number;
  /** Identifier of a territory or an organisation, code of a channel. */
  @PrimaryColumn('text') member!: string;
  @PrimaryColumn('text') marking!: Marking;
  @IntegerColumn() measurements!: number;
  @AmountColumn() total!: number;
}

/** A word that changes with the codes that measurements may name. Triggers write it. */
@Entity('vocabulary_state')
export class VocabularyStateEntity {
  @PrimaryColumn('integer') id!: number;
  @TextColumn() token!: string;
}
