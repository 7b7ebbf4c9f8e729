import type { DataCaller } from '../../accounts/account.types.js';
import type { Evidence } from './evidence.types.js';

/** Whoever added a proof may take it away, and the team may. */
export const mayRemove = ({ addedBy }: Pick<Evidence, 'addedBy'>, by: DataCaller): boolean =>
  by.readsInternal || addedBy === by.signature;
