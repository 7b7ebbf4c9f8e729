import type { ImportReport } from '../imports/import.types.js';
import { ImportsService } from '../imports/imports.service.js';
import { readArguments } from './arguments.js';
import type { Command, Terminal } from './command.types.js';
import { UsageError } from './usage-error.js';
import { counted } from './words.js';

const PROFILES = ['standard-v1'];

export const importCommand: Command = {
  name: 'import',
  synopsis: 'FILE... [--profile ID] [--dry-run] [--json]',
  summary: {
    fr: 'importe des fichiers de chiffres, chacun en entier ou pas du tout',
    en: 'imports files of figures, each whole or not at all',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      profile: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0) {
      throw new UsageError({ fr: 'Indiquez au moins un fichier.', en: 'Name at least one file.' });
    }
    if (values.profile !== undefined && !PROFILES.includes(values.profile)) {
      throw new UsageError({
        fr: `Le profil « ${values.profile} » n’existe pas : ${PROFILES.join(', ')}.`,
        en: `No such profile "${values.profile}": ${PROFILES.join(', ')}.`,
      });
    }
    const dryRun = values['dry-run'] === true;
    const imports = await terminal.service(ImportsService);
    const files: ImportReport[] = [];
    for (const path of positionals) {
      const report = await imports.importFile(path, { dryRun });
      files.push(report);
      if (!values.json) tell(report, dryRun, terminal);
    }
    if (values.json) terminal.say(JSON.stringify({ files }));
    return files.some((report) => report.rejected.length > 0) ? 1 : 0;
  },
};

function tell(report: ImportReport, dryRun: boolean, terminal: Terminal): void {
  const { file, profile, encoding, rowsRead, rejected } = report;
  const recognised = profile === null ? 'format non reconnu' : `format ${profile}, ${encoding}`;
  terminal.say(`${file} (${recognised}) : ${counted(rowsRead, 'ligne lue', 'lignes lues')}.`);
  for (const { reason, count } of report.rowsLeftOut) {
    terminal.say(`  ${counted(count, 'ligne laissée', 'lignes laissées')} de côté : ${reason}.`);
  }
  for (const question of report.questions) {
    terminal.say(`  Question : ${question.message}`);
    for (const choice of question.choices) terminal.say(`    – ${choice}`);
  }
  if (rejected.length === 0) {
    terminal.say(`  ${outcome(report, dryRun)}`);
    return;
  }
  for (const { line, column, message } of rejected) {
    terminal.complain(`  Ligne ${line}${column === '' ? '' : `, colonne ${column}`} : ${message}`);
  }
  const refusals = counted(rejected.length, 'refus', 'refus');
  terminal.complain(`  ${file} : ${refusals}, rien n’a été enregistré. Corrigez le fichier et recommencez.`);
}

function outcome({ created, updated, unchanged }: ImportReport, dryRun: boolean): string {
  const figures = `${counted(created, 'chiffre créé', 'chiffres créés')}, ${counted(updated, 'modifié', 'modifiés')}, ${counted(unchanged, 'inchangé', 'inchangés')}.`;
  return dryRun ? `Essai, rien n’a été enregistré. Ce serait : ${figures}` : figures;
}
