import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { frenchMessage } from '../../platform/json/json-issues.js';
import { importProfileSchema } from './import-profile.schema.js';
import type { ImportProfile } from './import-profile.types.js';

/** The profiles that come with Copil, one file each. */
const FOLDER = fileURLToPath(new URL('../../../profiles/', import.meta.url));

let loaded: readonly ImportProfile[] | null = null;

/** The profiles that come with Copil, read once. @throws DomainError `invalid_profile` naming file and member. */
export function builtInProfiles(): readonly ImportProfile[] {
  loaded ??= readProfileFolder(FOLDER);
  return loaded;
}

/** Reads the profiles of a folder, in the order of their identifiers. */
export function readProfileFolder(folder: string): ImportProfile[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  return files.map((file) => {
    const profile = parseProfile(readFileSync(join(folder, file), 'utf8'), `profiles/${file}`);
    if (`${profile.id}.json` === file) return profile;
    const message = sentence`profiles/${file}, id : trouvé ${JSON.stringify(profile.id)}, écrivez le nom du fichier.`;
    throw refusedProfile([{ path: 'id', code: 'invalid_value', message }]);
  });
}

/** Checks the JSON of a profile. @throws DomainError `invalid_profile`: each issue starts with `where` and its member. */
export function parseProfile(text: string, where: string): ImportProfile {
  const content = jsonOf(text, where);
  const parsed = importProfileSchema.safeParse(content, { error: frenchMessage });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => {
    const path = issue.path.join('.');
    return {
      path,
      code: issue.code === 'unrecognized_keys' ? 'unknown_member' : 'invalid_value',
      message: sentence`${[where, path].filter((part) => part !== '').join(', ')} : ${issue.message}.`,
    };
  });
  throw refusedProfile(issues);
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    const message = sentence`${where} : ce n’est pas du JSON lisible (${reason}), vérifiez virgules, guillemets et accolades.`;
    throw refusedProfile([{ path: '', code: 'invalid_json', message }]);
  }
}

/** Told in one sentence when there is one thing to correct: it stops the start. */
function refusedProfile(issues: InputIssue[]): DomainError {
  const [first] = issues;
  const title =
    issues.length === 1 && first !== undefined
      ? sentence`Un profil d’import est à corriger. ${first.message}`
      : sentence`Un profil d’import est à corriger, ${String(issues.length)} éléments.`;
  return new DomainError('invalid_profile', title, 422, issues);
}
