import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../kernel/error-code.js';
import { DomainError } from '../kernel/domain-error.js';
import { parseFile, refusedDataset } from './dataset-issues.js';
import { checkReferences } from './dataset-references.js';
import {
  datasetSchema,
  measurementsFileSchema,
  type Dataset,
  type MeasurementsFile,
} from './dataset.schema.js';

export const DATASET_FILE = 'dataset.json';
export const MEASUREMENTS_FILE = 'measurements.json';

/** The files of a data set, checked as far as they can be without a database. */
export interface DatasetFiles {
  dataset: Dataset;
  measurements: MeasurementsFile;
}

/** Reads and checks a folder. @throws DomainError `no_dataset` or `invalid_dataset`. */
export async function readDatasetFiles(directory: string): Promise<DatasetFiles> {
  const content = await readJson(directory, DATASET_FILE);
  if (content === undefined) {
    throw new DomainError(
      'no_dataset',
      `Le dossier ${directory} ne contient pas de fichier ${DATASET_FILE}. ` +
        'Indiquez un dossier de jeu de données, par exemple seeds/oh-my-lot-2020.',
      404,
    );
  }
  const dataset = parseFile(datasetSchema, DATASET_FILE, content);
  const issues = checkReferences(dataset);
  if (issues.length > 0) throw refusedDataset(issues, DATASET_FILE);
  const figures = (await readJson(directory, MEASUREMENTS_FILE)) ?? { format: 1, batches: [] };
  return { dataset, measurements: parseFile(measurementsFileSchema, MEASUREMENTS_FILE, figures) };
}

/** The JSON of a file, or undefined when there is no such file. */
async function readJson(directory: string, file: string): Promise<unknown> {
  const text = await readText(join(directory, file));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    const message = `ce fichier n’est pas du JSON lisible (${reason}), vérifiez virgules, guillemets et accolades`;
    throw refusedDataset([{ path: '', code: 'invalid_json', message }], file);
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new DomainError('unreadable_dataset', `Le fichier ${path} ne peut pas être lu (${code}).`, 500);
  }
}
