import { IndicatorChangesService } from '../../src/administration/indicators/indicator-changes.service.js';
import { newIndicatorBody } from '../../src/administration/indicators/indicators.schema.js';
import { TerritoriesService } from '../../src/programme/territories/territories.service.js';
import { definitionFields } from '../support/indicator-form.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

const INDICATORS = '/administration/indicateurs';

/** An indicator that no figure is about. */
async function newIndicator(world: World): Promise<string> {
  const code = `INDICATEUR_${world.unique()}`;
  const { code: _, intent: __, ...described } = newIndicatorBody.parse({ code, ...definitionFields(code) });
  await world.get(IndicatorChangesService).create(code, described);
  return code;
}
async function retiredIndicator(world: World): Promise<string> {
  const code = await newIndicator(world);
  await world.get(IndicatorChangesService).retire(code, '2020-12-31');
  return code;
}

/** Indicators: what is counted, in which order, until when. */
export const INDICATOR_ROWS: readonly Row[] = [
  get(INDICATORS, 'vocabulary:manage'),
  get(`${INDICATORS}/nouveau`, 'vocabulary:manage'),
  get(`${INDICATORS}/:code`, 'vocabulary:manage', `${INDICATORS}/visiteurs-stand`),
  post(INDICATORS, 'vocabulary:manage', ({ unique }) => ({
    path: INDICATORS,
    form: { code: `NOUVEAU_${unique()}`, ...definitionFields('Nouveau') },
  })),
  post(`${INDICATORS}/:code`, 'vocabulary:manage', async (world) => ({
    path: `${INDICATORS}/${await newIndicator(world)}`,
    form: definitionFields('Autre nom'),
  })),
  post(`${INDICATORS}/:code/place`, 'vocabulary:manage', async (world) => ({
    path: `${INDICATORS}/${await newIndicator(world)}/place`,
    form: { direction: 'up' },
  })),
  post(`${INDICATORS}/:code/retrait`, 'vocabulary:manage', async (world) => ({
    path: `${INDICATORS}/${await newIndicator(world)}/retrait`,
    form: { on: '2020-12-31' },
  })),
  post(`${INDICATORS}/:code/retrait/annulation`, 'vocabulary:manage', async (world) => ({
    path: `${INDICATORS}/${await retiredIndicator(world)}/retrait/annulation`,
    form: {},
  })),
];

const TERRITORIES = '/administration/territoires';

async function newTerritory(world: World): Promise<string> {
  const code = `SECTEUR-${world.unique()}`;
  await world
    .get(TerritoriesService)
    .create({ code, level: 'secteur', name: code, inseeCode: null, parentCode: 'D46' });
  return code;
}

/** Territories: those of a département, and those of the programme's own. */
export const TERRITORY_ROWS: readonly Row[] = [
  get(TERRITORIES, 'vocabulary:manage'),
  get(`${TERRITORIES}/:code`, 'vocabulary:manage', `${TERRITORIES}/d46`),
  post(TERRITORIES, 'vocabulary:manage', ({ unique }) => ({
    path: TERRITORIES,
    form: { code: `VALLON-${unique()}`, name: 'Vallon', level: 'secteur', parentCode: 'D46', inseeCode: '' },
  })),
  post(
    `${TERRITORIES}/decoupage/ajout`,
    'vocabulary:manage',
    () => ({ path: `${TERRITORIES}/decoupage/ajout`, form: { departement: '975' } }),
    { unrecorded: 'its territories may be there already' },
  ),
  post(`${TERRITORIES}/:code`, 'vocabulary:manage', async (world) => ({
    path: `${TERRITORIES}/${await newTerritory(world)}`,
    form: { name: 'Autre nom', parentCode: '', inseeCode: '' },
  })),
];
