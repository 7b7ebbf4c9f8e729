import { resolve } from 'node:path';
import { DomainError } from '../kernel/domain-error.js';
import { writeWholeFile } from '../platform/files/whole-file.js';
import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { atMostOne } from './positionals.js';
import { UsageError } from './usage-error.js';
import { readYear } from './year.js';

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
    const year = yearOf(atMostOne(positionals));
    if (!values.draft) {
      const title = `Aucune édition du bilan ${year} n’est publiée. Pour les chiffres du moment, ajoutez --draft.`;
      throw new DomainError('no_edition', title, 404);
    }
    const { BilanDraftsService } = await import('../bilan/bilan-drafts.service.js');
    const drafts = await terminal.service(BilanDraftsService);
    const { bytes } = await drafts.draft(year);
    const file = resolve(values.out ?? `bilan-${year}-brouillon.pdf`);
    await writeWholeFile(file, [bytes]);
    terminal.say(`Brouillon du bilan ${year} écrit dans ${file}.`);
    return 0;
  },
};

function yearOf(text: string | null): number {
  const year = readYear(text ?? '');
  if (year !== null) return year;
  throw new UsageError({
    fr: 'Indiquez une année, par exemple « bilan 2020 --draft ».',
    en: 'Name a year, for instance "bilan 2020 --draft".',
  });
}
