import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../kernel/domain-error.js';
import { readDatasetFiles } from './dataset-files.js';

const SEED = 'seeds/oh-my-lot-2020';
const SEEDS = [SEED, 'seeds/demonstration'];
const FILES = ['dataset.json', 'measurements.json'] as const;
type Json = Record<string, unknown>;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copil-dataset-'));
  for (const file of FILES) writeFileSync(join(folder, file), readFileSync(join(SEED, file)));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one member of a file, found by its dotted path; undefined takes it away. */
function alter(file: (typeof FILES)[number], path: string, value: unknown): void {
  const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
  const steps = path.split('.');
  const last = steps.pop() as string;
  let at: Json = content;
  for (const step of steps) at = at[step] as Json;
  at[last] = value;
  writeFileSync(join(folder, file), JSON.stringify(content));
}

/** With plain spaces, which is how this file can be read. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** The sentences with which a folder is refused. */
async function refusals(directory = folder): Promise<string[]> {
  try {
    await readDatasetFiles(directory);
  } catch (error) {
    if (error instanceof DomainError)
      return [error.title, ...error.issues.map(({ message }) => message)].map(plain);
    throw error;
  }
  return [];
}

describe('a data set that is right', () => {
  it.each(SEEDS)('%s is accepted', async (seed) => {
    expect(await refusals(seed)).toEqual([]);
  });

  it('may have a byte order mark and no figures', async () => {
    writeFileSync(join(folder, 'dataset.json'), `\ufeff${readFileSync(join(SEED, 'dataset.json'), 'utf8')}`);
    rmSync(join(folder, 'measurements.json'));
    const { measurements } = await readDatasetFiles(folder);
    expect(measurements.batches).toEqual([]);
  });

  it('takes absent members for null and instants to the second', async () => {
    alter('dataset.json', 'recordedAt', '2020-12-17T08:00:00.250Z');
    const { dataset } = await readDatasetFiles(folder);
    expect(dataset.recordedAt).toBe('2020-12-17T08:00:00Z');
    expect(dataset.meetings[0]?.place).toBeNull();
  });
});

describe('a data set that is wrong is refused with its file, its path, what was found and what to write', () => {
  it.each<[string, unknown, string]>([
    ['format', 2, 'dataset.json, format : trouvé 2, écrivez 1.'],
    [
      'code',
      'Été 2020',
      'dataset.json, code : trouvé « Été 2020 », écrivez un code en minuscules sans accent ni espace, par exemple reseaux_sociaux.',
    ],
    [
      'recordedAt',
      'hier',
      'dataset.json, recordedAt : trouvé « hier », écrivez un instant en UTC comme 2020-12-17T08:00:00Z.',
    ],
    ['programme.name', 12, 'dataset.json, programme.name : trouvé 12, écrivez un texte entre guillemets.'],
    [
      'programme.name',
      undefined,
      'dataset.json, programme.name : trouvé rien, écrivez un texte entre guillemets.',
    ],
    ['programme.name', '   ', 'dataset.json, programme.name : trouvé "", écrivez au moins un caractère.'],
    [
      'programme.visibility',
      'tous',
      'dataset.json, programme.visibility : trouvé "tous", écrivez l’une de ces valeurs : "public", "members".',
    ],
    [
      'programme.couleur',
      'vin',
      'dataset.json, programme : membre inconnu « couleur », retirez-le ou corrigez son nom.',
    ],
    [
      'programme.territoryCode',
      'D82',
      'dataset.json, programme.territoryCode : « D82 » n’est pas déclaré dans « territories », ajoutez-le à cette liste ou corrigez-le.',
    ],
    [
      'exercices.0.closingDate',
      '2020-02-30',
      'dataset.json, exercices.0.closingDate : trouvé « 2020-02-30 », écrivez un jour du calendrier comme 2020-12-16.',
    ],
    ['exercices.0.year', 2020.5, 'dataset.json, exercices.0.year : trouvé 2020.5, écrivez un nombre entier.'],
    ['exercices', [], 'dataset.json, exercices : trouvé [], donnez au moins 1 élément.'],
    [
      'indicators.1.subsetOf',
      'AMBASSADEURS',
      'dataset.json, indicators.1.subsetOf : « AMBASSADEURS » n’est déclaré nulle part plus haut, déclarez-le d’abord.',
    ],
    ['indicators.0.decimals', 5, 'dataset.json, indicators.0.decimals : trouvé 5, écrivez au plus 4.'],
    [
      'indicators.0.sentenceOne',
      null,
      'dataset.json, indicators.0.sentenceOther : donnez sentenceOne et sentenceOther ensemble, ou aucun des deux.',
    ],
    [
      'indicators.3.code',
      'VUES-RESEAUX',
      'dataset.json, indicators.3.code : « vues-reseaux » est déjà donné par indicators.2, gardez-en un seul.',
    ],
    [
      'campaigns.4.partners.0.code',
      'CD82',
      'dataset.json, campaigns.4.partners.0.code : « CD82 » n’est pas déclaré dans « organisations », ajoutez-le à cette liste ou corrigez-le.',
    ],
    [
      'campaigns.4.endDate',
      '2020-05-31',
      'dataset.json, campaigns.4.endDate : la fin 2020-05-31 vient avant le début 2020-06-01, corrigez l’une des deux dates.',
    ],
    [
      'campaigns.4.precision',
      'unknown',
      'dataset.json, campaigns.4.precision : trouvé "unknown" : avec une date, écrivez une autre précision.',
    ],
    [
      'campaigns.3.openEnd',
      false,
      'dataset.json, campaigns.3.openEnd : une date manque, donnez les deux dates, ou "openEnd": true quand aucune fin n’est connue.',
    ],
    [
      'campaigns.5.followsCode',
      'OP-2020-ACHATLOT',
      'dataset.json, campaigns.5.followsCode : une opération ne se suit pas elle-même, retirez ce code.',
    ],
    [
      'campaigns.0.year',
      2019,
      'dataset.json, campaigns.0.year : « 2019 » n’est pas déclaré dans « exercices », ajoutez-le à cette liste ou corrigez-le.',
    ],
    [
      'members.1.organisation',
      'CD46',
      'dataset.json, members.1.organisation : « CD46 » est déjà donné par members.0, gardez-en un seul.',
    ],
    [
      'organisations.5.names.1',
      { name: 'France Travail', nameInSentence: 'France Travail' },
      'dataset.json, organisations.5.names.1.validFrom : ce nom commence avant la fin du précédent, datez les noms du plus ancien au plus récent.',
    ],
    [
      'targets',
      [{ kind: 'target', indicator: 'VUES', periodStart: '2020-01-01', periodEnd: '2020-12-31', value: 3 }],
      'dataset.json, targets.0.indicator : « VUES » n’est pas déclaré dans « indicators », ajoutez-le à cette liste ou corrigez-le.',
    ],
  ])('%s: %j', async (path, value, expected) => {
    alter('dataset.json', path, value);
    const [title, ...sentences] = await refusals();
    expect(title).toContain('Le jeu de données est refusé, ');
    expect(title).toContain('rien n’a été chargé.');
    expect(sentences).toContain(expected);
  });

  it.each<[string, unknown, string]>([
    [
      'batches.0.measurements.0.value',
      'treize',
      'measurements.json, batches.0.measurements.0.value : trouvé "treize", écrivez un nombre comme 13000, ou un texte comme "12.50" avec un point décimal.',
    ],
    [
      'batches.0.measurements.2.qualifier',
      'plus_de',
      'measurements.json, batches.0.measurements.2.qualifier : trouvé "plus_de", écrivez l’une de ces valeurs : "exact", "more_than", "at_least", "nearly", "about", "less_than", "up_to", "between".',
    ],
    [
      'batches.0.measurements.0.indicator',
      'visiteurs stand',
      'measurements.json, batches.0.measurements.0.indicator : trouvé « visiteurs stand », écrivez un code en capitales sans accent ni espace, par exemple OP-2020-SPOTS.',
    ],
  ])('%s: %j', async (path, value, expected) => {
    alter('measurements.json', path, value);
    expect(await refusals()).toContain(expected);
  });

  it('is told in French type', async () => {
    alter('dataset.json', 'campaigns.0.channels', ['minitel']);
    await expect(readDatasetFiles(folder)).rejects.toMatchObject({
      title: expect.stringContaining('un élément à corriger\u202f; rien'),
      issues: [{ message: expect.stringContaining('channels.0\u00a0: «\u00a0minitel\u00a0» n’est pas') }],
    });
  });

  it('tells every mistake at once', async () => {
    alter('dataset.json', 'programme.name', 12);
    alter('dataset.json', 'programme.visibility', 'tous');
    expect((await refusals())[0]).toContain('2 éléments à corriger');
  });

  it('says that a file is no JSON, or that there is none', async () => {
    writeFileSync(join(folder, 'measurements.json'), '{"format": 1,');
    expect((await refusals())[1]).toMatch(
      /^measurements\.json : ce fichier n’est pas du JSON lisible \(.+\), vérifiez virgules/,
    );
    rmSync(join(folder, 'dataset.json'));
    expect((await refusals())[0]).toContain('ne contient pas de fichier dataset.json');
    expect((await refusals(join(folder, 'ailleurs')))[0]).toContain('seeds/oh-my-lot-2020');
  });
});
