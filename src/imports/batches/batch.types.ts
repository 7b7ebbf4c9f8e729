/** Where files came from. */
export type BatchOrigin = 'page' | 'command' | 'api' | 'watch' | 'connector';
