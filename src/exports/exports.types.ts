/** What an export may be: the standard file that comes back. */
export const EXPORT_FORMATS = ['csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file holds. */
export interface ExportCounts {
  measurements: number;
  targets: number;
}
