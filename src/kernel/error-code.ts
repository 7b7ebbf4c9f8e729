/**
 * The code of an error of Node, SQLite or PostgreSQL (`ENOENT`, `SQLITE_BUSY`, `57P01`), '' when it has none. Asks
 * nothing of its class: native modules and test contexts have an Error of their own.
 */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
