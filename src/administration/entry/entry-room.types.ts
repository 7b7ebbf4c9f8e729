import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** How figures are entered and validated. */
export interface EntryRoomView {
  rooms: RoomLink[];
  notice: string | null;
  form: FormView;
}
