import { readFileSync } from 'node:fs';
import type { Territory } from '../programme.types.js';
import { planTerritories, readDepartements, readOfficialTerritories } from './territory-reference.rules.js';

const LOT = readOfficialTerritories(readFileSync('reference/territories/46.tsv', 'utf8'));
const LINES = [
  'departement\t46\tLot',
  'intercommunalite\t200023737\tCA du Grand Cahors',
  "commune\t46042\tL'Hospitalet\t200023737",
  'commune\t46264\tSalvagnac-Cajarc\t200067445',
  'commune\t46265\tSeule\t',
  'region\t76\tOccitanie',
];
const OFFICIAL = readOfficialTerritories(`${LINES.join('\n')}\n`);
const known = (code: string, more: Partial<Territory> = {}): Territory => ({
  id: 1,
  code,
  level: 'commune',
  inseeCode: null,
  name: code,
  parentCode: null,
  ...more,
});
const D46 = known('D46', { level: 'departement', inseeCode: '46', name: 'Lot' });

describe('the official list of a département', () => {
  it('is read with its names in full and in French typography', () => {
    expect(OFFICIAL).toEqual([
      { level: 'departement', inseeCode: '46', name: 'Lot', within: null },
      {
        level: 'intercommunalite',
        inseeCode: '200023737',
        name: 'Communauté d’agglomération du Grand Cahors',
        within: null,
      },
      { level: 'commune', inseeCode: '46042', name: 'L’Hospitalet', within: '200023737' },
      { level: 'commune', inseeCode: '46264', name: 'Salvagnac-Cajarc', within: '200067445' },
      { level: 'commune', inseeCode: '46265', name: 'Seule', within: null },
    ]);
  });

  it('holds the nine intercommunalities and 312 communes of the Lot', () => {
    const count = (level: string): number => LOT.filter((one) => one.level === level).length;
    expect([count('departement'), count('intercommunalite'), count('commune')]).toEqual([1, 9, 312]);
    expect(new Set(LOT.map(({ inseeCode }) => inseeCode)).size).toBe(322);
  });

  it('may be that of any département', () => {
    const departements = readDepartements(readFileSync('reference/territories/departements.tsv', 'utf8'));
    expect(departements.length).toBeGreaterThan(100);
    expect(departements).toContainEqual({ code: '2A', name: 'Corse-du-Sud' });
    expect(departements).toContainEqual({ code: '21', name: 'Côte-d’Or' });
  });
});

describe('adding a département', () => {
  it('puts communes in their intercommunality, or in the département when that one is elsewhere', () => {
    const { created, updated, unchanged } = planTerritories(OFFICIAL, []);
    expect(created.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['D46', null],
      ['200023737', 'D46'],
      ['46042', '200023737'],
      ['46264', 'D46'],
      ['46265', 'D46'],
    ]);
    expect([updated, unchanged]).toEqual([[], 0]);
  });

  it('changes nothing the second time', () => {
    const first = planTerritories(LOT, [D46]);
    expect([first.created.length, first.updated, first.unchanged]).toEqual([321, [], 1]);
    const stored = [D46, ...first.created.map((one, index) => ({ ...one, id: index + 2 }))];
    expect(planTerritories(LOT, stored)).toEqual({ created: [], updated: [], unchanged: 322 });
  });

  it('finds again by official code, by code or by name, and never doubles', () => {
    const there = [
      D46,
      known('GRAND-CAHORS', { level: 'epci', inseeCode: '200023737', name: 'Grand Cahors' }),
      known('HOSPITALET', { name: "l'hospitalet" }),
      known('46264', { name: 'Salvagnac' }),
    ];
    const { created, updated } = planTerritories(OFFICIAL, there);
    expect(created.map(({ code }) => code)).toEqual(['46265']);
    expect(updated).toEqual([
      {
        code: 'GRAND-CAHORS',
        level: 'epci',
        inseeCode: '200023737',
        name: 'Communauté d’agglomération du Grand Cahors',
        parentCode: 'D46',
      },
      {
        code: 'HOSPITALET',
        level: 'commune',
        inseeCode: '46042',
        name: 'L’Hospitalet',
        parentCode: 'GRAND-CAHORS',
      },
      { code: '46264', level: 'commune', inseeCode: '46264', name: 'Salvagnac-Cajarc', parentCode: 'D46' },
    ]);
  });

  it('knows an intercommunality by the name that was typed, whatever its level is called, and nothing else by it', () => {
    const name = 'Communaute d’agglomeration du Grand Cahors';
    const plan = planTerritories(OFFICIAL, [
      known('GC', { level: 'epci', name }),
      known('PAYS', { name: 'Lot' }),
      known('AUTRE', { inseeCode: '1', name: 'Seule' }),
    ]);
    expect(plan.updated.map(({ code }) => code)).toEqual(['GC']);
    expect(plan.created).toHaveLength(4);
  });

  it('leaves a territory where somebody put it in one of their own, and follows the list elsewhere', () => {
    const there = [
      D46,
      known('PAYS', { level: 'pays' }),
      known('46265', { inseeCode: '46265', name: 'Seule', parentCode: 'PAYS' }),
      known('46042', { inseeCode: '46042', name: 'L’Hospitalet', parentCode: 'D46' }),
      known('46264', { inseeCode: '46264', name: 'Salvagnac-Cajarc', parentCode: 'GONE' }),
    ];
    const { updated } = planTerritories(OFFICIAL, there);
    expect(updated.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['46042', '200023737'],
      ['46264', 'D46'],
    ]);
  });

  it('makes do with a list that names no département', () => {
    const [, , commune] = OFFICIAL;
    if (commune === undefined) throw new Error('no commune');
    expect(planTerritories([commune], []).created).toMatchObject([{ code: '46042', parentCode: null }]);
    const placed = known('46042', { inseeCode: '46042', name: 'L’Hospitalet', parentCode: 'D46' });
    expect(planTerritories([commune], [D46, placed])).toMatchObject({ updated: [], unchanged: 1 });
  });
});
