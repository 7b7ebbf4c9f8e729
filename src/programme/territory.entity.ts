import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, TextColumn } from '../platform/database/columns.js';

@Entity('territories')
export class TerritoryEntity {
  @PrimaryGeneratedColumn() id!: number;
  @TextColumn({ unique: true }) code!: string;
  @TextColumn() level!: string;
  @TextColumn({ nullable: true }) inseeCode!: string | null;
  @TextColumn() name!: string;
  @IntegerColumn({ nullable: true }) parentId!: number | null;
}
