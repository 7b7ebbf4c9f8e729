import type { TotalChoice } from '../imports/drafts/draft.types.js';
import type { ImportReport } from '../imports/import.types.js';
import type { ReadingAnswers } from '../imports/interpretation.types.js';
import { saidPeriod } from '../imports/profiles/said-period.rules.js';
import { isHeld } from '../imports/waiting-questions.rules.js';
import { readArguments } from './arguments.js';
import type { Command, Terminal } from './command.types.js';
import { namedColumns } from './named-columns.js';
import { UsageError } from './usage-error.js';
import { watchFiles } from './watch-files.js';
import { counted } from './words.js';

export const importCommand: Command = {
  name: 'import',
  synopsis: [
    'FILE... [--profile ID] [--campaign CODE] [--dry-run] [--json]',
    '       [--create] [--totals keep|sum|rounded] [--conflicts keep|replace] [--dates day|month] [--point decimal|thousands]',
    '       [--period 2020-06|2020-06-01/2020-06-30]',
    '       [--indicator CODE --column date=HEADER --column value=HEADER ...]',
    '--watch DIR [the same options]',
  ],
  summary: {
    fr: 'importe des fichiers de chiffres, chacun en entier ou pas du tout',
    en: 'imports files of figures, each whole or not at all',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      profile: { type: 'string' },
      campaign: { type: 'string' },
      create: { type: 'boolean' },
      totals: { type: 'string' },
      conflicts: { type: 'string' },
      dates: { type: 'string' },
      point: { type: 'string' },
      period: { type: 'string' },
      indicator: { type: 'string', multiple: true },
      column: { type: 'string', multiple: true },
      watch: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0 && values.watch === undefined) {
      throw new UsageError({ fr: 'Indiquez au moins un fichier.', en: 'Name at least one file.' });
    }
    const order = oneOf('dates', values.dates, ['day', 'month']);
    const answers: ReadingAnswers = {
      profile: values.profile,
      campaign: values.campaign,
      columns: namedColumns(values.indicator ?? [], values.column ?? [], values.period !== undefined),
      dateOrder: order === undefined ? undefined : order === 'day' ? 'day_first' : 'month_first',
      point: oneOf('point', values.point, ['decimal', 'thousands']),
      period: periodOf(values.period),
      conflicts: oneOf('conflicts', values.conflicts, ['keep', 'replace']),
    };
    const totals: TotalChoice | undefined = oneOf('totals', values.totals, ['keep', 'sum', 'rounded']);
    const dryRun = values['dry-run'] === true;
    if (values.profile !== undefined) await requireProfile(values.profile, terminal);
    const { ImportsService } = await import('../imports/imports.service.js');
    const imports = await terminal.service(ImportsService);
    const options = { dryRun, create: values.create === true, totals, answers };
    if (values.watch !== undefined) {
      if (dryRun || positionals.length > 0) throw watchAlone();
      return watchFiles(values.watch, { options, json: values.json === true }, terminal);
    }
    const outcome = await imports.importFiles(positionals, options);
    if (values.json) terminal.say(JSON.stringify(outcome));
    else {
      for (const report of outcome.files) tell(report, dryRun, terminal);
      for (const { message, choices } of outcome.proposals) {
        terminal.say(message);
        for (const { choice, label } of choices) terminal.say(`  --totals ${choice} : ${label}`);
      }
    }
    return outcome.files.some((report) => isStopped(report, dryRun)) ? 1 : 0;
  },
};

const watchAlone = (): UsageError =>
  new UsageError({
    fr: '--watch surveille un dossier : ni fichiers ni --dry-run avec lui.',
    en: '--watch looks at a folder: neither files nor --dry-run with it.',
  });

/** @throws UsageError for what is neither a profile that comes with Copil nor one of this installation */
async function requireProfile(id: string, terminal: Terminal): Promise<void> {
  const { ProfilesService } = await import('../imports/profiles/profiles.service.js');
  const profiles = await terminal.service(ProfilesService);
  const known = await profiles.all();
  if (known.some((one) => one.id === id)) return;
  const ids = known.map((one) => one.id).join(', ');
  throw new UsageError({
    fr: `Le profil « ${id} » n’existe pas : ${ids}.`,
    en: `No such profile "${id}": ${ids}.`,
  });
}

function periodOf(given: string | undefined): string | undefined {
  if (given === undefined || saidPeriod(given) !== null) return given;
  throw new UsageError({
    fr: `--period vaut 2020-06, ou 2020-06-01/2020-06-30, pas « ${given} ».`,
    en: `--period is 2020-06, or 2020-06-01/2020-06-30, not "${given}".`,
  });
}

/** A trial may leave questions: it keeps nothing anyway. */
const isStopped = (report: ImportReport, dryRun: boolean): boolean =>
  dryRun ? report.rejected.length > 0 : isHeld(report);

function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (given === undefined) return undefined;
  const word = words.find((known) => known === given);
  if (word !== undefined) return word;
  throw new UsageError({
    fr: `--${option} vaut ${words.join(' ou ')}, pas « ${given} ».`,
    en: `--${option} is ${words.join(' or ')}, not "${given}".`,
  });
}

function tell(report: ImportReport, dryRun: boolean, terminal: Terminal): void {
  const { file, profile, profileName, encoding, rowsRead, rejected, personalColumns } = report;
  const recognised =
    profile === null
      ? 'format non reconnu'
      : `${profileName ?? profile}${encoding === null ? '' : `, ${encoding}`}`;
  terminal.say(`${file} (${recognised}) : ${counted(rowsRead, 'ligne lue', 'lignes lues')}.`);
  for (const { reason, count } of report.rowsLeftOut) {
    terminal.say(`  ${counted(count, 'ligne laissée', 'lignes laissées')} de côté : ${reason}.`);
  }
  if (personalColumns.length > 0)
    terminal.say(`  Colonnes sur des personnes, non conservées : ${personalColumns.join(', ')}.`);
  for (const { column, reason } of report.ignoredColumns)
    terminal.say(`  Colonne « ${column} » non importée : ${reason}.`);
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

function outcome(report: ImportReport, dryRun: boolean): string {
  const { created, updated, unchanged } = report;
  const figures = `${counted(created, 'chiffre créé', 'chiffres créés')}, ${counted(updated, 'modifié', 'modifiés')}, ${counted(unchanged, 'inchangé', 'inchangés')}.`;
  if (dryRun) return `Essai, rien n’a été enregistré. Ce serait : ${figures}`;
  return isHeld(report) ? 'Rien n’a été enregistré : répondez d’abord à la question ci-dessus.' : figures;
}
