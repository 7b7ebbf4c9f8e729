import type { InputIssue } from '../../kernel/domain-error.js';
import { TOKEN_PERMISSIONS, type TokenPermission, type TokenScope } from '../account.types.js';

export type ScopeReading = { ok: true; scope: TokenScope } | { ok: false; issue: InputIssue };

const LIMITS = { indicator: 'indicators', campaign: 'campaigns', organisation: 'organisations' } as const;
type Limit = keyof typeof LIMITS;
const isLimit = (name: string): name is Limit => Object.hasOwn(LIMITS, name);
const isPermission = (name: string): name is TokenPermission =>
  TOKEN_PERMISSIONS.some((known) => known === name);

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,99}$/u;
const MODEL =
  'écrivez par exemple « read » ou « measurements:write;indicator=VUES_RESEAUX;campaign=OP-2020-SPOTS ».';

const refused = (found: string): ScopeReading => ({
  ok: false,
  issue: { path: 'scope', code: 'wrong_scope', message: `La portée ne comprend pas « ${found} » : ${MODEL}` },
});

/** Reads `measurements:write;indicator=A,B;campaign=C;organisation=O`. A limit that names nothing is a mistake, not « everything ». */
export function parseScope(text: string): ScopeReading {
  const [head = '', ...limits] = text.split(';').map((part) => part.trim());
  const permissions: TokenPermission[] = [];
  for (const name of head.split(',').map((part) => part.trim())) {
    if (!isPermission(name)) return refused(name);
    if (!permissions.includes(name)) permissions.push(name);
  }
  const scope: TokenScope = { permissions, indicators: null, campaigns: null, organisations: null };
  for (const limit of limits) {
    const [name = '', ...rest] = limit.split('=').map((part) => part.trim());
    if (!isLimit(name) || rest.length !== 1 || scope[LIMITS[name]] !== null) return refused(limit);
    const codes = (rest[0] ?? '').split(',').map((code) => code.trim());
    const wrong = codes.find((code) => !CODE.test(code));
    if (wrong !== undefined) return refused(limit);
    scope[LIMITS[name]] = codes;
  }
  return { ok: true, scope };
}

/** The scope as it is kept and shown: one spelling for each meaning. */
export function scopeText(scope: TokenScope): string {
  const limits = Object.entries(LIMITS).flatMap(([name, member]) => {
    const codes = scope[member as (typeof LIMITS)[Limit]];
    return codes === null ? [] : [`${name}=${codes.join(',')}`];
  });
  return [scope.permissions.join(','), ...limits].join(';');
}
