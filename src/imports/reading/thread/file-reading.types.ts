import type { Interpretation, InterpretationContext } from '../../interpretation.types.js';
import type { ImportProfile } from '../../profiles/import-profile.types.js';
import type { ReadFile, ReadingLimits, ReadingRefusal } from '../reading.types.js';

/** A `KeptFile` as it is stored: its JSON, deflated, in base64. The server's thread never unpacks it. */
export type PackedFile = string;

/** A file to read, and what reading it needs to know. */
export interface FileToRead {
  source: { bytes: Uint8Array } | { kept: PackedFile };
  limits: ReadingLimits;
  profiles: readonly ImportProfile[];
  context: InterpretationContext;
}

/** What a file says, the form in which it may be kept and what it is apart from its tables; or why it is not read. */
export type InterpretedFile =
  | { ok: true; kept: PackedFile; file: Omit<ReadFile, 'tables'>; interpretation: Interpretation }
  | { ok: false; refusal: ReadingRefusal };
