import type { Permission } from '../../src/platform/security/permission.types.js';
import type { CallerName, TestCaller } from '../support/callers.js';
import type { RawRequest } from '../support/raw-http.js';
import type { Letter } from './expectations.js';
import type { World } from './world.js';

/** How a request of this row is sent: made anew each time, for what is disabled or used up works once. */
export type Sample = (world: World, caller: TestCaller) => Promise<Sent> | Sent;

/** A request without its method and its caller. */
export type Sent = Pick<RawRequest, 'path' | 'headers' | 'body' | 'form'>;

/** One route with what it declares, a request that it accepts from whoever may, and what differs from the permission. */
export interface Row {
  /** `GET /operations/:code`, as the application serves it. */
  route: string;
  permission: Permission;
  /** What the request is about, when a route has several rows: « of another organisation ». */
  about?: string;
  sample: Sample;
  /** Where the answer does not follow from the permission alone, in both visibilities. */
  except?: Partial<Record<CallerName, Letter>>;
  /** The same, when the programme is open to its members only. */
  exceptMembers?: Partial<Record<CallerName, Letter>>;
  /** Why an accepted write leaves no trace in the journal. */
  unrecorded?: string;
  /** Why what is sent does not matter: the route reads no field. */
  ignoresBody?: string;
  /** For a reading that is told to the journal all the same: an export. */
  isExport?: boolean;
  /** Values of another type than the sample's that mean something, `value: number`. */
  accepts?: readonly string[];
}

/** A route that reads, at a fixed address. */
export const get = (route: string, permission: Permission, path = route, rest: Partial<Row> = {}): Row => ({
  route: `GET ${route}`,
  permission,
  sample: () => ({ path }),
  ...rest,
});
/** A route that writes. */
export const post = (
  route: string,
  permission: Permission,
  sample: Sample,
  rest: Partial<Row> = {},
): Row => ({ route: `POST ${route}`, permission, sample, ...rest });
