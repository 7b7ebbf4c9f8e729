import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  BooleanColumn,
  IntegerColumn,
  IsoTextColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type {
  Aggregation,
  ChainLevel,
  CostKind,
  DefiningContent,
  Direction,
  Frequency,
  Nature,
} from './indicator.types.js';

@Entity('indicators')
export class IndicatorEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  /** Order in lists and figures, from 1. */
  @IntegerColumn() position!: number;
  /** Title of a tile: « Visiteurs accueillis sur le stand ». */
  @TextColumn() name!: string;
  /** For chart axes: « Visiteurs du stand ». */
  @TextColumn() shortName!: string;
  /** Follow the number: « visiteur accueilli sur le stand », « visiteurs accueillis sur le stand ». */
  @TextColumn() labelOne!: string;
  @TextColumn() labelOther!: string;
  /** Follow the number in a narrative sentence: « visiteurs ont été accueillis sur le stand ». Null: the label. */
  @TextColumn({ nullable: true }) sentenceOne!: string | null;
  @TextColumn({ nullable: true }) sentenceOther!: string | null;
  @BooleanColumn() elision!: boolean;
  /** « personne », « vue », « % », « € »: what one unit is. */
  @TextColumn() unit!: string;
  /** Glued to the number when the unit is a symbol, else null. */
  @TextColumn({ nullable: true }) symbol!: string | null;
  @IntegerColumn() decimals!: number;
  /** Variations are printed with their sign. */
  @BooleanColumn() signed!: boolean;
  @TextColumn() nature!: Nature;
  @TextColumn() aggregationTime!: Aggregation;
  @TextColumn() aggregationTerritory!: Aggregation;
  @TextColumn() aggregationChannel!: Aggregation;
  @TextColumn() direction!: Direction;
  @TextColumn() chainLevel!: ChainLevel;
  /** Shown among the key figures of the dashboard and of « L’essentiel ». */
  @BooleanColumn() keyFigure!: boolean;
  /** One person may be counted several times: « non cumulable ». */
  @BooleanColumn() overlapping!: boolean;
  /** A stock without a value in the year shows its last known one. */
  @BooleanColumn() carriesLastValue!: boolean;
  /** Parent of a « dont »: this indicator counts a part of it. */
  @IntegerColumn({ nullable: true }) subsetOfId!: number | null;
  /** Terms of a rate (numerator over denominator); the denominator alone weights a mean. */
  @IntegerColumn({ nullable: true }) numeratorId!: number | null;
  @IntegerColumn({ nullable: true }) denominatorId!: number | null;
  /** What one over one is worth in the indicator's unit: 100 for a rate in percent. */
  @IntegerColumn({ default: 1 }) factor!: number;
  /** The step before in a distribution chain: never more is delivered than was ordered. */
  @IntegerColumn({ nullable: true }) chainAfterId!: number | null;
  /** Its breakdown is complete: the parts make the total. Otherwise the rest is « non ventilé ». */
  @BooleanColumn({ default: false }) exhaustive!: boolean;
  /** Days after which the last known value of a stock is too old to stand. */
  @IntegerColumn({ nullable: true }) carryMaxDays!: number | null;
  /** Month and day, `01-01`, on which a running total starts again from zero each year; null: never. */
  @TextColumn({ nullable: true }) restartsOn!: string | null;
  /** Money committed or spent, for the cost of a result. */
  @TextColumn({ nullable: true }) costKind!: CostKind | null;
  /** How it is counted, for whoever checks it. */
  @TextColumn({ nullable: true }) method!: string | null;
  /** Who produces the values: « Lot Tourisme, comptage aux guichets ». */
  @TextColumn({ nullable: true }) producer!: string | null;
  /** Who answers for it. */
  @TextColumn({ nullable: true }) owner!: string | null;
  @TextColumn({ nullable: true }) frequency!: Frequency | null;
  /** Days after the end of a period within which its value is expected. */
  @IntegerColumn({ nullable: true }) dueDays!: number | null;
  /** Number of the present definition, and the day from which it holds; null: from the start. */
  @IntegerColumn({ default: 1 }) version!: number;
  @IsoTextColumn({ nullable: true }) validFrom!: string | null;
  /** Last day on which it was counted; null while it is. */
  @IsoTextColumn({ nullable: true }) retiredOn!: string | null;
  @TextColumn({ nullable: true }) definition!: string | null;
  /** Public caveat: « source non précisée dans le communiqué ». */
  @TextColumn({ nullable: true }) note!: string | null;
  @IsoTextColumn() updatedAt!: string;
}

/** One definition that an indicator has had. Append-only: triggers refuse updates and deletes. */
@Entity('indicator_versions')
export class IndicatorVersionEntity {
  @PrimaryGeneratedColumn() id!: number;
  @IntegerColumn() indicatorId!: number;
  /** From 1. */
  @IntegerColumn() version!: number;
  /** First day of this definition; null: from the start. */
  @IsoTextColumn({ nullable: true }) validFrom!: string | null;
  @JsonColumn() content!: DefiningContent;
  /** What was counted before is not to be compared with what is counted from then on. */
  @BooleanColumn() breaksSeries!: boolean;
  @TextColumn({ nullable: true }) reason!: string | null;
  @IsoTextColumn() recordedAt!: string;
  /** `person:12`, `data-set:oh-my-lot-2020`; `system` for what was there before versions were kept. */
  @TextColumn() recordedBy!: string;
}
