import type { IndicatorSketch, Interpretation, InterpretationContext } from '../interpretation.types.js';
import type { ReadFile } from '../reading/reading.types.js';
import { readApiTable } from './api-table.rules.js';
import { Findings } from './findings.rules.js';
import { glimpseOf } from './glimpse.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import { learnedProfile } from './learned-profile.rules.js';
import { personalHeaders, personalRegions } from './personal-regions.rules.js';
import { chooseProfile, type ProfileChoice } from './profile-choice.rules.js';
import { readStandardTable } from './standard-table.rules.js';
import { readTableFile } from './table-file.rules.js';

/** Says what a file says: with the profile that recognises it, the one chosen, or the columns chosen. */
export function interpret(
  file: ReadFile,
  profiles: readonly ImportProfile[],
  context: InterpretationContext,
): Interpretation {
  const choice = chooseProfile(file, profiles, context.answers);
  if (choice.profile !== null) return told(choice.profile, choice, file, context);
  const glimpse = choice.rejected === null ? glimpseOf(file, context) : null;
  const { columns } = context.answers;
  if (columns === undefined || glimpse === null) {
    const nothing = new Findings();
    if (choice.rejected !== null) nothing.reject(choice.rejected);
    return { ...interpretationOf(nothing, null, file), glimpse };
  }
  const made = learnedProfile(columns, glimpse, { id: 'colonnes', name: 'Colonnes choisies', sender: null });
  const findings = readTableFile(file, made, context);
  return { ...interpretationOf(findings, { ...made, source: null }, file), glimpse };
}

function told(
  profile: ImportProfile,
  { recognition, question }: ProfileChoice,
  file: ReadFile,
  context: InterpretationContext,
): Interpretation {
  const read = { table: readTableFile, standard: readStandardTable, api: readApiTable }[profile.reading];
  const findings = read(file, profile, context);
  const interpretation = interpretationOf(findings, profile, file);
  const { id, name } = profile;
  const questions = question === null ? interpretation.questions : [question, ...interpretation.questions];
  return { ...interpretation, profile: { id, name, recognition }, questions };
}

function interpretationOf(findings: Findings, profile: ImportProfile | null, file: ReadFile): Interpretation {
  const { observations } = findings;
  const used = new Set(observations.map(({ channel }) => channel));
  return {
    profile: null,
    rowsRead: findings.rowsRead,
    rowsLeftOut: findings.rowsLeftOut,
    personalColumns: personalHeaders(personalRegions(file, profile)),
    ignoredColumns: findings.ignored,
    dateForm: findings.dateForm,
    observations,
    rowsAddUp: profile?.reading === 'table',
    targets: findings.targets,
    sketches: sketchesOf(findings, profile),
    channels: profile?.channels.filter(({ code }) => used.has(code)) ?? [],
    source: profile?.source ?? null,
    asksCampaign: profile?.asksCampaign ?? false,
    kind: profile?.kind ?? 'flow',
    rejected: findings.rejected,
    questions: findings.questions,
    glimpse: null,
  };
}

/** What is known of the observed indicators, and of the rates that they make. */
function sketchesOf(findings: Findings, profile: ImportProfile | null): IndicatorSketch[] {
  const observed = new Set(findings.observations.map(({ indicator }) => indicator));
  const isMade = ({ numerator, denominator }: IndicatorSketch): boolean =>
    numerator !== null && denominator !== null && observed.has(numerator) && observed.has(denominator);
  const sketches = [...(profile?.indicators ?? []), ...findings.sketches];
  return sketches.filter((sketch) => observed.has(sketch.code) || isMade(sketch));
}
