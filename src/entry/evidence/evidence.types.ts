/** What a proof may be. */
export const EVIDENCE_KINDS = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'gif',
  'email',
  'outlook',
  'xlsx',
  'ods',
  'csv',
  'text',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A file as somebody hands it over. */
export interface GivenFile {
  /** As their computer names it: never more than a label here. */
  name: string;
  bytes: Buffer;
}

/** A proof of a figure, as pages and services tell it. */
export interface Evidence {
  id: number;
  measurementId: number;
  /** Its label, which is also the name proposed when downloading. */
  name: string;
  kind: EvidenceKind;
  size: number;
  sha256: string;
  addedAt: string;
  /** Signature of whoever added it. */
  addedBy: string;
  /** Null while it counts. */
  removal: { at: string; by: string; reason: string } | null;
}

/** A proof with its bytes. */
export interface OpenedEvidence {
  name: string;
  mediaType: string;
  bytes: Buffer;
}
