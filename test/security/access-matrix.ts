import { PEOPLE_ROWS, TOKEN_ROWS } from './people-rows.js';
import { PROGRAMME_ROWS } from './programme-rows.js';
import { ENTRY_ROWS } from './entry-rows.js';
import { IMPORT_ROWS } from './import-rows.js';
import { ORGANISATION_ROWS, SETTINGS_ROWS } from './settings-rows.js';
import { INDICATOR_ROWS, TERRITORY_ROWS } from './vocabulary-rows.js';
import { GRID_ROWS } from './grid-rows.js';
import { PARTNER_ROWS } from './partner-rows.js';
import { PROFILE_ROWS } from './profile-rows.js';
import { REVIEW_ROWS } from './review-rows.js';
import { TARGET_ROWS } from './target-rows.js';
import { SIGN_IN_ROWS } from './sign-in-rows.js';
import { ACCOUNT_ROWS } from './account-rows.js';
import { ANNOTATION_ROWS, SHARE_ROWS } from './administration-rows.js';
import type { CallerName } from '../support/callers.js';
import { held, type Letter, type Visibility } from './expectations.js';
import { IMPORTS_API_ROWS } from './imports-api-rows.js';
import { MEASUREMENT_ROWS, PUBLISHED_ROWS } from './published-rows.js';
import type { Row } from './row.types.js';

/** Every route of the application; the suite fails when one is missing, or stands here without existing. */
export const ROWS: readonly Row[] = [
  ...PUBLISHED_ROWS,
  ...IMPORTS_API_ROWS,
  ...MEASUREMENT_ROWS,
  ...ACCOUNT_ROWS,
  ...SHARE_ROWS,
  ...ANNOTATION_ROWS,
  ...SIGN_IN_ROWS,
  ...PROGRAMME_ROWS,
  ...PEOPLE_ROWS,
  ...TOKEN_ROWS,
  ...ORGANISATION_ROWS,
  ...TARGET_ROWS,
  ...REVIEW_ROWS,
  ...PARTNER_ROWS,
  ...PROFILE_ROWS,
  ...ENTRY_ROWS,
  ...GRID_ROWS,
  ...IMPORT_ROWS,
  ...SETTINGS_ROWS,
  ...INDICATOR_ROWS,
  ...TERRITORY_ROWS,
];

/** What a row must answer to a caller. */
export function expected(row: Row, caller: CallerName, visibility: Visibility): Letter {
  const isApi = row.route.includes(' /api/');
  const special =
    (visibility === 'members' ? row.exceptMembers?.[caller] : undefined) ?? row.except?.[caller];
  return special ?? held(row.permission, caller, visibility, isApi);
}

/** « GET /operations/:code (of another organisation) ». */
export const nameOf = ({ route, about }: Row): string =>
  about === undefined ? route : `${route} (${about})`;
export const methodOf = ({ route }: Row): string => route.split(' ')[0] ?? '';
