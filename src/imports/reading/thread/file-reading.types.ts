import type { Interpretation, InterpretationContext } from '../../interpretation.types.js';
import type { ImportProfile } from '../../profiles/import-profile.types.js';
import type { ReadingLimits, ReadingRefusal } from '../reading.types.js';

/** A `KeptFile` as it is stored: its JSON, deflated, in base64. The server's thread never unpacks it. */
export type PackedFile = string;

/** A file to read, and what reading it needs to know. */
export interface FileToRead {
  /** Bytes are given away to the thread that reads them: whoever sends them keeps no use of them. */
  source: { bytes: Uint8Array } | { kept: PackedFile };
  limits: ReadingLimits;
  profiles: readonly ImportProfile[];
  context: InterpretationContext;
}

/** What a file says, and the form in which it may be kept; or why it is not read. */
export type InterpretedFile =
  { ok: true; kept: PackedFile; interpretation: Interpretation } | { ok: false; refusal: ReadingRefusal };
