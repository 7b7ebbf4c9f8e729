import { resolve } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../exports/exports.types.js';
import { joinList } from '../kernel/french-text.rules.js';
import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { atMostOne } from './positionals.js';
import { UsageError } from './usage-error.js';
import { counted } from './words.js';
import { readYear } from './year.js';

export const exportCommand: Command = {
  name: 'export',
  synopsis: 'FORMAT [--year Y] --out FILE',
  summary: {
    fr: 'écrit tous les chiffres et les cibles, ou ceux d’un exercice, dans un fichier qui se réimporte (csv, xlsx)',
    en: 'writes every figure and target, or those of a year, into a file that can be imported again (csv, xlsx)',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      year: { type: 'string' },
      out: { type: 'string' },
    });
    const format = formatOf(atMostOne(positionals));
    const year = values.year === undefined ? null : yearOf(values.year);
    const file = resolve(outOf(values.out));
    const { ExportFilesService } = await import('../exports/export-files.service.js');
    const exports = await terminal.service(ExportFilesService);
    const { measurements, targets } = await exports.write(format, year, file);
    const written = [
      counted(measurements, 'chiffre', 'chiffres'),
      counted(targets, 'cible ou référence', 'cibles ou références'),
    ];
    terminal.say(`Écrit dans ${file}\u00a0: ${joinList(written)}.`);
    return 0;
  },
};

function formatOf(text: string | null): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known === text);
  if (format !== undefined) return format;
  throw new UsageError({
    fr: `Indiquez un format : ${EXPORT_FORMATS.join(', ')}.`,
    en: `Name a format: ${EXPORT_FORMATS.join(', ')}.`,
  });
}

function yearOf(text: string): number {
  const year = readYear(text);
  if (year !== null) return year;
  throw new UsageError({
    fr: `« ${text} » n’est pas une année : écrivez par exemple --year 2020.`,
    en: `"${text}" is no year: write --year 2020, for instance.`,
  });
}

function outOf(file: string | undefined): string {
  if (file !== undefined && file !== '' && file !== '-') return file;
  throw new UsageError({
    fr: 'Dites dans quel fichier écrire : --out chiffres.csv.',
    en: 'Say which file to write: --out figures.csv.',
  });
}
