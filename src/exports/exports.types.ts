/** What an export may be: the standard file that comes back, or a workbook that holds it beside figures and definitions. */
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file holds. */
export interface ExportCounts {
  measurements: number;
  targets: number;
}
