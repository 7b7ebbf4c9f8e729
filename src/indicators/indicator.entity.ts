import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { BooleanColumn, IntegerColumn, IsoTextColumn, TextColumn } from '../platform/database/columns.js';
import type { Aggregation, ChainLevel, Direction, Nature } from './indicator.types.js';

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
  @TextColumn({ nullable: true }) definition!: string | null;
  /** Public caveat: « source non précisée dans le communiqué ». */
  @TextColumn({ nullable: true }) note!: string | null;
  @IsoTextColumn() updatedAt!: string;
}
