import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BilanDraftsService } from '../bilan/bilan-drafts.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { readDecimalString } from '../kernel/decimal-string.rules.js';
import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { atMostOne } from './positionals.js';
import { UsageError } from './usage-error.js';
import { errorCode } from '../kernel/error-code.js';

export const bilanCommand: Command = {
  name: 'bilan',
  synopsis: 'YEAR [--out FILE] [--draft]',
  summary: {
    fr: 'écrit le PDF du bilan d’une année, en brouillon avec --draft',
    en: 'writes the PDF of a year’s report, as a draft with --draft',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      out: { type: 'string' },
      draft: { type: 'boolean' },
    });
    const year = readYear(atMostOne(positionals));
    if (!values.draft) {
      const title = `Aucune édition du bilan ${year} n’est publiée. Pour les chiffres du moment, ajoutez --draft.`;
      throw new DomainError('no_edition', title, 404);
    }
    const drafts = await terminal.service(BilanDraftsService);
    const { bytes } = await drafts.draft(year);
    const file = resolve(values.out ?? `bilan-${year}-brouillon.pdf`);
    await writeWhole(file, bytes);
    terminal.say(`Brouillon du bilan ${year} écrit dans ${file}.`);
    return 0;
  },
};

function readYear(text: string | null): number {
  const reading = readDecimalString(text ?? '', 0);
  if (reading.kind === 'value' && reading.value >= 1900 && reading.value < 3000) return reading.value;
  throw new UsageError({
    fr: 'Indiquez une année, par exemple « bilan 2020 --draft ».',
    en: 'Name a year, for instance "bilan 2020 --draft".',
  });
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  } catch (error) {
    const code = errorCode(error) || 'inconnue';
    const title = `Le fichier ${file} ne peut pas être écrit (${code}) : vérifiez le dossier et vos droits.`;
    throw new DomainError('unwritable_file', title, 500);
  }
}
